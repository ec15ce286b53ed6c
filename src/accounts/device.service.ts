import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { DomainError, InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { DoorCode } from './door-code.entity.js';
import { newDoorCode } from './door-code.js';
import type { CreateDoorCodeDto, DeviceDto, DoorCodeDto } from './device.dto.js';
import { RoleService } from './role.service.js';
import { hashOf } from './secret.js';

const CODE_MINUTES = 10;

/** Devices at doors, for administrators. */
@Injectable()
export class DeviceService {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleService,
    private readonly audit: AuditTrail,
  ) {}

  /** Devices that may work today or later, by session and name. */
  list({ committeeId }: Actor): Promise<DeviceDto[]> {
    return this.database.rows<DeviceDto>(
      `SELECT a.id, a.display_name AS name, g.session_id AS "sessionId", s.title AS "sessionTitle", a.created_at AS "enrolledAt",
              coalesce(b.display_name, '') AS "enrolledBy", i.seen_at AS "seenAt", (upper(g.valid) - 1)::text AS until,
              (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.number), '[]')
                 FROM session_class k WHERE k.committee_id = g.committee_id AND k.id = ANY (g.class_ids)) AS classes
         FROM account a
         JOIN sign_in i ON i.account_id = a.id AND i.kind = 'device' AND i.ended_at IS NULL AND i.expires_at > now()
         JOIN role_grant g ON g.committee_id = $1 AND g.account_id = a.id AND g.ended_at IS NULL AND g.valid @> $2::date
         JOIN session s ON (s.committee_id, s.id) = (g.committee_id, g.session_id)
         LEFT JOIN account b ON b.id = g.granted_by
        WHERE a.committee_id = $1 AND a.kind = 'device' AND a.disabled_at IS NULL
        ORDER BY s.created_at DESC, a.display_name COLLATE vi_natural`,
      [committeeId, today()],
    );
  }

  /** A code for one device at the doors of these classes. @throws DomainError where they are not the committee's, or over */
  async issueCode(actor: Actor, { sessionId, classIds }: CreateDoorCodeDto): Promise<DoorCodeDto> {
    const errors = await this.roles.faultsOfDoors(actor, { sessionId, classIds });
    if (errors.length > 0) throw new DomainError('validation', 'invalid', errors[0]?.message ?? '', { errors });
    const last = await this.lastDay(actor.committeeId, classIds);
    if (!last || last < today()) {
      throw new InvalidFieldError('classIds', 'Các lớp này chưa có buổi nào từ hôm nay trở đi.');
    }
    const code = newDoorCode();
    const { committeeId, accountId: createdBy } = actor;
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + CODE_MINUTES * 60_000);
    await this.database.manager.insert(DoorCode, {
      ...{ committeeId, codeHash: hashOf(code), sessionId, classIds, createdAt, createdBy, expiresAt, usedAt: null },
    });
    const subject = { kind: 'session', id: sessionId };
    this.audit.record(actor, { action: 'device.code-issued', subject, values: { classIds, expiresAt } });
    return { code, expiresAt };
  }

  /** From the next request on the device is a stranger. */
  async end(actor: Actor, id: string): Promise<void> {
    const { committeeId, accountId } = actor;
    const [ended] = await this.database.rows<{ name: string }>(
      `UPDATE account SET disabled_at = now()
        WHERE committee_id = $1 AND id = $2 AND kind = 'device' AND disabled_at IS NULL RETURNING display_name AS name`,
      [committeeId, id],
    );
    if (!ended) throw new NotFoundError('thiết bị');
    await this.database.rows('UPDATE sign_in SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL', [id]);
    await this.database.rows(
      `UPDATE role_grant SET ended_at = greatest(now(), granted_at), ended_by = $3
        WHERE committee_id = $1 AND account_id = $2 AND ended_at IS NULL`,
      [committeeId, id, accountId],
    );
    this.audit.record(actor, {
      action: 'device.ended',
      subject: { kind: 'account', id },
      values: { name: ended.name },
    });
  }

  /** The day of the last sitting of these classes; null where they have none. */
  async lastDay(committeeId: string, classIds: string[]): Promise<string | null> {
    const [found] = await this.database.rows<{ day: string | null }>(
      'SELECT max(held_on)::text AS day FROM sitting WHERE committee_id = $1 AND class_id = ANY ($2)',
      [committeeId, classIds],
    );
    return found?.day ?? null;
  }
}
