import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { UnitService } from '../organisation/unit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import type { CreateMemberDto, UpdateMemberDto } from './member.dto.js';
import type { DepartureDto, MemberHistoryDto, MergedIntoDto } from './member-record.dto.js';
import { Away, Exemption, Member, MemberOffice, Membership } from './member.entity.js';
import { rowsFor } from './member-rows.js';
import { MemberSecretService } from './member-secret.service.js';
import { AlreadyMergedError, MemberErasedError } from './members.errors.js';
import { entered, subjectOf } from './member-events.js';
import { correctedName, splitName } from './person-name.js';
import { requireOfficialBefore } from './steps/stay.js';

const rowsAtOnce = 1000;

const noNumbers = { citizenNumber: null, phone: null };

@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitService,
    private readonly policy: AccessPolicy,
    private readonly secrets: MemberSecretService,
    private readonly audit: AuditTrail,
  ) {}

  /** Enters members with all that is dated about them; all or none. @returns their ids, in order */
  enter(actor: Actor, dtos: CreateMemberDto[], prefix: (index: number) => string = () => ''): Promise<string[]> {
    return this.database.transaction(async () => {
      const ids = await this.enterUnrecorded(actor, dtos, prefix);
      this.audit.record(actor, entered(actor, ids, dtos));
      return ids;
    });
  }

  /** The same for whoever tells the trail himself of what they belong to. */
  enterUnrecorded(
    actor: Actor,
    dtos: CreateMemberDto[],
    prefix: (index: number) => string = () => '',
  ): Promise<string[]> {
    const rows = rowsFor(actor.committeeId, dtos, prefix);
    return this.database.transaction(async () => {
      const cells = dtos.flatMap((dto, index) =>
        dto.memberships.map(({ cellId }, at) => ({ cellId, path: `${prefix(index)}memberships[${at}].cellId` })),
      );
      await this.units.requireCells(
        actor,
        cells.map(({ cellId }) => cellId),
        (index) => new InvalidFieldError(cells[index]?.path ?? '', 'Không có chi bộ này.'),
      );
      await this.database.reachMembers(rows.members.map(({ id }) => id));
      await this.insertAll(Member, rows.members);
      await this.insertAll(Membership, rows.memberships);
      await this.insertAll(Exemption, rows.exemptions);
      await this.insertAll(Away, rows.aways);
      await this.insertAll(MemberOffice, rows.offices);
      await this.secrets.enter(
        actor,
        rows.members.map(({ id }, index) => ({ memberId: id, numbers: dtos[index] ?? {} })),
      );
      return rows.members.map(({ id }) => id);
    });
  }

  /** Enters one member. @returns what is then known of him */
  async enterOne(actor: Actor, dto: CreateMemberDto): Promise<MemberHistoryDto> {
    const [id = ''] = await this.enter(actor, [dto]);
    return this.historyOf(
      actor,
      await this.database.manager.findOneByOrFail(Member, { committeeId: actor.committeeId, id }),
    );
  }

  /** One member with everything that is dated about him, oldest first. */
  async history(actor: Actor, id: string): Promise<MemberHistoryDto> {
    return this.historyOf(actor, await this.one(actor, id));
  }

  private async historyOf(actor: Actor, member: Member): Promise<MemberHistoryDto> {
    const { committeeId, id: memberId } = member;
    const of = { where: { committeeId, memberId }, order: { valid: 'ASC' } } as const;
    const { manager } = this.database;
    const memberships = await manager.find(Membership, of);
    const exemptions = await manager.find(Exemption, of);
    const aways = await manager.find(Away, of);
    const offices = await manager.find(MemberOffice, of);
    const { committeeId: _committee, createdAt: _created, erasedAt, ...person } = member;
    const isOfTheHouse = this.policy.isOfTheHouse(actor);
    return {
      ...person,
      ...(isOfTheHouse ? await this.secrets.masked(actor, memberId) : noNumbers),
      mergedInto: await this.entryInstead(committeeId, memberId),
      left: await this.departureOf(committeeId, memberId),
      isErased: erasedAt !== null,
      memberships: memberships.map(({ kind, cellId, valid }) => ({ kind, cellId, valid })),
      exemptions: exemptions.map(({ kind, valid }) => ({ kind: isOfTheHouse ? kind : null, valid })),
      aways: aways.map(({ place, valid }) => ({ place, valid })),
      offices: offices.map(({ title, valid }) => ({ title, valid })),
    };
  }

  /** Where this entry was found to be the second of a person: the one that goes on. */
  private async entryInstead(committeeId: string, memberId: string): Promise<MergedIntoDto | null> {
    const [kept] = await this.database.rows<MergedIntoDto>(
      `SELECT k.id, k.full_name AS "fullName" FROM member_merge g JOIN member k ON (k.committee_id, k.id) = (g.committee_id, g.kept_id)
        WHERE (g.committee_id, g.dropped_id) = ($1, $2)`,
      [committeeId, memberId],
    );
    return kept ?? null;
  }

  /** @returns the entry under which this one goes on: itself, unless it was made one with another */
  async goesOnAs(actor: Actor, memberId: string): Promise<string> {
    const instead = await this.entryInstead(actor.committeeId, memberId);
    return instead ? this.goesOnAs(actor, instead.id) : memberId;
  }

  private async departureOf(committeeId: string, memberId: string): Promise<DepartureDto | null> {
    const [left] = await this.database.rows<DepartureDto>(
      `SELECT s.effective_on AS "on", s.reason FROM member_step s
        WHERE (s.committee_id, s.member_id, s.kind) = ($1, $2, 'left')
          AND NOT EXISTS (SELECT FROM membership p
                           WHERE (p.committee_id, p.member_id) = ($1, $2) AND lower(p.valid) >= s.effective_on)
        ORDER BY s.effective_on DESC LIMIT 1`,
      [committeeId, memberId],
    );
    return left ?? null;
  }

  /** The same, for somebody who looks at it. */
  async read(actor: Actor, id: string): Promise<MemberHistoryDto> {
    const history = await this.history(actor, id);
    await this.audit.recordReading(actor, { action: 'member.read', subject: subjectOf(id) });
    return history;
  }

  async update(actor: Actor, id: string, dto: UpdateMemberDto): Promise<MemberHistoryDto> {
    const member = await this.standing(actor, id);
    const { nameParts, citizenNumber, phone, ...fields } = dto;
    const name = dto.fullName === undefined ? {} : splitName(dto.fullName);
    const corrected = nameParts && correctedName(dto.fullName ?? member.fullName, nameParts);
    const birthYear = dto.birthDate ? { birthYear: Number(dto.birthDate.slice(0, 4)) } : {};
    const change = { ...fields, ...birthYear, ...name, ...corrected };
    if (Object.keys(change).length > 0) {
      await this.database.manager.update(Member, { committeeId: actor.committeeId, id }, change);
    }
    if (dto.officialOn) await requireOfficialBefore(this.database, actor.committeeId, [id]);
    await this.secrets.change(actor, id, { citizenNumber, phone });
    const event = { action: 'member.updated', subject: subjectOf(id), before: member, after: change };
    this.audit.recordChange<Partial<Member>>(actor, event);
    return this.history(actor, id);
  }

  /** @throws NotFoundError where there is none, or none within reach */
  async one(actor: Actor, id: string): Promise<Member> {
    const member = await this.database.manager.findOneBy(Member, { committeeId: actor.committeeId, id });
    const isBeyond = this.policy.membersOf(actor)?.includes(id) === false;
    if (!member || isBeyond) throw new NotFoundError('đảng viên');
    return member;
  }

  /** Nothing more is entered of somebody who was erased. @throws NotFoundError, MemberErasedError */
  async standing(actor: Actor, id: string): Promise<Member> {
    const member = await this.one(actor, id);
    if (member.erasedAt) throw new MemberErasedError();
    if (await this.entryInstead(actor.committeeId, id)) throw new AlreadyMergedError();
    return member;
  }

  private async insertAll<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: Row[]): Promise<void> {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      await this.database.manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(rows.slice(at, at + rowsAtOnce))
        .updateEntity(false)
        .execute();
    }
  }
}
