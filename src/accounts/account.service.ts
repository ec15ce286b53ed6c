import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { Account } from './account.entity.js';
import { hashPassword } from './password.js';
import { randomGroups } from './recovery-code.js';
import { SecondFactorService } from './second-factor.service.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * As `resetPassword`, to a random one that can be typed from paper: 80 bits.
   * @returns the password
   */
  async resetToRandom(loginName: string): Promise<string> {
    const password = randomGroups(4);
    await this.resetPassword(loginName, password);
    return password;
  }

  /**
   * A new password for an account; every sign-in and token that it had ends, and its second factors go: who has lost all of
   * them begins anew. For whoever runs the server, not for the web.
   * @throws NotFoundError
   */
  async resetPassword(loginName: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    const [account] = await this.database.rows<Pick<Account, 'id' | 'committeeId' | 'kind'>>(
      `SELECT id, committee_id AS "committeeId", kind FROM account_at_door($1)`,
      [loginName],
    );
    if (account?.kind !== 'person') throw new NotFoundError('tài khoản');
    const { id, committeeId } = account;
    await this.database.inScope(wholeCommittee(committeeId, id), async () => {
      await this.database.manager.update(Account, { id }, { passwordHash });
      await this.factors.removeAll(id);
      await this.database.rows('UPDATE sign_in SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL', [id]);
      await this.database.rows('DELETE FROM pending_sign_in WHERE account_id = $1', [id]);
      const actor = { accountId: null, signInId: null, committeeId, origin: { address: 'server', requestId: '-' } };
      this.audit.record(actor, { action: 'account.reset', subject: { kind: 'account', id } });
    });
  }
}
