import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CommitteeService, initialSettings } from '../organisation/committee.service.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { today } from '../platform/database/today.js';
import { Account } from './account.entity.js';
import { FirstRunDoneError } from './accounts.errors.js';
import type { FirstRunDto, FirstRunStateDto } from './first-run.dto.js';
import { requireGoodPassword } from './password-rules.js';
import { hashPassword } from './password.js';
import { RoleGrant } from './role-grant.entity.js';
import type { Visitor } from './visitor.js';

const FIRST_RUN_LOCK = 7_310_001;

/** The one call that needs no account: the committee and its first account, once. */
@Injectable()
export class FirstRunService {
  constructor(
    private readonly database: Database,
    private readonly committees: CommitteeService,
    private readonly audit: AuditTrail,
  ) {}

  async state(): Promise<FirstRunStateDto> {
    const { committees, bodyName } = await this.committees.atDoor();
    return { isFirstRun: committees === 0, bodyName };
  }

  async run(dto: FirstRunDto, visitor: Visitor): Promise<Account> {
    const { bodyName } = dto.committee;
    requireGoodPassword(dto.account.password, { ...dto.account, bodyName }, 'account.password');
    const passwordHash = await hashPassword(dto.account.password);
    const committeeId = uuidv7();
    return this.database.inScope(wholeCommittee(committeeId), async () => {
      await this.database.rows('SELECT pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
      if ((await this.committees.atDoor()).committees > 0) throw new FirstRunDoneError();
      const { name, foundedOn, ...committee } = dto.committee;
      await this.committees.create({ ...committee, ...initialSettings, id: committeeId }, name, foundedOn);
      const account = this.account(committeeId, dto, passwordHash);
      await this.database.manager.insert(Account, account);
      await this.grantAll(account);
      const actor = { accountId: account.id, signInId: null, committeeId, origin: visitor };
      this.audit.record(actor, { action: 'committee.founded', subject: { kind: 'committee', id: committeeId } });
      return account;
    });
  }

  private account(committeeId: string, { account: { loginName, displayName } }: FirstRunDto, passwordHash: string) {
    const id = uuidv7();
    const kind = 'person' as const;
    return { id, committeeId, loginName, displayName, kind, passwordHash, createdAt: new Date(), disabledAt: null };
  }

  /** In a small office one person does it all, until he gives some of it away. */
  private async grantAll({ id: accountId, committeeId }: Account): Promise<void> {
    const valid = { from: today(), to: null };
    const common = { accountId, committeeId, unitId: committeeId, mayExport: true, valid, grantedAt: new Date() };
    await this.database.manager.insert(RoleGrant, [
      { ...common, id: uuidv7(), role: 'administrator' },
      { ...common, id: uuidv7(), role: 'clerk' },
    ]);
  }
}
