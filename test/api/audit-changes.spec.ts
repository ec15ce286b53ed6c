import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { type Kept, trailOf } from '../support/audit-trail.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;
let me: string;
beforeAll(async () => {
  day = await StudyDay.prepare();
  me = (await day.make<{ accountId: string }>('GET', '/me')).accountId;
});
afterAll(() => day.test.stop());

/** What a piece of work left in the trail. */
async function toldBy(work: () => Promise<unknown>): Promise<Kept[]> {
  const before = await trailOf(day.test.databaseUrl);
  await work();
  return trailOf(day.test.databaseUrl, before.length);
}

const made = async (path: string, body: object): Promise<string> =>
  (await day.make<{ id: string }>('POST', path, body)).id;

const resolution = {
  ...{ number: '05-NQ/TW', title: 'Nghị quyết mẫu', issuer: 'Trung ương', issuedOn: '2020-05-01', level: 'central' },
};

describe('a change of the organisation', () => {
  it('of a cell tells its founding, what it was and is, and its end', async () => {
    let id = '';
    const told = await toldBy(async () => {
      id = await made('/units', { name: 'Chi bộ 9', kind: 'cell', foundedOn: '2010-01-01' });
      await day.make('POST', `/units/${id}/changes`, { from: '2015-01-01', name: 'Chi bộ 9A' });
      await day.make('POST', `/units/${id}/dissolution`, { on: '2020-01-01', document: { number: '12-QĐ/ĐU' } });
    });
    expect(told.map(({ action }) => action)).toEqual(['unit.founded', 'unit.changed', 'unit.dissolved']);
    expect(told.every(({ subjectId, accountId }) => subjectId === id && accountId === me)).toBe(true);
    expect(told[1]?.told).toEqual({ from: '2015-01-01', name: { from: 'Chi bộ 9', to: 'Chi bộ 9A' } });
    expect(told[2]?.told).toMatchObject({ on: '2020-01-01', document: { number: '12-QĐ/ĐU' } });
  });

  it('of a group of cells tells which cells it had and has', async () => {
    const told = await toldBy(async () => {
      const id = await made('/cell-groups', { name: 'Khối mẫu', cellIds: [day.cell(0)] });
      await day.make('PUT', `/cell-groups/${id}`, { name: 'Khối mẫu', cellIds: day.cells });
      await day.make('DELETE', `/cell-groups/${id}`);
    });
    const [, changed, removed] = told;
    expect(told.map(({ action }) => action)).toEqual(
      ['created', 'changed', 'removed'].map((end) => `cell-group.${end}`),
    );
    expect(changed?.told).toEqual({ cellIds: { from: [day.cell(0)], to: day.cells } });
    expect(removed?.told).toMatchObject({ name: 'Khối mẫu' });
  });

  it('of the settings tells only what is another, and nothing where all is the same', async () => {
    const change = { undoSeconds: 120, place: 'Thử Nghiệm' };
    const told = await toldBy(() => day.make('PATCH', '/committee', change));
    expect(told.map((entry) => entry.told)).toEqual([{ undoSeconds: { from: 300, to: 120 } }]);
    expect(await toldBy(() => day.make('PATCH', '/committee', change))).toEqual([]);
  });
});

describe('a change of the register', () => {
  const person = () => ({
    ...{ fullName: 'Bùi Mẫu Khang', admittedOn: '2010-03-03' },
    memberships: [{ cellId: day.cell(0), kind: 'official', from: '2015-01-01' }],
  });

  it('tells who was entered, one by one and many at once', async () => {
    const ids: string[] = [];
    const told = await toldBy(async () => {
      ids.push(await made('/members', person()));
      const batch = await day.make<{ ids: string[] }>('POST', '/members/batch', { members: [person(), person()] });
      ids.push(...batch.ids);
    });
    expect(told[0]).toMatchObject({ action: 'member.entered', subjectId: ids[0], told: { fullName: 'Bùi Mẫu Khang' } });
    expect(told[1]).toMatchObject({ action: 'members.entered', told: { count: 2, memberIds: ids.slice(1) } });
    expect(told).toHaveLength(2);
  });

  it('tells what a member’s fields were and are, and each step of his life in the Party', async () => {
    const id = await made('/members', person());
    const told = await toldBy(async () => {
      await day.make('PATCH', `/members/${id}`, { admittedOn: '2011-04-04', fullName: 'Bùi Mẫu Khang' });
      await day.make('POST', `/members/${id}/memberships`, {
        cellId: day.cell(1),
        kind: 'official',
        from: '2020-01-01',
      });
      await day.make('POST', `/members/${id}/exemptions`, { kind: 'old-age', from: '2022-01-01' });
      await day.make('POST', `/members/${id}/aways`, { place: 'Đà Mẫu', from: '2023-01-01' });
      await day.make('POST', `/members/${id}/offices`, { title: 'Phó bí thư', from: '2023-01-01' });
    });
    expect(told.map(({ action }) => action.split('.')[1])).toEqual([
      ...['updated', 'transferred', 'exempted', 'sent-away', 'appointed'],
    ]);
    expect(told[0]?.told).toEqual({ admittedOn: { from: '2010-03-03', to: '2011-04-04' } });
    expect(told[1]?.told).toMatchObject({ cellId: { from: day.cell(0), to: day.cell(1) }, from: '2020-01-01' });
    expect(told.every(({ subjectId }) => subjectId === id)).toBe(true);
  });
});

