import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { Account } from './account.entity.js';
import { hashPassword } from './password.js';

@Injectable()
export class AccountService {
  constructor(private readonly database: Database) {}

  /** A new password for an account; every sign-in that it had ends. For whoever runs the server, not for the web. */
  async resetPassword(loginName: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async () => {
      const account = await this.database.manager.findOneBy(Account, { loginName });
      if (!account) throw new NotFoundError('tài khoản');
      await this.database.manager.update(Account, { id: account.id }, { passwordHash });
      await this.database.rows('UPDATE sign_in SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL', [
        account.id,
      ]);
    });
  }
}
