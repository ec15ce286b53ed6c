import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type { RevealDto } from './member.dto.js';
import type { RevealedDto } from './member-record.dto.js';
import {
  MemberSecret,
  type SecretField,
  secretFields,
  secretIndexPurpose,
  secretPurpose,
} from './member-secret.entity.js';
import { CitizenNumberTakenError } from './members.errors.js';
import { maskedNumber } from './number-forms.js';

const rowsAtOnce = 1000;

/** As DTOs carry them: undefined leaves a number as it is, null removes it. */
interface Numbers {
  citizenNumber?: string | null | undefined;
  phone?: string | null | undefined;
}

const keyOf: Record<SecretField, keyof Numbers> = { 'citizen-number': 'citizenNumber', phone: 'phone' };

/** Citizen numbers and phones: sealed when they come in, masked when they are shown, whole one at a time and with a reason. */
@Injectable()
export class MemberSecretService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly policy: AccessPolicy,
    private readonly audit: AuditTrail,
  ) {}

  /** Numbers of new members. */
  async enter(actor: Actor, members: { memberId: string; numbers: Numbers }[]): Promise<void> {
    const rows = members.flatMap(({ memberId, numbers }) =>
      secretFields.flatMap((field) => {
        const plain = numbers[keyOf[field]];
        return plain ? [this.row(actor, memberId, field, plain)] : [];
      }),
    );
    await this.refuseTaken(actor, members);
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      await this.database.manager.insert(MemberSecret, rows.slice(at, at + rowsAtOnce));
    }
  }

  /** The audit trail hears that a number changed, never which it was. */
  async change(actor: Actor, memberId: string, numbers: Numbers): Promise<void> {
    const changed = secretFields.filter((field) => numbers[keyOf[field]] !== undefined);
    if (changed.length === 0) return;
    await this.refuseTaken(actor, [{ memberId, numbers }]);
    for (const field of changed) {
      const plain = numbers[keyOf[field]];
      const key = { committeeId: actor.committeeId, memberId, field };
      if (plain)
        await this.database.manager.upsert(MemberSecret, this.row(actor, memberId, field, plain), Object.keys(key));
      else await this.database.manager.delete(MemberSecret, key);
    }
    const subject = { kind: 'member', id: memberId };
    this.audit.record(actor, { action: 'member.numbers-changed', subject, values: { fields: changed } });
  }

  /** The same of many, for whoever tells the trail himself. */
  async put(actor: Actor, members: { memberId: string; numbers: Numbers }[]): Promise<void> {
    await this.refuseTaken(actor, members);
    const { committeeId } = actor;
    const named = members.flatMap(({ memberId, numbers }) =>
      secretFields.flatMap((field) => {
        const plain = numbers[keyOf[field]];
        return plain === undefined ? [] : [{ memberId, field, plain }];
      }),
    );
    const gone = named.filter(({ plain }) => !plain);
    await this.database.rows(
      `DELETE FROM member_secret s USING unnest($2::uuid[], $3::text[]) AS g(member_id, field)
        WHERE s.committee_id = $1 AND (s.member_id, s.field) = (g.member_id, g.field)`,
      [committeeId, gone.map(({ memberId }) => memberId), gone.map(({ field }) => field)],
    );
    const rows = named.flatMap(({ memberId, field, plain }) =>
      plain ? [this.row(actor, memberId, field, plain)] : [],
    );
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      await this.database.manager.upsert(MemberSecret, rows.slice(at, at + rowsAtOnce), [
        'committeeId',
        'memberId',
        'field',
      ]);
    }
  }

  /** Numbers whole, for keeping them sealed elsewhere; they go to nobody. @returns by the member's id */
  async wholeOf(
    { committeeId }: Actor,
    memberIds: readonly string[],
  ): Promise<Map<string, { citizenNumber: string | null; phone: string | null }>> {
    const found = await this.database.manager.findBy(MemberSecret, { committeeId, memberId: In([...memberIds]) });
    const all = new Map<string, { citizenNumber: string | null; phone: string | null }>();
    for (const secret of found) {
      const numbers = all.get(secret.memberId) ?? { citizenNumber: null, phone: null };
      all.set(secret.memberId, { ...numbers, [keyOf[secret.field]]: this.open(secret) });
    }
    return all;
  }

  async masked(actor: Actor, memberId: string): Promise<{ citizenNumber: string | null; phone: string | null }> {
    const { committeeId } = actor;
    const secrets = await this.database.manager.findBy(MemberSecret, { committeeId, memberId });
    const of = (wanted: SecretField): string | null => {
      const secret = secrets.find(({ field }) => field === wanted);
      return secret ? maskedNumber(this.open(secret)) : null;
    };
    return { citizenNumber: of('citizen-number'), phone: of('phone') };
  }

  async reveal(actor: Actor, memberId: string, { field, reason }: RevealDto): Promise<RevealedDto> {
    const isBeyond = this.policy.membersOf(actor)?.includes(memberId) === false;
    const { committeeId } = actor;
    const secret = isBeyond
      ? null
      : await this.database.manager.findOneBy(MemberSecret, { committeeId, memberId, field });
    if (!secret) throw new NotFoundError('số này của đảng viên');
    this.audit.record(actor, {
      ...{ action: 'member.number-revealed', subject: { kind: 'member', id: memberId }, values: { field }, reason },
    });
    return { value: this.open(secret) };
  }

  /** Members with exactly this number, of whichever kind. */
  async idsWith(actor: Actor, number: string): Promise<string[]> {
    // Whoever looks in from above must not learn whose a number is by trying it.
    const fields = this.policy.isOfTheHouse(actor) ? secretFields : [];
    const rows = await this.database.rows<{ id: string }>(
      `SELECT DISTINCT member_id AS id FROM member_secret
        WHERE committee_id = $1 AND (field, blind_index) IN (SELECT * FROM unnest($2::text[], $3::bytea[]))`,
      [actor.committeeId, ...this.indexes(actor, fields, number)],
    );
    this.audit.record(actor, {
      action: 'member.looked-up',
      subject: { kind: 'member', id: rows.length === 1 ? (rows[0]?.id ?? null) : null },
      values: { found: rows.length },
    });
    return rows.map(({ id }) => id);
  }

  async erase(actor: Pick<Actor, 'committeeId'>, memberId: string): Promise<void> {
    await this.database.manager.delete(MemberSecret, { committeeId: actor.committeeId, memberId });
  }

  private row(actor: Actor, memberId: string, field: SecretField, plain: string): MemberSecret {
    const { committeeId } = actor;
    return {
      ...{ committeeId, memberId, field },
      sealed: this.cipher.seal(secretPurpose(committeeId, memberId, field), plain),
      blindIndex: this.cipher.blindIndex(secretIndexPurpose(committeeId, field), plain),
    };
  }

  private open({ committeeId, memberId, field, sealed }: MemberSecret): string {
    return this.cipher.open(secretPurpose(committeeId, memberId, field), sealed);
  }

  /** Kinds and indexes of a number under every key of the ring. */
  private indexes(
    { committeeId }: Actor,
    fields: readonly SecretField[],
    plain: string,
  ): [fields: string[], indexes: Buffer[]] {
    const all = fields.flatMap((field) =>
      this.cipher
        .blindIndexes(secretIndexPurpose(committeeId, field), plain)
        .map((index): [string, Buffer] => [field, index]),
    );
    return [all.map(([field]) => field), all.map(([, index]) => index)];
  }

  /** The unique index sees numbers under one key; while keys are exchanged, the same number may stand under another. */
  private async refuseTaken(actor: Actor, members: { memberId: string; numbers: Numbers }[]): Promise<void> {
    const numbers = members.flatMap(({ numbers: { citizenNumber } }) => citizenNumber ?? []);
    if (numbers.length === 0) return;
    const indexes = numbers.flatMap((number) => this.indexes(actor, ['citizen-number'], number)[1]);
    const [taken] = await this.database.rows(
      `SELECT 1 FROM member_secret WHERE committee_id = $1 AND field = 'citizen-number' AND blind_index = ANY ($2)
          AND NOT member_id = ANY ($3) LIMIT 1`,
      [actor.committeeId, indexes, members.map(({ memberId }) => memberId)],
    );
    if (taken) throw new CitizenNumberTakenError();
  }
}
