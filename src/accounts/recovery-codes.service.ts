import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { hashCode } from './password.js';
import { newRecoveryCode, tidyRecoveryCode } from './recovery-code.js';
import { RecoveryCode } from './second-factor.entity.js';

const CODES = 10;

/** Codes on paper, for who has lost his phone. Within the scope of the account. */
@Injectable()
export class RecoveryCodesService {
  constructor(private readonly database: Database) {}

  /** A new set in place of the old one. Shown now and never again. */
  async renew(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: CODES }, newRecoveryCode);
    const [salt, madeAt] = [randomBytes(16), new Date()];
    const hashes = await Promise.all(codes.map((code) => hashCode(tidyRecoveryCode(code), salt)));
    const { manager } = this.database;
    await manager.delete(RecoveryCode, { accountId });
    await manager.insert(
      RecoveryCode,
      hashes.map((hash) => ({ accountId, hash, salt, madeAt, usedAt: null })),
    );
    return codes;
  }

  /** Takes a code, once. */
  async take(accountId: string, typed: string): Promise<boolean> {
    const one = await this.database.manager.findOneBy(RecoveryCode, { accountId });
    if (!one) return false;
    const hash = await hashCode(tidyRecoveryCode(typed), one.salt);
    const unused = { accountId, hash, usedAt: IsNull() };
    const { affected } = await this.database.manager.update(RecoveryCode, unused, { usedAt: new Date() });
    return (affected ?? 0) > 0;
  }

  /** How many are left of the set, and when it was made; null where there is none. */
  async left(accountId: string): Promise<{ left: number; madeAt: Date } | null> {
    const codes = await this.database.manager.findBy(RecoveryCode, { accountId });
    const [first] = codes;
    return first ? { left: codes.filter(({ usedAt }) => usedAt === null).length, madeAt: first.madeAt } : null;
  }

  async remove(accountId: string): Promise<void> {
    await this.database.manager.delete(RecoveryCode, { accountId });
  }
}
