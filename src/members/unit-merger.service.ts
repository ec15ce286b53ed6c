import { Injectable } from '@nestjs/common';
import { CellListsService } from '../organisation/cell-lists.service.js';
import { UnitLedger, type UnitStep } from '../organisation/unit-ledger.js';
import { UnitService } from '../organisation/unit.service.js';
import { UnitTakeBackService } from '../organisation/unit-take-back.service.js';
import { UnitChangeDto } from '../organisation/unit-change.dto.js';
import type { UnitVersion } from '../organisation/unit-version.entity.js';
import { ForbiddenError } from '../platform/access/access.errors.js';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { isNowhere, reachOf } from '../platform/access/reach.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { MembershipMoves } from './membership-moves.js';
import type { CellSuccessionDto, MergeCellsDto, SplitCellDto } from './unit-merger.dto.js';
import { checkParts } from './split-parts.js';

/** What a merger or a split has made of the cells. */
interface Outcome {
  step: UnitStep;
  from: UnitVersion[];
  to: UnitVersion[];
  ended: UnitVersion[];
}

/** Cells become one, or one becomes several; their members and the lists that name them go along, all in one step. */
@Injectable()
export class UnitMergerService {
  constructor(
    private readonly database: Database,
    private readonly policy: AccessPolicy,
    private readonly units: UnitService,
    private readonly ledger: UnitLedger,
    private readonly lists: CellListsService,
    private readonly moves: MembershipMoves,
    private readonly takeBacks: UnitTakeBackService,
    private readonly audit: AuditTrail,
  ) {}

  async merge(actor: Actor, dto: MergeCellsDto): Promise<CellSuccessionDto> {
    const done = await this.performMerger(actor, dto);
    this.tell(actor, 'units.merged', done, dto);
    return done;
  }

  async split(actor: Actor, dto: SplitCellDto): Promise<CellSuccessionDto> {
    const done = await this.performSplit(actor, dto);
    this.tell(actor, 'unit.split', done, dto);
    return done;
  }

  async previewMerger(actor: Actor, dto: MergeCellsDto): Promise<CellSuccessionDto> {
    const seen = await this.tried(() => this.performMerger(actor, dto));
    this.tell(actor, 'units.merger-previewed', seen, dto);
    return seen;
  }

  async previewSplit(actor: Actor, dto: SplitCellDto): Promise<CellSuccessionDto> {
    const seen = await this.tried(() => this.performSplit(actor, dto));
    this.tell(actor, 'unit.split-previewed', seen, dto);
    return seen;
  }

  /** A change of any kind, with the members and lists that it moved. */
  takeBack(actor: Actor, changeId: string): Promise<UnitChangeDto> {
    return this.database.transaction(async () => {
      const change = await this.takeBacks.takeBack(this.planter(actor), changeId, async (on) => {
        await this.moves.restore(actor, changeId, on);
      });
      const { kind, on, document, parts } = change;
      const names = parts.map(({ before, after }) => before?.name ?? after?.name);
      const subject = { kind: 'unit', id: parts[0]?.unitId ?? null };
      this.audit.record(actor, { action: 'unit.change-taken-back', subject, values: { kind, on, document, names } });
      return change;
    });
  }

