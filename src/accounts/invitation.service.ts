import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Environment } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import type { InvitationLinkDto } from './account.dto.js';
import { InvitationGoneError } from './accounts.errors.js';
import type { AcceptInvitationDto, InvitationDto } from './invitation.dto.js';
import { Invitation } from './invitation.entity.js';
import { hashPassword } from './password.js';
import { requireGoodPassword } from './password-rules.js';
import { hashOf, newSecret } from './secret.js';
import { type Opened, SignInService } from './sign-in.service.js';
import type { Visitor } from './visitor.js';

interface Found {
  id: string;
  committeeId: string;
  accountId: string;
  loginName: string;
  displayName: string;
  bodyName: string;
  hasPassword: boolean;
  expiresAt: Date;
}

/** Links with which the owner of an account, and nobody else, sets his password: at first, and when he has forgotten it. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly signIns: SignInService,
    private readonly audit: AuditTrail,
  ) {}

  /** A new link; the one before it ends. `committeeId` is the account's own. */
  async issue(actor: Actor, accountId: string, committeeId = actor.committeeId): Promise<InvitationLinkDto> {
    await this.withdraw([accountId]);
    const { secret: token, hash: tokenHash } = newSecret();
    const now = new Date();
    const expiresAt = new Date(now.getTime() + this.environment.INVITATION_DAYS * 86_400_000);
    const { accountId: createdBy } = actor;
    const open = { usedAt: null, replacedAt: null };
    await this.database.manager.insert(Invitation, {
      ...{ tokenHash, id: uuidv7(), committeeId, accountId, createdAt: now, createdBy, expiresAt, ...open },
    });
    const subject = { kind: 'account', id: accountId };
    this.audit.record({ ...actor, committeeId }, { action: 'account.invited', subject, values: { expiresAt } });
    return { token, expiresAt };
  }

  /** Ends the links that wait for these accounts. */
  async withdraw(accountIds: string[]): Promise<void> {
    await this.database.rows(
      `UPDATE invitation SET replaced_at = now() WHERE account_id = ANY ($1) AND used_at IS NULL AND replaced_at IS NULL`,
      [accountIds],
    );
  }

  /** Whose link it is. @throws InvitationGoneError */
  async lookUp(token: string): Promise<InvitationDto> {
    const { loginName, displayName, bodyName, hasPassword, expiresAt } = await this.find(token);
    return { loginName, displayName, bodyName, isReset: hasPassword, expiresAt };
  }

  /**
   * Sets the password; every sign-in that the account had ends. Who accepts a first invitation is signed in. After a
   * reset he signs in himself, with all that his account asks for besides the password (ASVS 6.4.3).
   * @returns null after a reset
   */
  async accept({ token, password }: AcceptInvitationDto, visitor: Visitor): Promise<Opened | null> {
    const { hasPassword, ...found } = await this.find(token);
    requireGoodPassword(password, found);
    const passwordHash = await hashPassword(password);
    const { id, accountId, committeeId } = found;
    await this.database.inScope(wholeCommittee(committeeId, accountId), async () => {
      await this.use(id);
      await this.database.rows('UPDATE account SET password_hash = $2 WHERE id = $1', [accountId, passwordHash]);
      await this.database.rows('UPDATE sign_in SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL', [
        accountId,
      ]);
      await this.database.rows('DELETE FROM pending_sign_in WHERE account_id = $1', [accountId]);
      const actor = { accountId, committeeId, signInId: null, origin: visitor };
      const action = hasPassword ? 'password.reset' : 'invitation.accepted';
      this.audit.record(actor, { action, subject: { kind: 'account', id: accountId } });
    });
    return hasPassword ? null : this.signIns.issue({ id: accountId, committeeId }, visitor, ['invitation']);
  }

  private async use(id: string): Promise<void> {
    const used = await this.database.rows(
      `UPDATE invitation SET used_at = now()
        WHERE id = $1 AND used_at IS NULL AND replaced_at IS NULL AND expires_at > now() RETURNING id`,
      [id],
    );
    if (used.length === 0) throw new InvitationGoneError();
  }

  private async find(token: string): Promise<Found> {
    const [found] = await this.database.rows<Found>(
      `SELECT id, committee_id AS "committeeId", account_id AS "accountId", login_name AS "loginName",
              display_name AS "displayName", body_name AS "bodyName", has_password AS "hasPassword", expires_at AS "expiresAt"
         FROM invitation_at_door($1)`,
      [hashOf(token)],
    );
    if (!found) throw new InvitationGoneError();
    return found;
  }
}
