import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { AttemptLimit } from './attempt-limit.js';
import { requireBrowser } from './browser-only.js';
import type { PasskeyAnswerDto } from './passkey.dto.js';
import { PasskeyService } from './passkey.service.js';
import { PasswordProof } from './password-proof.js';
import { SecondFactorService } from './second-factor.service.js';
import type { ProofDto } from './sign-in.dto.js';
import { OneProofError, WrongPasskeyError } from './sign-in.errors.js';
import { type Opened, SignInService } from './sign-in.service.js';
import type { Visitor } from './visitor.js';

/** Who is signed in shows again that he is who he is, before a sensitive step. */
@Injectable()
export class ProofService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordProof,
    private readonly factors: SecondFactorService,
    private readonly passkeys: PasskeyService,
    private readonly signIns: SignInService,
    private readonly limit: AttemptLimit,
    private readonly audit: AuditTrail,
  ) {}

  passkeyOptions(actor: Actor): Promise<object> {
    requireBrowser(actor);
    return this.passkeys.optionsToProve('proof', actor.signInId, actor.accountId);
  }

  /**
   * Outside of any transaction: a wrong try stays counted and told.
   * @throws WrongCredentialsError, WrongCodeError, WrongPasskeyError, TooManyAttemptsError
   */
  async prove(actor: Actor, { password, code, passkey }: ProofDto, visitor: Visitor): Promise<Opened> {
    requireBrowser(actor);
    const ways = Object.entries({ password, totp: code, passkey }).flatMap(([way, given]) =>
      given === undefined ? [] : [way],
    );
    if (ways.length !== 1) throw new OneProofError();
    const account = { id: actor.accountId, committeeId: actor.committeeId };
    if (password !== undefined) await this.passwords.require(actor.loginName, password, visitor);
    if (code !== undefined) await this.factors.proveByCode(account, 'totp', code, visitor);
    if (passkey !== undefined) await this.proveByPasskey(actor, passkey, visitor);
    return this.database.transaction(async () => {
      const opened = await this.signIns.renew(actor);
      const subject = { kind: 'account', id: actor.accountId };
      this.audit.record(actor, { action: 'sign-in.proved', subject, values: { ways } });
      return opened;
    });
  }

  private async proveByPasskey(actor: Actor, passkey: PasskeyAnswerDto, visitor: Visitor): Promise<void> {
    await this.limit.spend('second-factor', visitor.address);
    const owner = await this.passkeys.ownerOf(passkey);
    try {
      if (owner?.accountId !== actor.accountId) throw new WrongPasskeyError();
      await this.passkeys.prove(owner, passkey, 'proof', actor.signInId);
    } catch (reason) {
      const account = { id: actor.accountId, committeeId: actor.committeeId };
      if (reason instanceof WrongPasskeyError) await this.passwords.recordFailure(account, visitor, 'passkey');
      throw reason;
    }
  }
}
