import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { DataRequestController } from './data-request.controller.js';
import { DataRequestService } from './data-request.service.js';
import { DataRulesController } from './data-rules.controller.js';
import { DataRulesService } from './data-rules.service.js';
import { ImportEraser } from './import-eraser.js';
import { MemberEraser } from './member-eraser.js';
import { PersonDataService } from './person-data.service.js';
import { RetentionJob } from './retention-job.js';
import { RetentionService } from './retention.service.js';

@Module({
  imports: [OrganisationModule, MembersModule],
  controllers: [DataRequestController, DataRulesController],
  providers: [
    ...[DataRequestService, DataRulesService, ImportEraser, MemberEraser, PersonDataService],
    ...[RetentionService, RetentionJob],
  ],
})
export class PersonalDataModule {}
