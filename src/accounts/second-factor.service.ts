import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { AttemptLimit } from './attempt-limit.js';
import type { NewPasskeyDto } from './passkey.dto.js';
import { PasskeyService } from './passkey.service.js';
import { PasswordProof } from './password-proof.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import type { FactorAddedDto, NewTotpDto, SecondFactorsDto } from './second-factor.dto.js';
import { NoSecondFactorError, WrongCodeError } from './sign-in.errors.js';
import { TotpService } from './totp.service.js';
import type { Visitor } from './visitor.js';

export const secondFactorWays = ['totp', 'passkey', 'recovery'] as const;
export type SecondFactorWay = (typeof secondFactorWays)[number];

/** What an account has besides its password, and the codes among it when they are tried. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeyService,
    private readonly recovery: RecoveryCodesService,
    private readonly proof: PasswordProof,
    private readonly limit: AttemptLimit,
    private readonly audit: AuditTrail,
  ) {}

  async overview(accountId: string): Promise<SecondFactorsDto> {
    const addedAt = await this.totp.addedAt(accountId);
    const [passkeys, recoveryCodes] = [await this.passkeys.list(accountId), await this.recovery.left(accountId)];
    return { totp: addedAt && { addedAt }, passkeys, recoveryCodes };
  }

  /** What may follow the password; nothing where the account has no second factor. */
  async offered(accountId: string): Promise<SecondFactorWay[]> {
    const { totp, passkeys, recoveryCodes } = await this.overview(accountId);
    const has = { totp: totp !== null, passkey: passkeys.length > 0, recovery: (recoveryCodes?.left ?? 0) > 0 };
    return has.totp || has.passkey ? secondFactorWays.filter((way) => has[way]) : [];
  }

  /**
   * A code of the phone or of the paper. Outside of any transaction: a wrong try stays counted and told.
   * @throws WrongCodeError, TooManyAttemptsError
   */
  async proveByCode(
    { id, committeeId }: { id: string; committeeId: string },
    way: 'totp' | 'recovery',
    typed: string,
    visitor: Visitor,
  ): Promise<void> {
    await this.limit.spend('second-factor', visitor.address, id);
    await this.limit.spendOfDay('second-factor', id);
    const isRight = await this.database.inScope(wholeCommittee(committeeId, id), () =>
      way === 'totp' ? this.totp.take(id, typed.replaceAll(/\s/g, '')) : this.recovery.take(id, typed),
    );
    if (!isRight) {
      await this.proof.recordFailure({ id, committeeId }, visitor, way);
      throw new WrongCodeError();
    }
    await this.limit.restore('second-factor', visitor.address, id);
  }

  async beginTotp({ accountId, loginName }: Actor): Promise<NewTotpDto> {
    const { secret, uri } = await this.totp.begin(accountId, loginName);
    return { secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '), uri };
  }

  /** The first right code switches it on. */
  async confirmTotp(actor: Actor, code: string): Promise<FactorAddedDto> {
    await this.limit.spend('second-factor', actor.origin.address, actor.accountId);
    await this.totp.confirm(actor.accountId, code.replaceAll(/\s/g, ''));
    await this.limit.restore('second-factor', actor.origin.address, actor.accountId);
    return this.added(actor, 'totp', {});
  }

  async removeTotp(actor: Actor): Promise<void> {
    if (await this.totp.remove(actor.accountId)) await this.removed(actor, 'totp', {});
    else this.audit.nothingToRecord();
  }

  /** Outside of any transaction (see `PasskeyChallenges.take`). */
  async addPasskey(actor: Actor, dto: NewPasskeyDto): Promise<FactorAddedDto> {
    const passkey = await this.passkeys.check(actor, dto);
    return this.database.transaction(async () => {
      await this.passkeys.keep(passkey);
      return this.added(actor, 'passkey', { id: passkey.id, name: passkey.name });
    });
  }

  async renamePasskey(actor: Actor, id: string, name: string): Promise<void> {
    const before = await this.passkeys.rename(actor.accountId, id, name);
    const values = { id, name: { from: before, to: name } };
    this.record(actor, 'second-factor.renamed', values);
  }

  async removePasskey(actor: Actor, id: string): Promise<void> {
    const { name } = await this.passkeys.remove(actor.accountId, id);
    await this.removed(actor, 'passkey', { id, name });
  }

  async renewRecoveryCodes(actor: Actor): Promise<string[]> {
    if ((await this.offered(actor.accountId)).length === 0) throw new NoSecondFactorError();
    const codes = await this.recovery.renew(actor.accountId);
    this.record(actor, 'second-factor.recovery-codes-made', {});
    return codes;
  }

  /** For a lost phone: whoever runs the server takes all of it away. Within the scope of the account. */
  async removeAll(accountId: string): Promise<void> {
    await this.totp.remove(accountId);
    await this.passkeys.removeAll(accountId);
    await this.recovery.remove(accountId);
  }

  private async added(actor: Actor, way: SecondFactorWay, values: object): Promise<FactorAddedDto> {
    this.record(actor, 'second-factor.added', { way, ...values });
    const hasCodes = (await this.recovery.left(actor.accountId)) !== null;
    return { recoveryCodes: hasCodes ? null : await this.renewRecoveryCodes(actor) };
  }

  private async removed(actor: Actor, way: SecondFactorWay, values: object): Promise<void> {
    this.record(actor, 'second-factor.removed', { way, ...values });
    // Codes on paper alone would be a password that was written down.
    if ((await this.offered(actor.accountId)).length === 0) await this.recovery.remove(actor.accountId);
  }

  private record(actor: Actor, action: string, values: Record<string, unknown>): void {
    this.audit.record(actor, { action, subject: { kind: 'account', id: actor.accountId }, values });
  }
}
