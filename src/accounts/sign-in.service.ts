import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Environment } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { Account } from './account.entity.js';
import { AttemptLimit } from './attempt-limit.js';
import type { PasskeyAnswerDto } from './passkey.dto.js';
import { unbound } from './passkey-challenges.js';
import { PasskeyService } from './passkey.service.js';
import { PasswordProof } from './password-proof.js';
import { PendingSignIn } from './second-factor.entity.js';
import { SecondFactorService, type SecondFactorWay } from './second-factor.service.js';
import type { SecondFactorDto, SignInDto } from './sign-in.dto.js';
import { SignIn } from './sign-in.entity.js';
import { OneProofError, PendingOverError, WrongPasskeyError } from './sign-in.errors.js';
import { hashOf } from './secret.js';
import type { Visitor } from './visitor.js';

/** Between the password and the second factor. */
const PENDING_MINUTES = 5;

/** What a successful sign-in hands out. */
export interface Opened {
  token: string;
  maxAgeSeconds: number;
}

/** The password was right; one of these is still to come. */
export interface Pending {
  pendingToken: string;
  offered: SecondFactorWay[];
}

const newToken = (): string => randomBytes(32).toString('base64url');

/** How a browser gets a sign-in: each way is a password with a second factor where there is one, or a passkey, which is both. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly passwords: PasswordProof,
    private readonly factors: SecondFactorService,
    private readonly passkeys: PasskeyService,
    private readonly limit: AttemptLimit,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws WrongCredentialsError, TooManyAttemptsError */
  async open(dto: SignInDto, visitor: Visitor): Promise<Opened | Pending> {
    const { id, committeeId } = await this.passwords.require(dto.loginName, dto.password, visitor);
    const scope = wholeCommittee(committeeId, id);
    const offered = await this.database.inScope(scope, () => this.factors.offered(id));
    if (offered.length === 0) return this.issue({ id, committeeId }, visitor, ['password']);
    const pendingToken = newToken();
    const expiresAt = new Date(Date.now() + PENDING_MINUTES * 60_000);
    await this.database.inScope(scope, async () => {
      const { manager } = this.database;
      await manager.delete(PendingSignIn, { expiresAt: LessThan(new Date()) });
      const tokenHash = hashOf(pendingToken);
      await manager.insert(PendingSignIn, { tokenHash, accountId: id, committeeId, expiresAt });
    });
    return { pendingToken, offered };
  }

  /** @throws PendingOverError, WrongCodeError, WrongPasskeyError, TooManyAttemptsError */
  async complete(dto: SecondFactorDto, visitor: Visitor): Promise<Opened> {
    const { accountId: id, committeeId } = await this.requirePending(dto.token);
    const way = await this.proveSecondFactor(dto, { id, committeeId }, visitor);
    await this.database.inScope(wholeCommittee(committeeId, id), async () => {
      const { manager } = this.database;
      const { affected } = await manager.delete(PendingSignIn, { tokenHash: hashOf(dto.token) });
      const account = await manager.findOneBy(Account, { id });
      if (affected !== 1 || !account || account.disabledAt) throw new PendingOverError();
    });
    return this.issue({ id, committeeId }, visitor, ['password', way]);
  }

  /** What the device is to sign: for a pending sign-in with its keys, otherwise with any key it has for this server. */
  async passkeyOptions(token: string | undefined, visitor: Visitor): Promise<object> {
    await this.limit.spend('second-factor', visitor.address);
    if (token === undefined) return this.passkeys.optionsToProve('sign-in', unbound, null);
    const { accountId, committeeId } = await this.requirePending(token);
    return this.database.inScope(wholeCommittee(committeeId, accountId), () =>
      this.passkeys.optionsToProve('second-factor', hashOf(token).toString('hex'), accountId),
    );
  }

  /** A key of the device alone, which has made sure of its user. @throws WrongPasskeyError */
  async openByPasskey(dto: PasskeyAnswerDto, visitor: Visitor): Promise<Opened> {
    await this.limit.spend('second-factor', visitor.address);
    const owner = await this.passkeys.ownerOf(dto);
    if (!owner) throw new WrongPasskeyError();
    const account = { id: owner.accountId, committeeId: owner.committeeId };
    await this.telling(account, visitor, () => this.passkeys.prove(owner, dto, 'sign-in', unbound));
    return this.issue(account, visitor, ['passkey']);
  }

  /** A fresh sign-in of a browser, for an account whose owner has just proved himself in these ways. */
  issue(
    { id: accountId, committeeId }: Pick<Account, 'id' | 'committeeId'>,
    visitor: Visitor,
    ways: string[],
  ): Promise<Opened> {
    const token = newToken();
    const maxAgeSeconds = this.environment.SIGN_IN_HOURS * 3600;
    const now = new Date();
    const signIn = {
      ...{ tokenHash: hashOf(token), id: uuidv7(), kind: 'browser' as const, accountId, committeeId },
      ...{ createdAt: now, provedAt: now, seenAt: now, address: visitor.address, agent: visitor.agent.slice(0, 300) },
      expiresAt: new Date(now.getTime() + maxAgeSeconds * 1000),
    };
    return this.database.inScope(wholeCommittee(committeeId, accountId), async () => {
      await this.database.manager.insert(SignIn, signIn);
      const actor = { accountId, committeeId, signInId: signIn.id, origin: visitor };
      const subject = { kind: 'account', id: accountId };
      this.audit.record(actor, { action: 'sign-in.opened', subject, values: { ways } });
      return { token, maxAgeSeconds };
    });
  }

  /** Another token for the same sign-in, proved now: what was known of the old one is worth nothing any more. */
  async renew({ signInId }: Actor): Promise<Opened> {
    const token = newToken();
    const now = new Date();
    const { manager } = this.database;
    const signIn = await manager.findOneByOrFail(SignIn, { id: signInId });
    await manager.update(SignIn, { id: signInId }, { tokenHash: hashOf(token), provedAt: now });
    return { token, maxAgeSeconds: Math.ceil((signIn.expiresAt.getTime() - now.getTime()) / 1000) };
  }

  async end(actor: Actor): Promise<void> {
    await this.database.manager.update(SignIn, { id: actor.signInId }, { endedAt: new Date() });
    this.audit.record(actor, { action: 'sign-in.ended', subject: { kind: 'account', id: actor.accountId } });
  }

  private async requirePending(token: string): Promise<PendingSignIn> {
    const [pending] = await this.database.rows<PendingSignIn>(
      `SELECT account_id AS "accountId", committee_id AS "committeeId" FROM pending_sign_in
        WHERE token_hash = $1 AND expires_at > now()`,
      [hashOf(token)],
    );
    if (!pending) throw new PendingOverError();
    return pending;
  }

  private async proveSecondFactor(
    { token, code, recoveryCode, passkey }: SecondFactorDto,
    account: Pick<Account, 'id' | 'committeeId'>,
    visitor: Visitor,
  ): Promise<SecondFactorWay> {
    if ([code, recoveryCode, passkey].filter((given) => given !== undefined).length !== 1) throw new OneProofError();
    if (code !== undefined) await this.factors.proveByCode(account, 'totp', code, visitor);
    if (recoveryCode !== undefined) await this.factors.proveByCode(account, 'recovery', recoveryCode, visitor);
    if (passkey !== undefined) {
      await this.limit.spend('second-factor', visitor.address);
      const boundTo = hashOf(token).toString('hex');
      await this.telling(account, visitor, () => this.proveByPasskey(account, passkey, boundTo));
    }
    return code !== undefined ? 'totp' : recoveryCode !== undefined ? 'recovery' : 'passkey';
  }

  private async proveByPasskey(
    account: Pick<Account, 'id'>,
    passkey: PasskeyAnswerDto,
    boundTo: string,
  ): Promise<void> {
    const owner = await this.passkeys.ownerOf(passkey);
    if (owner?.accountId !== account.id) throw new WrongPasskeyError();
    await this.passkeys.prove(owner, passkey, 'second-factor', boundTo);
  }

  /** What fails with a passkey stands in the trail, as a wrong password does. */
  private async telling(
    account: Pick<Account, 'id' | 'committeeId'>,
    visitor: Visitor,
    prove: () => Promise<void>,
  ): Promise<void> {
    try {
      await prove();
    } catch (reason) {
      if (reason instanceof WrongPasskeyError) await this.passwords.recordFailure(account, visitor, 'passkey');
      throw reason;
    }
  }
}
