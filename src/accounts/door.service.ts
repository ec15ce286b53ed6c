import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { today } from '../platform/database/today.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { Account } from './account.entity.js';
import { DoorCodeGoneError } from './accounts.errors.js';
import { dayAfter, startOfDay } from './calendar.js';
import type { DoorDto, EnrolDeviceDto } from './device.dto.js';
import { DeviceService } from './device.service.js';
import { readDoorCode } from './door-code.js';
import { DoorLimit } from './door-limit.js';
import { RoleGrant } from './role-grant.entity.js';
import { hashOf, newSecret } from './secret.js';
import { SignIn } from './sign-in.entity.js';
import type { Opened } from './sign-in.service.js';
import type { Visitor } from './visitor.js';

interface Code {
  committeeId: string;
  sessionId: string;
  classIds: string[];
  createdBy: string;
}

/** What a device does that has a code: it becomes an account which keeps the doors of its classes and nothing else. */
@Injectable()
export class DoorService {
  constructor(
    private readonly database: Database,
    private readonly devices: DeviceService,
    private readonly limit: DoorLimit,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DoorCodeGoneError, TooManyAttemptsError */
  async enrol({ code: typed, name }: EnrolDeviceDto, visitor: Visitor): Promise<Opened> {
    await this.limit.spend(visitor.address);
    const codeHash = hashOf(readDoorCode(typed));
    const [code] = await this.database.rows<Code>(
      `SELECT committee_id AS "committeeId", session_id AS "sessionId", class_ids AS "classIds", created_by AS "createdBy"
         FROM door_code_at_door($1)`,
      [codeHash],
    );
    if (!code) throw new DoorCodeGoneError();
    const accountId = uuidv7();
    const opened = await this.database.inScope(wholeCommittee(code.committeeId, accountId), async () => {
      await this.use(code, codeHash);
      return this.letIn(code, { accountId, name }, visitor);
    });
    await this.limit.giveBack(visitor.address);
    return opened;
  }

  /** What the device that asks is for. @throws NotFoundError for whoever is no device */
  async mine(): Promise<DoorDto> {
    const [door] = await this.database.rows<DoorDto>(
      `SELECT device_name AS "deviceName", session_title AS "sessionTitle", body_name AS "bodyName", revoked_by AS "revokedBy",
              last_day::text AS "lastDay", coalesce(classes, '[]') AS classes FROM doors_of_account($1)`,
      [today()],
    );
    if (!door) throw new NotFoundError('thiết bị');
    return door;
  }

  private async use({ committeeId }: Code, codeHash: Buffer): Promise<void> {
    const used = await this.database.rows(
      `UPDATE door_code SET used_at = now()
        WHERE committee_id = $1 AND code_hash = $2 AND used_at IS NULL AND expires_at > now() RETURNING code_hash`,
      [committeeId, codeHash],
    );
    if (used.length === 0) throw new DoorCodeGoneError();
  }

  private async letIn(
    { committeeId, sessionId, classIds, createdBy }: Code,
    { accountId, name }: { accountId: string; name: string },
    visitor: Visitor,
  ): Promise<Opened> {
    const now = new Date();
    const lastSitting = (await this.devices.lastDay(committeeId, classIds)) ?? today();
    const end = dayAfter(dayAfter(lastSitting < today() ? today() : lastSitting));
    const expiresAt = startOfDay(end);
    const device: Account = {
      ...{ id: accountId, committeeId, loginName: `thiet-bi-${accountId}`, displayName: name, kind: 'device' },
      ...{ passwordHash: null, createdAt: now, disabledAt: null },
    };
    const grant: RoleGrant = {
      ...{ committeeId, id: uuidv7(), accountId, unitId: committeeId, role: 'steward', mayExport: false, sessionId },
      ...{
        classIds,
        valid: { from: today(), to: end },
        grantedAt: now,
        grantedBy: createdBy,
        endedAt: null,
        endedBy: null,
      },
    };
    const { secret: token, hash: tokenHash } = newSecret();
    const signInId = uuidv7();
    await this.database.manager.insert(Account, device);
    await this.database.manager.insert(RoleGrant, grant);
    await this.database.manager.insert(SignIn, {
      ...{ tokenHash, id: signInId, kind: 'device', accountId, committeeId, name, createdAt: now, expiresAt },
      ...{ provedAt: now, seenAt: now, address: visitor.address, agent: visitor.agent.slice(0, 300) },
    });
    const values = { name, sessionId, classIds, until: end, allowedBy: createdBy };
    const actor = { accountId, signInId, committeeId, origin: visitor };
    this.audit.record(actor, { action: 'device.enrolled', subject: { kind: 'account', id: accountId }, values });
    return { token, maxAgeSeconds: Math.floor((expiresAt.getTime() - now.getTime()) / 1000) };
  }
}
