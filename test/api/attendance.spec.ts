import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody, type Method } from '../support/test-app.js';
import { StudyDay, takenAt } from './support/study-day.js';

let day: StudyDay;

beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

const refused = (status: number, code: string, more: object = {}) => ({ status, body: { code, ...more } });

describe('closing a class', () => {
  it('waits until everybody is settled, and names the cells where somebody is not', async () => {
    const one = await day.plan();
    const cells = [
      { name: 'Chi bộ 1', unmarked: 3 },
      { name: 'Chi bộ 2', unmarked: 1 },
    ];
    const first = await day.test.call('POST', `/classes/${one.classId}/closing`);
    expect(first).toMatchObject(refused(409, 'class.unmarked', { details: { cells } }));
    expect(first.body['title']).toBe('Còn đồng chí chưa được điểm danh: Chi bộ 1 (3), Chi bộ 2 (1).');
    await day.callRoll(one, 0);
    const second = await day.test.call('POST', `/classes/${one.classId}/closing`);
    expect(second).toMatchObject(refused(409, 'class.unmarked', { details: { cells: cells.slice(1) } }));
  });

  it('is done by one of two people who try at once; the other hears who it was and when', async () => {
    const one = await day.plan();
    for (const cell of [0, 1]) await day.callRoll(one, cell);
    const { headers, displayName } = await day.colleague();
    const path = `/classes/${one.classId}/closing`;
    const answers = await Promise.all([day.test.call('POST', path), day.test.call('POST', path, undefined, headers)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const winner = answers[0].status === 201 ? firstRunBody.account.displayName : displayName;
    const loser = answers.find(({ status }) => status === 409);
    const closures = await day.make<{ closedAt: string }[]>('GET', `/classes/${one.classId}/closures`);
    expect(closures).toMatchObject([{ revision: 1, closedBy: winner }]);
    const details = { className: 'Lớp 1', closedBy: winner, closedAt: closures[0]?.closedAt };
    expect(loser).toMatchObject(refused(409, 'class.closed', { details }));
    expect(loser?.body['title']).toContain(`Lớp 1 đã khóa danh sách (${winner}, `);
  });

  it('ends the taking of marks, one by one, in batches and by cell', async () => {
    const one = await day.closed();
    const roll = await day.make('GET', `/classes/${one.classId}/roll`);
    const memberId = day.member(0, 0);
    const late = { memberId, kind: 'unexcused', method: 'name', takenAt: '2021-01-17T01:00:00.000Z' };
    expect(await day.mark(one, randomUUID(), memberId, late)).toMatchObject(refused(409, 'class.closed'));
    const id = randomUUID();
    const batch = await day.test.call('POST', `/sittings/${one.sittingId}/marks`, { marks: [{ id, ...late }] });
    expect(batch).toMatchObject({ status: 200, body: [{ id, status: 'closed' }] });
    expect(await day.callRoll(one, 0)).toMatchObject(refused(409, 'class.closed'));
    expect(await day.make('GET', `/classes/${one.classId}/roll`)).toEqual(roll);
  });

  it('keeps roll and figures as they were, whatever becomes of the register', async () => {
    const one = await day.closed();
    const state = async () => [
      await day.make('GET', `/classes/${one.classId}/roll`),
      await day.make<{ tally: object }>('GET', `/sessions/${one.sessionId}/figures`),
    ];
    const before = await state();
    expect(before[1]).toMatchObject({ tally: { total: 5, exemptAbsent: 1, summoned: 4, present: 4 } });
    const [moved, renamed] = [day.member(0, 1), day.member(0, 2)];
    const transfer = { cellId: day.cell(1), kind: 'official', from: '2021-01-10' };
    await day.make('POST', `/members/${moved}/memberships`, transfer);
    await day.make('PATCH', `/members/${renamed}`, { fullName: 'Vũ Mẫu Khác' });
    await day.make('POST', `/members/${renamed}/exemptions`, { kind: 'old-age', from: '2021-01-01' });
    await day.make('POST', `/units/${day.cell(0)}/changes`, { from: '2021-01-05', name: 'Chi bộ 1 mới' });
    expect(await day.test.call('POST', `/sessions/${one.sessionId}/summons`)).toMatchObject(
      refused(409, 'session.no-open-class'),
    );
    expect(await state()).toEqual(before);
    const next = await day.plan();
    const { people } = await day.make<{ people: object[] }>('GET', `/classes/${next.classId}/roll`);
    expect(people).toContainEqual(expect.objectContaining({ memberId: moved, cellName: 'Chi bộ 2' }));
    expect(people).toContainEqual(
      expect.objectContaining({ memberId: renamed, fullName: 'Vũ Mẫu Khác', cellName: 'Chi bộ 1 mới', duty: 'exempt' }),
    );
  });
});

describe('reopening a class', () => {
  it('asks for a reason and makes the next closing another revision; the first stays', async () => {
    const one = await day.closed();
    const path = `/classes/${one.classId}`;
    const [first] = await day.make<{ tally: { present: number } }[]>('GET', `${path}/closures`);
    expect(await day.test.call('POST', `${path}/reopening`, { reason: '  ' })).toMatchObject(
      refused(422, 'validation'),
    );
    const reason = 'Chi bộ 2 báo nhầm một đồng chí';
    await day.make('POST', `${path}/reopening`, { reason });
    const correction = { kind: 'excused', reason: 'illness', takenAt: '2021-01-16T05:00:00.000Z' };
    expect((await day.mark(one, randomUUID(), day.member(1, 0), correction)).status).toBe(201);
    await day.make('POST', `${path}/closing`);
    const closures = await day.make<object[]>('GET', `${path}/closures`);
    const present = first?.tally.present ?? 0;
    expect(closures).toMatchObject([
      { ...first, reopenReason: reason, reopenedBy: firstRunBody.account.displayName, reopenedAt: expect.any(String) },
      { revision: 2, reopenedAt: null, tally: { present: present - 1, excused: 1 } },
    ]);
    expect(await day.make('GET', `${path}/roll`)).toMatchObject({ revision: 2, tally: { present: present - 1 } });
  });

  it('is refused where nothing was closed', async () => {
    const { classId } = await day.plan();
    const answer = await day.test.call('POST', `/classes/${classId}/reopening`, { reason: 'Nhầm' });
    expect(answer).toMatchObject(refused(409, 'class.not-closed'));
  });
});

describe('a mark', () => {
  it('that is sent again changes nothing; with other content under its id it is kept for the office to see', async () => {
    const one = await day.plan();
    const [id, memberId] = [randomUUID(), day.member(1, 0)];
    expect(await day.mark(one, id, memberId)).toMatchObject({ status: 201, body: { id, status: 'saved' } });
    expect(await day.mark(one, id, memberId)).toMatchObject({ status: 200, body: { id, status: 'repeated' } });
    const other = { kind: 'excused', reason: 'work' };
    expect(await day.mark(one, id, memberId, other)).toMatchObject(refused(409, 'mark.conflict'));
    const conflicts = await ask(
      day.test.databaseUrl,
      'SELECT offered, settled_at FROM mark_conflict WHERE mark_id = $1',
      [id],
    );
    expect(conflicts).toMatchObject([{ offered: { id, memberId, ...other, takenAt }, settled_at: null }]);
    const history = await day.make('GET', `/sittings/${one.sittingId}/members/${memberId}/marks`);
    expect(history).toMatchObject([{ id, kind: 'present' }]);
    expect(await day.make('GET', `/sittings/${one.sittingId}/members/${day.member(0, 0)}/marks`)).toEqual([]);
  });

  // Which of them the database takes follows from the classes' ids, not from the order in which they were sent.
  it('whose id two people got in one batch is told as saved for the one who has it, and for him once', async () => {
    const one = await day.plan({ isSummoned: false, cells: [day.cell(0)] });
    await day.addClass(one.sessionId, [day.cell(1)]);
    await day.make('POST', `/sessions/${one.sessionId}/summons`);
    const people = [day.member(0, 0), day.member(1, 0)];
    for (const order of [people, people.toReversed()]) {
      const id = randomUUID();
      const marks = order.map((memberId) => ({ id, memberId, kind: 'present', method: 'name', takenAt }));
      const path = `/sittings/${one.sittingId}/marks`;
      const told = await day.make<{ status: string }[]>('POST', path, { marks });
      expect(told.map(({ status }) => status).toSorted()).toEqual(['conflict', 'saved']);
      const holder = order[told.findIndex(({ status }) => status === 'saved')];
      const kept = await ask(day.test.databaseUrl, 'SELECT member_id FROM mark WHERE id = $1', [id]);
      expect(kept).toEqual([{ member_id: holder }]);
      const again = await day.make<{ status: string }[]>('POST', path, { marks: [...marks, ...marks] });
      expect(again.filter(({ status }) => status === 'repeated')).toHaveLength(2);
    }
  });
});

describe('a roll call', () => {
  it('marks a whole cell except those who are named, once, however often it is sent', async () => {
    const one = await day.plan();
    const absent = [{ memberId: day.member(0, 0), kind: 'excused', reason: 'work' }];
    const path = `/sittings/${one.sittingId}/cells/${day.cell(0)}/roll-call`;
    const body = { id: randomUUID(), absent, takenAt };
    const first = await day.make<{ status: string }[]>('POST', path, body);
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['saved']));
    const second = await day.make<{ status: string }[]>('POST', path, body);
    expect(second).toEqual(first.map((mark) => ({ ...mark, status: 'repeated' })));
    const { people } = await day.make<{
      people: { cellId: string; memberId: string; duty: string; attendance: string }[];
    }>('GET', `/classes/${one.classId}/roll`);
    for (const { cellId, memberId, duty, attendance } of people) {
      const ofCell = memberId === day.member(0, 0) ? 'excused' : 'present';
      expect(attendance).toBe(cellId === day.cell(0) && duty === 'summoned' ? ofCell : 'unmarked');
    }
  });

  it('names nobody of another cell', async () => {
    const one = await day.plan();
    const answer = await day.callRoll(one, 0, [{ memberId: day.member(1, 0), kind: 'unexcused' }]);
    const path = 'absent[0].memberId';
    expect(answer).toMatchObject(refused(422, 'validation', { errors: [expect.objectContaining({ path })] }));
  });
});