  /** What would be, by doing it: a refusal of the act is a refusal of its preview. Nothing of it stays. */
  private tried<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.database.rows('SAVEPOINT tried');
      const seen = await work();
      await this.database.rows('ROLLBACK TO SAVEPOINT tried');
      return seen;
    });
  }

  private performMerger(actor: Actor, dto: MergeCellsDto): Promise<CellSuccessionDto> {
    const planter = this.planter(actor);
    const { on, document, target, cellIds } = dto;
    if (target.unitId !== undefined && !cellIds.includes(target.unitId)) {
      throw new InvalidFieldError('target.unitId', 'Chi bộ nhận phải là một trong các chi bộ được nhập.');
    }
    return this.ledger.write(actor, { kind: 'merged', on, document }, async (step) => {
      const cells: UnitVersion[] = [];
      for (const [index, id] of cellIds.entries())
        cells.push(await this.cell(actor, planter, id, on, `cellIds[${index}]`));
      const from = cells.filter(({ unitId }) => unitId !== target.unitId);
      await step.take(
        from.map(({ unitId }) => unitId),
        'source',
      );
      for (const cell of from) await step.end(cell);
      const to = await this.receiving(planter, step, cells, target);
      await this.database.reachCells([to.unitId]);
      const sources = from.map(({ unitId }) => unitId);
      await this.moves.move(actor, { changeId: step.id, on, from: sources, to: to.unitId, memberIds: null });
      return this.told(actor, { step, from, to: [to], ended: from });
    });
  }

  /** The cell that goes on, or a new one in the place of the first. */
  private async receiving(
    planter: Actor,
    step: UnitStep,
    cells: UnitVersion[],
    { unitId, name, code, category, parentId }: MergeCellsDto['target'],
  ): Promise<UnitVersion> {
    const standing = cells.find((cell) => cell.unitId === unitId);
    if (standing) return this.goesOn(step, standing, { name, code, category });
    if (name === undefined) throw new InvalidFieldError('target.name', 'Ghi tên chi bộ mới.');
    const [first] = cells;
    const place = { parentId: parentId ?? first?.parentId ?? '', category: category ?? first?.category ?? null };
    return this.founded(planter, step, { name, code: code ?? null, ...place }, 'target.parentId');
  }

  /** What is undefined stays as it was. */
  private async goesOn(step: UnitStep, cell: UnitVersion, fields: MergeCellsDto['target']): Promise<UnitVersion> {
    await step.take([cell.unitId], 'target');
    const { name = cell.name, code = cell.code, category = cell.category } = fields;
    if (name === cell.name && code === cell.code && category === cell.category) return cell;
    await step.end(cell, true);
    return step.open({ ...cell, name, code, category });
  }

  private performSplit(actor: Actor, dto: SplitCellDto): Promise<CellSuccessionDto> {
    const planter = this.planter(actor);
    const { on, document, cellId, parts, ends } = dto;
    return this.ledger.write(actor, { kind: 'split', on, document }, async (step) => {
      const cell = await this.cell(actor, planter, cellId, on, 'cellId');
      checkParts(dto, await this.moves.membersOf(actor, cellId, on));
      await step.take([cellId], 'source');
      if (ends) await step.end(cell);
      const to: UnitVersion[] = [];
      for (const { name, code = null, category = cell.category, memberIds } of parts) {
        const place = { name, code, category, parentId: cell.parentId ?? '' };
        const part = await this.founded(planter, step, place, 'cellId');
        await this.database.reachCells([part.unitId]);
        await this.moves.move(actor, { changeId: step.id, on, from: [cellId], to: part.unitId, memberIds });
        to.push(part);
      }
      return this.told(actor, { step, from: [cell], to, ended: ends ? [cell] : [] });
    });
  }

  private async founded(
    planter: Actor,
    step: UnitStep,
    { parentId, ...fields }: Pick<UnitVersion, 'name' | 'code' | 'category'> & { parentId: string },
    field: string,
  ): Promise<UnitVersion> {
    const parent = await this.units.parent(planter, parentId, step.on, field);
    const unitId = await step.plant('target');
    return step.open({ ...fields, unitId, kind: 'cell', parentId: parent.unitId, path: `${parent.path}.${unitId}` });
  }

  /** A cell that stands, within reach of both permissions. */
  private async cell(actor: Actor, planter: Actor, id: string, on: string, field: string): Promise<UnitVersion> {
    const cell = await this.units.standing(actor, id, on);
    if (!this.policy.isBelowReach(planter, cell.path)) throw new NotFoundError('tổ chức đảng đang hoạt động');
    if (cell.kind !== 'cell') throw new InvalidFieldError(field, `${cell.name} không phải là chi bộ.`);
    // One that does not stand today is not among the cells of the request yet.
    await this.database.reachCells([id]);
    return cell;
  }

  /** The same person, as far as he may change the tree: the route asks for the right to change members. */
  private planter(actor: Actor): Actor {
    const reach = reachOf(actor, 'unit.change');
    if (isNowhere(reach)) throw new ForbiddenError();
    return { ...actor, reach };
  }

  private async told(actor: Actor, { step, from, to, ended }: Outcome): Promise<CellSuccessionDto> {
    const ids = (cells: UnitVersion[]): string[] => cells.map(({ unitId }) => unitId);
    const { on, id: changeId } = step;
    const succession = { on, from: ids(from), to: ids(to), ended: ids(ended) };
    const touched = await this.lists.follow(actor, changeId, succession);
    const named = (cells: UnitVersion[]) => cells.map(({ unitId, name }) => ({ id: unitId, name }));
    return {
      ...{ on, changeId, ended: named(ended), receiving: named(to) },
      moves: await this.moves.moved(actor, changeId, on),
      groups: touched['cell-group'].map(({ id, name }) => ({ id, name })),
      classes: touched.class.flatMap(({ id, name, effect, ofClass }) =>
        ofClass ? [{ id, name, effect, ...ofClass }] : [],
      ),
      clashes: await this.moves.clashes(actor, ids(to), on),
    };
  }

  private tell(
    actor: Actor,
    action: string,
    { on, ended, receiving, moves, groups, classes }: CellSuccessionDto,
    { document }: MergeCellsDto | SplitCellDto,
  ): void {
    const lists = { groups: groups.map(({ id }) => id), classes: classes.map(({ id, effect }) => ({ id, effect })) };
    const subject = { kind: 'unit', id: ended[0]?.id ?? receiving[0]?.id ?? null };
    this.audit.record(actor, { action, subject, values: { on, document, ended, receiving, moves, ...lists } });
  }
}
