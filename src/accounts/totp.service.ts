import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Database } from '../platform/database/database.js';
import type { SealedValues } from '../platform/encryption/sealed-values.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import { Totp } from './second-factor.entity.js';
import { SecondFactorThereError, WrongCodeError } from './sign-in.errors.js';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;

const purposeOf = (accountId: string): string => `totp ${accountId}`;

/** Secrets of codes, for whoever exchanges the keys. */
export const sealedTotp: SealedValues = {
  ...{ table: 'totp', key: ['account_id'], sealed: 'secret' },
  purposeOf: ({ account_id = '' }) => purposeOf(account_id),
};

const generatorOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Quán Triệt', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });

/** Six digits from an app on a phone (RFC 6238). Within the scope of the account. */
@Injectable()
export class TotpService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** A new secret, which counts for nothing until a first right code; one that was never confirmed is replaced. */
  async begin(accountId: string, loginName: string): Promise<{ secret: string; uri: string }> {
    const { manager } = this.database;
    if (await this.isOn(accountId)) throw new SecondFactorThereError();
    const secret = new Secret({ size: SECRET_BYTES });
    await manager.delete(Totp, { accountId });
    const sealed = this.cipher.seal(purposeOf(accountId), secret.base32);
    await manager.insert(Totp, { accountId, secret: sealed, madeAt: new Date(), confirmedAt: null, lastStep: null });
    return { secret: secret.base32, uri: generatorOf(secret, loginName).toString() };
  }

  /** @throws WrongCodeError */
  async confirm(accountId: string, code: string): Promise<void> {
    if (!(await this.take(accountId, code, false))) throw new WrongCodeError();
  }

  /**
   * Takes a code, once: no code of the same half minute or an older one is taken after it, in whatever order two
   * requests come.
   */
  async take(accountId: string, code: string, isConfirmed = true): Promise<boolean> {
    const found = await this.database.manager.findOneBy(Totp, { accountId });
    if (!found || (found.confirmedAt !== null) !== isConfirmed) return false;
    const secret = Secret.fromBase32(this.cipher.open(purposeOf(accountId), found.secret));
    const now = Date.now();
    const delta = generatorOf(secret, '').validate({ token: code, timestamp: now, window: 1 });
    if (delta === null) return false;
    const step = Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
    const taken = await this.database.rows(
      `UPDATE totp SET last_step = $2, confirmed_at = coalesce(confirmed_at, now())
        WHERE account_id = $1 AND secret = $3 AND (last_step IS NULL OR last_step < $2) RETURNING account_id`,
      [accountId, step, found.secret],
    );
    return taken.length > 0;
  }

  async isOn(accountId: string): Promise<boolean> {
    const found = await this.database.manager.findOneBy(Totp, { accountId });
    return found !== null && found.confirmedAt !== null;
  }

  async addedAt(accountId: string): Promise<Date | null> {
    return (await this.database.manager.findOneBy(Totp, { accountId }))?.confirmedAt ?? null;
  }

  async remove(accountId: string): Promise<boolean> {
    const { affected } = await this.database.manager.delete(Totp, { accountId });
    return (affected ?? 0) > 0;
  }
}
