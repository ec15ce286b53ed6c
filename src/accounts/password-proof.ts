import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import type { Account } from './account.entity.js';
import { WrongCredentialsError } from './accounts.errors.js';
import { addressKey } from '../platform/access/address-key.js';
import { AttemptLimit } from './attempt-limit.js';
import { isPassword, nobodysHash } from './password.js';
import type { Visitor } from './visitor.js';

/** Days for which an address where the account was signed in counts as its own. */
const KNOWN_DAYS = 30;

/** The one way to try a password, wherever it is asked: counted, slowed down, told to the trail. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly database: Database,
    private readonly limit: AttemptLimit,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws WrongCredentialsError, the same for an unknown name, a wrong password and a disabled account */
  async require(name: string, password: string, visitor: Visitor): Promise<Account> {
    const loginName = name.trim().toLowerCase();
    await this.limit.spend('sign-in', visitor.address, loginName);
    const [account] = await this.database.rows<Account>(
      `SELECT id, committee_id AS "committeeId", password_hash AS "passwordHash", disabled_at AS "disabledAt"
         FROM account_at_door($1)`,
      [loginName],
    );
    if (!(await this.isKnownAt(visitor.address, account))) await this.limit.slowDown('sign-in', loginName);
    const fits = await isPassword(account?.passwordHash ?? (await nobodysHash()), password);
    if (!account || !fits || account.disabledAt || account.passwordHash === null) {
      if (account) await this.recordFailure(account, visitor, 'password');
      throw new WrongCredentialsError();
    }
    await this.limit.restore('sign-in', visitor.address, loginName);
    return account;
  }

  /** @param way by what somebody tried: `password`, `totp`, `recovery`, `passkey` */
  recordFailure(account: Pick<Account, 'id' | 'committeeId'>, visitor: Visitor, way: string): Promise<void> {
    const { id, committeeId } = account;
    return this.database.inScope(wholeCommittee(committeeId), async () => {
      const nobody = { accountId: null, signInId: null, committeeId, origin: visitor };
      this.audit.record(nobody, { action: 'sign-in.failed', subject: { kind: 'account', id }, values: { way } });
    });
  }

  private async isKnownAt(address: string, account: Account | undefined): Promise<boolean> {
    const known = await this.database.rows<{ address: string }>(
      `SELECT DISTINCT address FROM sign_in WHERE account_id = $1 AND created_at > now() - make_interval(days => $2)`,
      [account?.id ?? null, KNOWN_DAYS],
    );
    const key = addressKey(address);
    return known.some((each) => addressKey(each.address) === key);
  }
}
