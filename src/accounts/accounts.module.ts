import { Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../platform/access/access.guard.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AccountAdministrationService } from './account-administration.service.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AttemptLimit } from './attempt-limit.js';
import { CommitteesController } from './committees.controller.js';
import { DeviceController } from './device.controller.js';
import { DeviceService } from './device.service.js';
import { DoorLimit } from './door-limit.js';
import { DoorService } from './door.service.js';
import { FirstRunService } from './first-run.service.js';
import { FoundingService } from './founding.service.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationService } from './invitation.service.js';
import { ReachService } from './reach.service.js';
import { RoleService } from './role.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { TokenController } from './token.controller.js';
import { TokenService } from './token.service.js';
import { WorkplaceService } from './workplace.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [
    SignInController,
    AccountController,
    InvitationController,
    TokenController,
    DeviceController,
    CommitteesController,
  ],
  providers: [
    SignInService,
    ReachService,
    FirstRunService,
    AccountService,
    AttemptLimit,
    AccountAdministrationService,
    InvitationService,
    RoleService,
    TokenService,
    DeviceService,
    DoorService,
    DoorLimit,
    FoundingService,
    WorkplaceService,
    { provide: ACTOR_SOURCE, useExisting: SignInService },
  ],
  exports: [ACTOR_SOURCE, AccountService],
})
export class AccountsModule {}
