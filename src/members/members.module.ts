import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { MemberController } from './member.controller.js';
import { MemberSecretService } from './member-secret.service.js';
import { MemberService } from './member.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [MemberController],
  providers: [MemberService, MemberSecretService],
  exports: [MemberService, MemberSecretService],
})
export class MembersModule {}
