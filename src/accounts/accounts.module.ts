import { Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../platform/access/access.guard.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AccountService } from './account.service.js';
import { AttemptLimit } from './attempt-limit.js';
import { FirstRunService } from './first-run.service.js';
import { ReachService } from './reach.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [SignInController],
  providers: [
    SignInService,
    ReachService,
    FirstRunService,
    AccountService,
    AttemptLimit,
    { provide: ACTOR_SOURCE, useExisting: SignInService },
  ],
  exports: [ACTOR_SOURCE, AccountService],
})
export class AccountsModule {}
