import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { MemberController } from './member.controller.js';
import { MemberSecretService } from './member-secret.service.js';
import { MemberService } from './member.service.js';
import { MembershipMoves } from './membership-moves.js';
import { UnitMergerController } from './unit-merger.controller.js';
import { UnitMergerService } from './unit-merger.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [MemberController, UnitMergerController],
  providers: [MemberService, MemberSecretService, MembershipMoves, UnitMergerService],
  exports: [MemberService, MemberSecretService],
})
export class MembersModule {}
