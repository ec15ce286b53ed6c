import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CommitteeService, initialSettings } from '../organisation/committee.service.js';
import { UnitService } from '../organisation/unit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { AccountAdministrationService } from './account-administration.service.js';
import type { InvitationLinkDto } from './account.dto.js';
import type { CommitteeBelowDto, FoundCommitteeDto, FoundedCommitteeDto } from './founding.dto.js';
import { InvitationService } from './invitation.service.js';
import { RoleGrant } from './role-grant.entity.js';

type Below = Omit<CommitteeBelowDto, 'isWaiting'> & { waitsFor: string | null };

/** Base committees below the actor's own: founded from above, and from then on their own. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly database: Database,
    private readonly committees: CommitteeService,
    private readonly units: UnitService,
    private readonly accounts: AccountAdministrationService,
    private readonly invitations: InvitationService,
    private readonly audit: AuditTrail,
  ) {}

  /** All of them, at whatever depth, by name. */
  async list(): Promise<CommitteeBelowDto[]> {
    return (await this.below()).map(({ waitsFor, ...committee }) => ({ ...committee, isWaiting: waitsFor !== null }));
  }

  /** The committee, its first administrator, and the link for him; the trails of both committees tell of it. */
  async found(actor: Actor, { committee: dto, administrator }: FoundCommitteeDto): Promise<FoundedCommitteeDto> {
    const { name, foundedOn, ...committee } = dto;
    const above = await this.units.toFoundBelow(actor, foundedOn);
    const id = uuidv7();
    await this.database.reachCommittee(id);
    await this.committees.create({ ...committee, ...initialSettings, id }, name, foundedOn, above);
    const accountId = await this.accounts.create(actor, id, administrator);
    await this.appoint(actor, id, accountId);
    const invitation = await this.invitations.issue(actor, accountId, id);
    const event = { action: 'committee.founded', subject: { kind: 'committee', id }, values: { name, foundedOn } };
    this.audit.record(actor, event);
    this.audit.record({ ...actor, committeeId: id }, event);
    return { id, invitation };
  }

  /** While nobody of the committee has ever signed in, nobody there could help who lost his link. */
  async inviteAgain(actor: Actor, id: string): Promise<InvitationLinkDto> {
    const waitsFor = (await this.below()).find((committee) => committee.id === id)?.waitsFor;
    if (!waitsFor) throw new NotFoundError('đảng bộ đang chờ người quản trị đầu tiên');
    await this.database.reachCommittee(id);
    return this.invitations.issue(actor, waitsFor, id);
  }

  private below(): Promise<Below[]> {
    return this.database.rows<Below>(
      `SELECT id, name, body_name AS "bodyName", founded_on::text AS "foundedOn", waits_for AS "waitsFor"
         FROM committees_below($1) ORDER BY name COLLATE vi_natural`,
      [today()],
    );
  }

  private async appoint(actor: Actor, committeeId: string, accountId: string): Promise<void> {
    const grant: RoleGrant = {
      ...{ committeeId, id: uuidv7(), accountId, unitId: committeeId, role: 'administrator', mayExport: true },
      ...{ sessionId: null, classIds: null, valid: { from: today(), to: null }, grantedAt: new Date() },
      ...{ grantedBy: actor.accountId, endedAt: null, endedBy: null },
    };
    await this.database.manager.insert(RoleGrant, grant);
    const values = { roleId: grant.id, unitId: committeeId, role: grant.role, mayExport: true };
    const subject = { kind: 'account', id: accountId };
    this.audit.record({ ...actor, committeeId }, { action: 'role.granted', subject, values });
  }
}
