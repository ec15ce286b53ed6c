import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type {
  AccountDto,
  InvitationLinkDto,
  InvitedAccountDto,
  InviteAccountDto,
  RenameAccountDto,
} from './account.dto.js';
import { Account } from './account.entity.js';
import { accountsOf } from './account-rows.js';
import { AccountDisabledError } from './accounts.errors.js';
import { InvitationService } from './invitation.service.js';
import { RoleService } from './role.service.js';

/** Accounts of a committee, for its administrators. */
@Injectable()
export class AccountAdministrationService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationService,
    private readonly roles: RoleService,
    private readonly audit: AuditTrail,
  ) {}

  /** Persons, by name. */
  list(actor: Actor): Promise<AccountDto[]> {
    return this.database.rows<AccountDto>(accountsOf, [actor.committeeId, today(), null]);
  }

  /** @throws NotFoundError for what is no person's account of the committee */
  async one(actor: Actor, id: string): Promise<AccountDto> {
    const [account] = await this.database.rows<AccountDto>(accountsOf, [actor.committeeId, today(), id]);
    if (!account) throw new NotFoundError('tài khoản');
    return account;
  }

  /** An account without a password, its first roles, and the link with which its owner sets one. */
  async invite(actor: Actor, { loginName, displayName, roles }: InviteAccountDto): Promise<InvitedAccountDto> {
    const id = await this.create(actor, actor.committeeId, { loginName, displayName });
    for (const [index, role] of roles.entries()) await this.roles.give(actor, id, role, `roles[${index}].`);
    const invitation = await this.invitations.issue(actor, id);
    return { account: await this.one(actor, id), invitation };
  }

  /** The bare account, without roles. @returns its id */
  async create(
    actor: Actor,
    committeeId: string,
    { loginName, displayName }: { loginName: string; displayName: string },
  ): Promise<string> {
    const id = uuidv7();
    const account: Account = {
      ...{ id, committeeId, loginName, displayName, kind: 'person', passwordHash: null },
      ...{ createdAt: new Date(), disabledAt: null },
    };
    await this.database.manager.insert(Account, account);
    const values = { loginName, displayName };
    this.audit.record(
      { ...actor, committeeId },
      { action: 'account.created', subject: { kind: 'account', id }, values },
    );
    return id;
  }

  async rename(actor: Actor, id: string, { displayName }: RenameAccountDto): Promise<AccountDto> {
    const account = await this.one(actor, id);
    await this.database.manager.update(Account, { id, committeeId: actor.committeeId }, { displayName });
    const subject = { kind: 'account', id };
    this.audit.recordChange(actor, { action: 'account.renamed', subject, before: account, after: { displayName } });
    return this.one(actor, id);
  }

  /** A new link: for who lost the first one, and for who forgot his password. */
  async inviteAgain(actor: Actor, id: string): Promise<InvitationLinkDto> {
    const { isDisabled } = await this.one(actor, id);
    if (isDisabled) throw new AccountDisabledError();
    return this.invitations.issue(actor, id);
  }

  /** Ends all that the account could do with: sign-ins, tokens, links, and the devices that it let in. */
  async disable(actor: Actor, id: string): Promise<AccountDto> {
    await this.roles.lockAdministrators(actor);
    const account = await this.one(actor, id);
    if (account.isDisabled) return this.asItIs(account);
    // Codes first: a device that is coming in with one is waited for, and then found among his devices.
    await this.database.rows(
      'UPDATE door_code SET used_at = now() WHERE committee_id = $1 AND created_by = $2 AND used_at IS NULL',
      [actor.committeeId, id],
    );
    const devices = await this.devicesOf(actor, id);
    const all = [id, ...devices];
    await this.database.rows('UPDATE account SET disabled_at = now() WHERE id = ANY ($1) AND disabled_at IS NULL', [
      all,
    ]);
    await this.database.rows('UPDATE sign_in SET ended_at = now() WHERE account_id = ANY ($1) AND ended_at IS NULL', [
      all,
    ]);
    await this.invitations.withdraw([id]);
    if (account.roles.some(({ role }) => role === 'administrator')) await this.roles.requireAdministrator(actor);
    this.audit.record(actor, { action: 'account.disabled', subject: { kind: 'account', id }, values: { devices } });
    return this.one(actor, id);
  }

  /** What was ended stays ended: the owner signs in anew. */
  async enable(actor: Actor, id: string): Promise<AccountDto> {
    const account = await this.one(actor, id);
    if (!account.isDisabled) return this.asItIs(account);
    await this.database.manager.update(Account, { id, committeeId: actor.committeeId }, { disabledAt: null });
    this.audit.record(actor, { action: 'account.enabled', subject: { kind: 'account', id } });
    return this.one(actor, id);
  }

  private asItIs(account: AccountDto): AccountDto {
    this.audit.nothingToRecord();
    return account;
  }

  private async devicesOf({ committeeId }: Actor, grantedBy: string): Promise<string[]> {
    const found = await this.database.rows<{ id: string }>(
      `SELECT DISTINCT a.id FROM account a JOIN role_grant g ON g.account_id = a.id
        WHERE a.committee_id = $1 AND a.kind = 'device' AND a.disabled_at IS NULL AND g.committee_id = $1 AND g.granted_by = $2`,
      [committeeId, grantedBy],
    );
    return found.map(({ id }) => id);
  }
}
