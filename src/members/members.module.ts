import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { MemberListService } from './list/member-list.service.js';
import { SavedFilterController } from './list/saved-filter.controller.js';
import { SavedFilterService } from './list/saved-filter.service.js';
import { MemberController } from './member.controller.js';
import { MemberSecretService } from './member-secret.service.js';
import { MemberService } from './member.service.js';
import { MembershipMoves } from './membership-moves.js';
import { RegisterSheetController } from './sheets/register-sheet.controller.js';
import { RegisterSheetService } from './sheets/register-sheet.service.js';
import { MemberCourseController } from './steps/member-course.controller.js';
import { MemberCourseService } from './steps/member-course.service.js';
import { MemberSteps } from './steps/member-steps.js';
import { MemberStoryService } from './steps/member-story.service.js';
import { MemberMergeService } from './twins/member-merge.service.js';
import { TwinFinder } from './twins/twin-finder.service.js';
import { TwinsController } from './twins/twins.controller.js';
import { UnitMergerController } from './unit-merger.controller.js';
import { UnitMergerService } from './unit-merger.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [
    RegisterSheetController,
    TwinsController,
    MemberController,
    MemberCourseController,
    SavedFilterController,
    UnitMergerController,
  ],
  providers: [
    MemberService,
    MemberListService,
    SavedFilterService,
    MemberSecretService,
    MembershipMoves,
    UnitMergerService,
    RegisterSheetService,
    MemberCourseService,
    MemberSteps,
    MemberMergeService,
    TwinFinder,
    MemberStoryService,
  ],
  exports: [MemberService, MemberListService, MemberSecretService],
})
export class MembersModule {}
