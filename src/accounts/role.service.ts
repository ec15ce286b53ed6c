import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { BorderService } from '../organisation/border.service.js';
import { UnitService } from '../organisation/unit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';

import { today } from '../platform/database/today.js';
import { DomainError, type FieldError, NotFoundError } from '../platform/errors/domain-error.js';
import type { GrantRoleDto } from './account.dto.js';

import { LastAdministratorError } from './accounts.errors.js';
import { dayAfter } from './calendar.js';
import { faultsOf, type Place, type WishedRole } from './role-rules.js';
import { RoleGrant } from './role-grant.entity.js';

/** Roles at units: given from a day to a day, ended, never changed. */
@Injectable()
export class RoleService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitService,
    private readonly borders: BorderService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Gives a role to an account that the caller knows to be the committee's.
   * @param prefix of the fields in the body, for what is refused: `roles[0].`
   * @throws DomainError naming every field that is wrong; what is not the committee's is as good as unknown
   */
  async give(actor: Actor, accountId: string, dto: GrantRoleDto, prefix = ''): Promise<RoleGrant> {
    const { committeeId } = actor;
    const unitId = dto.unitId ?? committeeId;
    const { role, mayExport = false, sessionId = null, classIds = null, until = null } = dto;
    const wish: WishedRole = { role, mayExport, sessionId, classIds, from: dto.from ?? today(), until };
    await this.requireSound(actor, unitId, wish, prefix);
    const grant: RoleGrant = {
      ...{ committeeId, id: uuidv7(), accountId, unitId, role, mayExport, sessionId, classIds },
      ...{ valid: { from: wish.from, to: until && dayAfter(until) } },
      ...{ grantedAt: new Date(), grantedBy: actor.accountId, endedAt: null, endedBy: null },
    };
    await this.database.manager.insert(RoleGrant, grant);
    const values = { roleId: grant.id, unitId, ...wish };
    this.audit.record(actor, { action: 'role.granted', subject: { kind: 'account', id: accountId }, values });
    return grant;
  }

  /** @throws NotFoundError where the committee has no such role that holds, LastAdministratorError */
  async end(actor: Actor, id: string): Promise<void> {
    const { committeeId, accountId } = actor;
    await this.lockAdministrators(actor);
    const [ended] = await this.database.rows<{ accountId: string; role: string; unitId: string }>(
      `UPDATE role_grant SET ended_at = greatest(now(), granted_at), ended_by = $3
        WHERE committee_id = $1 AND id = $2 AND ended_at IS NULL
       RETURNING account_id AS "accountId", role, unit_id AS "unitId"`,
      [committeeId, id, accountId],
    );
    if (!ended) throw new NotFoundError('vai trò đang giữ');
    if (ended.role === 'administrator') await this.requireAdministrator(actor);
    const values = { roleId: id, role: ended.role, unitId: ended.unitId };
    this.audit.record(actor, { action: 'role.ended', subject: { kind: 'account', id: ended.accountId }, values });
  }

  /** Two administrators who remove each other at the same time go one after the other; the second finds himself the last. */
  async lockAdministrators({ committeeId }: Actor): Promise<void> {
    await this.database.rows('SELECT id FROM committee WHERE id = $1 FOR NO KEY UPDATE', [committeeId]);
  }

  /** After a change, under the lock: somebody must be left who can sign in and give roles, without an end to it. */
  async requireAdministrator({ committeeId }: Actor): Promise<void> {
    const [left] = await this.database.rows(
      `SELECT a.id FROM account a JOIN role_grant g ON g.account_id = a.id
        WHERE a.committee_id = $1 AND g.committee_id = $1 AND g.unit_id = $1 AND g.role = 'administrator'
          AND a.disabled_at IS NULL AND a.password_hash IS NOT NULL
          AND g.ended_at IS NULL AND g.valid @> $2::date AND upper_inf(g.valid) LIMIT 1`,
      [committeeId, today()],
    );
    if (!left) throw new LastAdministratorError();
  }

  private async requireSound(actor: Actor, unitId: string, wish: WishedRole, prefix: string): Promise<void> {
    const place = await this.placeOf(actor, unitId);
    const faults: FieldError[] = place
      ? faultsOf(wish, place, today())
      : [{ path: 'unitId', message: 'Không có tổ chức đảng này.' }];
    if (faults.length === 0 && wish.sessionId) faults.push(...(await this.faultsOfDoors(actor, wish)));
    if (faults.length === 0) return;
    const errors = faults.map(({ path, message }) => ({ path: `${prefix}${path}`, message }));
    throw new DomainError('validation', 'invalid', faults[0]?.message ?? '', { errors });
  }

  private async placeOf(actor: Actor, unitId: string): Promise<Place | null> {
    if (unitId === actor.committeeId) return 'committee';
    const unit = await this.units.find(actor, unitId, today());
    if (!unit) return null;
    if (await this.borders.isBeyond(unit.path)) return 'beyond';
    return unit.kind === 'cell' ? 'cell' : 'part';
  }

  /** The session must be the committee's, and the classes the session's. */
  async faultsOfDoors(
    { committeeId }: Actor,
    { sessionId, classIds }: Pick<WishedRole, 'sessionId' | 'classIds'>,
  ): Promise<FieldError[]> {
    const found = await this.database.rows<{ classId: string | null }>(
      `SELECT c.id AS "classId" FROM session s
         LEFT JOIN session_class c ON (c.committee_id, c.session_id) = (s.committee_id, s.id)
        WHERE s.committee_id = $1 AND s.id = $2`,
      [committeeId, sessionId],
    );
    if (found.length === 0) return [{ path: 'sessionId', message: 'Không có hội nghị này.' }];
    const known = new Set(found.map(({ classId }) => classId));
    return (classIds ?? []).flatMap((id, index) =>
      known.has(id) ? [] : [{ path: `classIds[${index}]`, message: 'Hội nghị này không có lớp đó.' }],
    );
  }
}