describe('a session', () => {
  // Of tables that nobody has counted the planner reads a whole roll for each mark; so few rows no server counts by itself.
  it('leaves the roll, its classes and sittings counted when it summons', async () => {
    await day.plan();
    const counted = await ask(
      day.test.databaseUrl,
      `SELECT relname FROM pg_class WHERE relname IN ('roll_entry', 'session_class', 'sitting') AND reltuples > 0 ORDER BY 1`,
    );
    expect(counted.map(({ relname }) => relname)).toEqual(['roll_entry', 'session_class', 'sitting']);
  });

  it('summons nobody while a cell stands in two classes, and names the cell', async () => {
    const one = await day.plan({ isSummoned: false });
    await day.addClass(one.sessionId, [day.cell(1)]);
    const answer = await day.test.call('POST', `/sessions/${one.sessionId}/summons`);
    const details = { cells: ['Chi bộ 2'] };
    expect(answer).toMatchObject(refused(409, 'session.cell-in-several-classes', { details }));
    expect(await day.make('GET', `/classes/${one.classId}/roll`)).toMatchObject({ people: [] });
  });

  it('warns of the date that the article has wrong, until the office stands by it', async () => {
    const basis = { number: '09-KH/QU', issuer: 'Quận ủy Mẫu', issuedOn: '2020-11-26', name: 'Kế hoạch học tập' };
    const { sessionId } = await day.plan({ session: { basis }, heldOn: '2020-07-16', isSummoned: false });
    const warning = {
      code: 'session.before-basis',
      message: 'Ngày học 16/07/2020 trước ngày ban hành kế hoạch 09-KH/QU (26/11/2020).',
    };
    const path = `/sessions/${sessionId}`;
    expect(await day.make('GET', path)).toMatchObject({ warnings: [warning] });
    expect(await day.make('PATCH', path, { areDatesConfirmed: true })).toMatchObject({ warnings: [] });
    expect(await day.make('PATCH', path, { areDatesConfirmed: false })).toMatchObject({ warnings: [warning] });
  });
});

describe('an id that nothing has', () => {
  const mark = { memberId: randomUUID(), kind: 'present', method: 'name', takenAt };
  it.each<[Method, string, object?]>([
    ['POST', '/sessions/:id/summons'],
    ['GET', '/sessions/:id/figures'],
    ['GET', '/sessions/:id/coverage'],
    ['GET', '/classes/:id/roll'],
    ['POST', '/classes/:id/closing'],
    ['GET', '/classes/:id/closures'],
    ['POST', '/classes/:id/reopening', { reason: 'Nhầm' }],
    ['PUT', '/sittings/:id/marks/:id', mark],
    ['POST', '/sittings/:id/cells/:id/roll-call', { id: randomUUID(), absent: [], takenAt }],
    ['GET', '/sittings/:id/members/:id/marks'],
  ])('is not found: %s %s', async (method, path, body) => {
    for (const id of [randomUUID(), 'không-phải-mã']) {
      const answer = await day.test.call(method, path.replaceAll(':id', encodeURIComponent(id)), body);
      expect(answer, id).toMatchObject({ status: 404, body: { title: expect.stringMatching(/^Không /) } });
    }
  });
});
