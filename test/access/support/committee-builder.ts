import { randomUUID } from 'node:crypto';
import { today } from '../../../src/platform/database/today.js';
import type { Method } from '../../support/test-app.js';
import { defaultRules } from '../../../src/personal-data/data-rules.js';
import { pdfOf } from '../../files/support/made-files.js';
import type { BuiltPlace, CommitteeKey, Marker, MarkerKind } from './places.js';
import { uploadOf } from './upload.js';
import { appoint, mergeTwo } from './member-ways.js';

/** A request of the committee's clerk that must succeed. */
export type Send = <T = { id: string }>(
  method: Method,
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<T>;

/** Cells that study in one class. */
export interface Hall {
  key: string;
  /** The sub-committee under which its cells are founded. */
  sub?: string;
  cells: string[];
}

interface Built {
  id: string;
  classes: { id: string; sittingId: string }[];
}

/** Of the member who has asked. */
type Asked = Pick<BuiltPlace, 'requestId' | 'erasureRequestId' | 'citizenNumber'>;

let count = 0;

/** Fills a committee through the API with people, plans, rolls and closings; every text that tells something is marked. */
export class CommitteeBuilder {
  private readonly ids = new Map<string, string>();
  private readonly numbers = new Map<string, string>();
  private readonly membersOf = new Map<string, string[]>();

  constructor(
    private readonly send: Send,
    private readonly key: CommitteeKey,
    private readonly committeeId: string,
    private readonly halls: Hall[],
    private readonly markers: Marker[],
  ) {}

  /** @returns the place of the first cell of each hall */
  async build(): Promise<BuiltPlace[]> {
    for (const hall of this.halls) await this.foundHall(hall);
    const resolutionId = await this.resolution('door-plan');
    const fileId = await this.file(resolutionId);
    // Shared with the office; one that is somebody's alone stands with the accounts.
    await this.send('POST', '/member-filters', { name: 'Nữ đảng viên', query: { sex: 'female' }, isShared: true });
    const spareResolutionId = await this.resolution('plan');
    const day = await this.session('door-plan', today(), [resolutionId]);
    await this.send('POST', `/sessions/${day.id}/summons`);
    const marks: { markId: string; conflictId: string }[] = [];
    for (const [index, hall] of this.halls.entries()) marks.push(await this.markHall(day, index, hall));
    const closed = [await this.pastSession(0), await this.pastSession(1)];
    await this.send('PUT', '/data-rules', defaultRules);
    const asked: Asked[] = [];
    for (const { cells } of this.halls) asked.push(await this.askForData(cells[0] ?? ''));
    const planned = await this.session('plan', '2031-05-06', []);
    return this.halls.map((hall, index) => {
      const [cell = ''] = hall.cells;
      const [memberId = '', otherMemberId = ''] = this.membersOf.get(cell) ?? [];
      const { id: classId = '', sittingId = '' } = day.classes[index] ?? {};
      // Of both sessions that were closed, every other class was opened again.
      const [first = '', second = ''] = closed.map(({ classes }) => classes[index]?.id ?? '');
      const [reopenedClassId, closedClassId] = index === 0 ? [first, second] : [second, first];
      return {
        ...{ cell, committee: this.key, committeeId: this.committeeId, memberId, otherMemberId },
        ...{ parentId: hall.sub ? this.id(hall.sub) : this.committeeId, cellId: this.id(cell) },
        ...{
          emptyCellId: this.id(`empty-${cell}`),
          changeId: this.id(`founding-${cell}`),
          stepId: this.id(`step-${cell}`),
          mergeId: this.id(`merge-${cell}`),
          groupId: this.id(`group-${hall.key}`),
        },
        ...{ resolutionId, spareResolutionId, sessionId: day.id, classId, sittingId, closedClassId, reopenedClassId },
        ...{ markId: '', conflictId: '', ...marks[index], fileId },
        ...{ requestId: '', erasureRequestId: '', citizenNumber: '', ...asked[index] },
        ...{ plannedSessionId: planned.id, plannedClassId: planned.classes[index]?.id ?? '' },
      };
    });
  }

  id(name: string): string {
    const id = this.ids.get(name);
    if (!id) throw new Error(`nothing was built under the name ${name}`);
    return id;
  }

  private mark(
    kind: MarkerKind,
    at: { cell?: string; hall?: string } = {},
    text = `Qz${kind}${(count += 1)}qz`,
  ): string {
    this.markers.push({ text, kind, committee: this.key, ...at });
    return text;
  }

  private async found(name: string, kind: string, parent: string | undefined): Promise<void> {
    const parentId = parent ? this.id(parent) : null;
    const fields = { name: this.mark('unit', { cell: name }), kind, foundedOn: '2010-01-01', parentId };
    const { id } = await this.send('POST', '/units', fields);
    this.ids.set(name, id);
    this.mark('unit', { cell: name }, id);
  }

  private async foundHall({ key, sub, cells }: Hall): Promise<void> {
    if (sub) await this.found(sub, 'committee', undefined);
    await this.found(`empty-${cells[0]}`, 'cell', sub);
    const story = `/units/${this.id(`empty-${cells[0]}`)}/changes`;
    this.ids.set(`founding-${cells[0]}`, (await this.send<{ id: string }[]>('GET', story))[0]?.id ?? '');
    for (const cell of cells) {
      await this.found(cell, 'cell', sub);
      await this.enterPeople(cell);
    }
    const cellIds = cells.map((cell) => this.id(cell));
    const name = this.mark('unit', { cell: cells[0] ?? '' });
    this.ids.set(`group-${key}`, (await this.send('POST', '/cell-groups', { name, cellIds })).id);
  }

  private async enterPeople(cell: string): Promise<void> {
    const at = { cell };
    const members = ['2006-03-03', null].map((officialOn) => {
      count += 1;
      const birthDate = new Date(Date.UTC(1940, 0, count * 17)).toISOString().slice(0, 10);
      return {
        ...{ fullName: `Nguyễn Mẫu ${this.mark('people', at)}`, admittedOn: '2005-03-03', officialOn },
        ...{ birthDate: this.mark('register', at, birthDate), cardNumber: this.mark('register', at) },
        citizenNumber: this.mark('secret', at, String(79_190_000_000 + count * 131_071).padStart(12, '0')),
        phone: this.mark('secret', at, `09${10_000_000 + count * 7919}`),
        memberships: [{ cellId: this.id(cell), kind: 'official', from: '2015-01-01' }],
        offices: [{ title: this.mark('people', at), from: '2015-01-01' }],
        exemptions: [{ kind: 'old-age', from: '2040-01-01' }],
        aways: [{ place: this.mark('register', at), from: '2016-01-01', to: '2016-06-01' }],
      };
    });
    const { ids } = await this.send<{ ids: string[] }>('POST', '/members/batch', { members });
    for (const [index, id] of ids.entries()) {
      this.mark('people', at, id);
      this.numbers.set(id, members[index]?.citizenNumber ?? '');
    }
    this.membersOf.set(cell, ids);
    const desk = {
      send: <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => this.send<T>(method, path, body),
      mark: (kind: 'people' | 'register', text?: string): string => this.mark(kind, at, text),
    };
    this.ids.set(`step-${cell}`, await appoint(desk, ids[0] ?? ''));
    this.ids.set(`merge-${cell}`, await mergeTwo(desk, this.id(cell)));
  }

  private async resolution(kind: MarkerKind): Promise<string> {
    const fields = { number: this.mark(kind), title: this.mark(kind), issuer: this.mark(kind), level: 'base' };
    return (await this.send('POST', '/resolutions', { ...fields, issuedOn: '2019-09-09' })).id;
  }

  private async file(resolutionId: string): Promise<string> {
    const { body, headers } = uploadOf(`${this.mark('plan')}.pdf`, await pdfOf([this.mark('plan')]));
    return (await this.send('POST', `/resolutions/${resolutionId}/files`, body, headers)).id;
  }

  /** The first member of a cell wants to see what is held of him, and to have it erased. */
  private async askForData(cell: string): Promise<Asked> {
    const [memberId = ''] = this.membersOf.get(cell) ?? [];
    const ask = (kind: string) =>
      this.send('POST', '/data-requests', {
        ...{ memberId, kind, receivedOn: today(), detail: this.mark('request', { cell }) },
      });
    return {
      requestId: (await ask('view')).id,
      erasureRequestId: (await ask('delete')).id,
      citizenNumber: this.numbers.get(memberId) ?? '',
    };
  }

  private async session(kind: MarkerKind, heldOn: string, resolutionIds: string[]): Promise<Built> {
    const person = () => ({ name: this.mark(kind), office: this.mark(kind) });
    const { id } = await this.send('POST', '/sessions', {
      ...{ kind: 'study', title: this.mark(kind), mode: 'direct', resolutionIds },
      ...{ presenters: [person()], delegates: [person()], guests: [{ category: this.mark(kind), count: 3 }] },
      narrative: { leadership: this.mark('narrative'), content: this.mark('narrative') },
    });
    const classes: Built['classes'] = [];
    for (const hall of this.halls) {
      const at = kind === 'door-plan' ? { hall: hall.key } : {};
      const text = () => this.mark(kind === 'door-plan' ? 'class' : kind, at);
      const made = await this.send<{ id: string; sittings: { id: string }[] }>('POST', `/sessions/${id}/classes`, {
        ...{ name: text(), mode: 'direct', venue: text(), cellIds: hall.cells.map((cell) => this.id(cell)) },
        sittings: [{ heldOn, startsAt: '00:10', endsAt: '23:50', topic: text() }],
      });
      classes.push({ id: made.id, sittingId: made.sittings[0]?.id ?? '' });
    }
    return { id, classes };
  }

  /** The first cell is marked, one mark of it withdrawn, another offered twice; further cells stay unmarked. */
  private async markHall({ id, classes }: Built, index: number, { cells: [cell = ''] }: Hall) {
    const sitting = `/sittings/${classes[index]?.sittingId}`;
    const [memberId, otherMemberId] = this.membersOf.get(cell) ?? [];
    const mark = (kind: string) => ({ ...{ memberId, kind, method: 'name', takenAt: '2026-01-01T01:00:00.000Z' } });
    const markId = randomUUID();
    const device = this.mark('people', { cell });
    await this.send('PUT', `${sitting}/marks/${markId}`, { ...mark('present'), device });
    await this.send('POST', `${sitting}/marks`, { marks: [{ ...mark('excused'), id: markId, reason: 'illness' }] });
    const conflicts = await this.send<{ id: string; markId: string }[]>('GET', `/sessions/${id}/mark-conflicts`);
    const taken = randomUUID();
    await this.send('PUT', `${sitting}/marks/${taken}`, { ...mark('unexcused'), memberId: otherMemberId });
    const note = this.mark('people', { cell });
    const withdrawal = { ...mark('withdrawn'), memberId: otherMemberId, withdraws: taken, note };
    await this.send('PUT', `${sitting}/marks/${randomUUID()}`, withdrawal);
    return { markId, conflictId: conflicts.find((conflict) => conflict.markId === markId)?.id ?? '' };
  }

  /** All marked and closed; then the class of the hall at `reopened` is opened again. */
  private async pastSession(reopened: number): Promise<Built> {
    const built = await this.session('plan', `2018-0${reopened + 1}-05`, []);
    await this.send('POST', `/sessions/${built.id}/summons`);
    for (const [index, { cells }] of this.halls.entries()) {
      const { id, sittingId } = built.classes[index] ?? {};
      for (const cell of cells) {
        const call = { id: randomUUID(), absent: [], takenAt: '2018-01-05T01:00:00.000Z' };
        await this.send('POST', `/sittings/${sittingId}/cells/${this.id(cell)}/roll-call`, call);
      }
      await this.send('POST', `/classes/${id}/closing`);
      if (index === reopened) await this.send('POST', `/classes/${id}/reopening`, { reason: this.mark('closing') });
    }
    return built;
  }
}
