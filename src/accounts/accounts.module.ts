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
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PasskeyService } from './passkey.service.js';
import { PasswordProof } from './password-proof.js';
import { ProofService } from './proof.service.js';
import { ReachService } from './reach.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { RoleService } from './role.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorService } from './second-factor.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInCookie } from './sign-in-cookie.js';
import { SignInLookup } from './sign-in-lookup.js';
import { SignInService } from './sign-in.service.js';
import { TokenController } from './token.controller.js';
import { TokenService } from './token.service.js';
import { WorkplaceService } from './workplace.service.js';

import { TotpService } from './totp.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [
    SignInController,
    MeController,
    SecondFactorController,
    AccountController,
    InvitationController,
    TokenController,
    DeviceController,
    CommitteesController,
  ],
  providers: [
    SignInService,
    SignInLookup,
    SignInCookie,
    PasswordProof,
    ProofService,
    SecondFactorService,
    TotpService,
    PasskeyService,
    PasskeyChallenges,
    RecoveryCodesService,
    MeService,
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
    { provide: ACTOR_SOURCE, useExisting: SignInLookup },
  ],
  exports: [ACTOR_SOURCE, AccountService],
})
export class AccountsModule {}