describe('a change of a plan', () => {
  it('tells of a resolution from its entering to its removal', async () => {
    const told = await toldBy(async () => {
      const id = await made('/resolutions', resolution);
      await day.make('PATCH', `/resolutions/${id}`, { title: 'Nghị quyết mẫu, bản sửa' });
      await day.make('DELETE', `/resolutions/${id}`);
    });
    expect(told[1]?.told).toEqual({ title: { from: 'Nghị quyết mẫu', to: 'Nghị quyết mẫu, bản sửa' } });
    expect(told[2]).toMatchObject({ action: 'resolution.removed', told: { title: 'Nghị quyết mẫu, bản sửa' } });
  });

  it('tells of a session, its classes, their cells and sittings, and how many were summoned', async () => {
    const told = await toldBy(async () => {
      const { sessionId, classId } = await day.plan({ isSummoned: false });
      await day.make('PATCH', `/sessions/${sessionId}`, {
        title: 'Hội nghị sửa tên',
        narrative: { tasks: 'Việc mẫu' },
      });
      const sittings = [{ heldOn: '2021-01-17', startsAt: '14:00' }];
      await day.make('PATCH', `/classes/${classId}`, { cellIds: [day.cell(0)], sittings });
      await day.make('POST', `/sessions/${sessionId}/summons`);
      const other = await day.addClass(sessionId, [day.cell(1)]);
      await day.make('DELETE', `/classes/${other.id}`);
    });
    const [, , session, changed, summoned] = told;
    expect(told.map(({ action }) => action)).toEqual([
      ...['session.created', 'class.added', 'session.changed', 'class.changed', 'session.summoned'],
      ...['class.added', 'class.removed'],
    ]);
    expect(session?.told).toMatchObject({ tasks: { from: null, to: 'Việc mẫu' } });
    expect(Object.keys(changed?.told ?? {}).sort()).toEqual(['cellIds', 'sittings']);
    expect(changed?.told).toMatchObject({ cellIds: { from: day.cells, to: [day.cell(0)] } });
    expect(summoned?.told['enrolled']).toBeGreaterThanOrEqual(3);
    const gone = await day.plan({ isSummoned: false });
    const removal = await toldBy(() => day.make('DELETE', `/sessions/${gone.sessionId}`));
    expect(removal).toMatchObject([{ action: 'session.removed', told: { title: 'Hội nghị học tập nghị quyết' } }]);
  });

  it('tells of a conflict of marks that was settled, and of closing and reopening', async () => {
    const planned = await day.plan();
    const id = randomUUID();
    await day.mark(planned, id, day.member(0, 0));
    await day.mark(planned, id, day.member(0, 1));
    const open = await day.make<{ id: string }[]>('GET', `/sessions/${planned.sessionId}/mark-conflicts`);
    const told = await toldBy(() => day.make('POST', `/mark-conflicts/${open[0]?.id}/settlement`));
    expect(told).toMatchObject([{ action: 'mark-conflict.settled', told: { markId: id } }]);
    const { classId } = await day.closed();
    const reopened = await toldBy(() =>
      day.make('POST', `/classes/${classId}/reopening`, { reason: 'Ghi sót một người' }),
    );
    expect(reopened).toMatchObject([{ action: 'class.reopened', told: { reason: 'Ghi sót một người' } }]);
  });
});

describe('a change that tells nothing', () => {
  it('fails and is taken back', async () => {
    const trail = day.test.app.get(AuditTrail);
    const silent = vi.spyOn(trail, 'record').mockImplementation(() => undefined);
    const units = (await day.make<unknown[]>('GET', '/units')).length;
    const answer = await day.test.call('POST', '/units', {
      name: 'Chi bộ lặng',
      kind: 'cell',
      foundedOn: '2010-01-01',
    });
    silent.mockRestore();
    expect(answer.status).toBe(500);
    expect((await day.make<unknown[]>('GET', '/units')).length).toBe(units);
  });
});

describe('a change that is refused', () => {
  it('leaves no entry', async () => {
    const told = await toldBy(async () => {
      const taken = await made('/resolutions', { ...resolution, number: '06-NQ/TW' });
      const again = await day.test.call('POST', '/resolutions', { ...resolution, number: '06-NQ/TW' });
      expect([typeof taken, again.status]).toEqual(['string', 409]);
      await day.test.call('PATCH', `/members/${day.member(0, 0)}`, { fullName: '' });
    });
    expect(told.map(({ action }) => action)).toEqual(['resolution.created']);
  });
});
