import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Method } from '../support/test-app.js';
import { today } from '../../src/platform/database/today.js';
import { toldBy } from './support/answers.js';
import { prepareWorld, type World } from './support/world.js';

let world: World;

beforeAll(async () => {
  world = await prepareWorld();
});
afterEach(async () => world.rows.restore(await world.rows.changed()));
afterAll(() => world.stop());

const as = (name: string, method: Method, path: string, body?: object): Promise<Answer> =>
  world.test.call(method, path, body, world.headersOf(name));

const office = 'clerk at ward, in ward';
const ofSub = 'clerk at sub, in ward';
const steward = 'steward of class A today';
const ofCell = 'cell-secretary at a1, in ward';

const mark = (memberId: string, more: object = {}) => ({
  ...{ memberId, kind: 'present', method: 'name', takenAt: '2026-02-02T01:00:00.000Z' },
  ...more,
});

const attendanceOf = async (classId: string, memberId: string): Promise<unknown> => {
  const { body } = await as(office, 'GET', `/classes/${classId}/roll`);
  const people = body['people'] as { memberId: string; attendance: string }[];
  return people.find((person) => person.memberId === memberId)?.attendance;
};

describe('two ids in one request', () => {
  it('a mark of one person does not take back that of another, whoever may mark the first', async () => {
    const { a1, b1 } = world.places;
    expect(await attendanceOf(b1.classId, b1.memberId)).toBe('present');
    const body = mark(a1.memberId, { kind: 'withdrawn', withdraws: b1.markId, note: 'Ghi nhầm' });
    const answer = await as(ofSub, 'PUT', `/sittings/${b1.sittingId}/marks/${randomUUID()}`, body);
    expect(answer.status).toBe(201);
    expect(await attendanceOf(b1.classId, b1.memberId)).toBe('present');
  });

  it('of a batch, the marks of others are refused one by one, and the rest is saved', async () => {
    const { a1, b1 } = world.places;
    const marks = [a1, b1, world.places.foreign].map(({ memberId }) => mark(memberId, { id: randomUUID() }));
    const answer = await as(steward, 'POST', `/sittings/${a1.sittingId}/marks`, { marks });
    expect(answer).toMatchObject({
      status: 200,
      body: [{ status: 'saved' }, { status: 'not-on-roll' }, { status: 'not-on-roll' }],
    });
  });

  it('a mark at the door on another day is refused, and takes none down that is written in the same group', async () => {
    const { a1 } = world.places;
    const tomorrow = randomUUID();
    await world.owner.query(
      `INSERT INTO sitting (committee_id, id, session_id, class_id, held_on, starts_at)
       SELECT committee_id, $2, session_id, class_id, held_on + 1, '08:00' FROM sitting WHERE id = $1`,
      [a1.sittingId, tomorrow],
    );
    const put = (sittingId: string, memberId: string) =>
      as(steward, 'PUT', `/sittings/${sittingId}/marks/${randomUUID()}`, mark(memberId));
    const marks = [a1.memberId, a1.otherMemberId].flatMap((id) => [put(a1.sittingId, id), put(tomorrow, id)]);
    const answers = await Promise.all(marks);
    expect(answers.map(({ status }) => status)).toEqual([201, 404, 201, 404]);
    expect(answers[1]?.body).toMatchObject({ code: 'mark.not-on-roll' });
  });
});

describe('a part of the committee', () => {
  it('gets the figures of its people alone', async () => {
    const { a1 } = world.places;
    const totals = [office, ofSub, ofCell].map(async (name) => {
      const [figures, tallies] = [
        await as(name, 'GET', `/sessions/${a1.sessionId}/figures`),
        await as(name, 'GET', '/session-tallies?last=1'),
      ];
      return [figures.body, (tallies.body as unknown as object[])[0]];
    });
    expect(await Promise.all(totals)).toMatchObject(
      [8, 4, 2].map((total) => [{ tally: { total } }, { tally: { total } }]),
    );
  });

  it('meets who has moved on where an old roll has him, and in the register no more', async () => {
    const { a1, b1 } = world.places;
    const move = { cellId: b1.cellId, kind: 'official', from: today() };
    expect((await as(office, 'POST', `/members/${a1.memberId}/memberships`, move)).status).toBe(201);
    const roll = await as(ofCell, 'GET', `/classes/${a1.classId}/roll`);
    expect(roll.raw.toString()).toContain(a1.memberId);
    const register = world.markers.filter(({ kind, cell }) => kind === 'register' && cell === 'a1');
    expect(await toldBy(roll, register)).toEqual([]);
    expect(await as(ofCell, 'GET', `/members/${a1.memberId}`)).toMatchObject({ status: 404 });
    expect((await as(ofCell, 'GET', '/members')).body).toMatchObject({ total: 1 });
  });

  it('leaves a mark that contradicts another for the office to look at', async () => {
    const { a1 } = world.places;
    const path = `/sittings/${a1.sittingId}/marks/${randomUUID()}`;
    expect((await as(ofSub, 'PUT', path, mark(a1.memberId))).status).toBe(201);
    const other = mark(a1.memberId, { kind: 'excused', reason: 'work' });
    expect(await as(ofSub, 'PUT', path, other)).toMatchObject({ status: 409, body: { code: 'mark.conflict' } });
    const conflicts = await as(office, 'GET', `/sessions/${a1.sessionId}/mark-conflicts`);
    expect(conflicts.body).toContainEqual(expect.objectContaining({ markId: path.split('/').at(-1) }));
  });

  it('is told that a class is closed, not by whom', async () => {
    const { a1 } = world.places;
    const { body } = await as(office, 'GET', `/classes/${a1.closedClassId}`);
    const [sitting] = body['sittings'] as { id: string }[];
    const answer = await as(ofSub, 'PUT', `/sittings/${sitting?.id}/marks/${randomUUID()}`, mark(a1.memberId));
    expect(answer).toMatchObject({ status: 409, body: { code: 'class.closed', details: { closedBy: '' } } });
    expect(answer.body['title']).toMatch(/đã khóa danh sách \(\d/);
  });
});

describe('a unit', () => {
  it('is not put below itself, nor a committee below what belongs to it', async () => {
    const { ward, sub, a1 } = world.units;
    for (const [id, parentId] of [[ward, sub] as const, [sub, sub] as const, [ward, a1] as const]) {
      const answer = await as(office, 'POST', `/units/${id}/changes`, { from: '2024-01-01', parentId });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'parentId' }] } });
    }
  });
});

describe('papers in every format', () => {
  it.each(['pdf', 'docx', 'xlsx'])('%s of a cell secretary names his cell and no other', async (format) => {
    const { sessionId, classId } = world.places.a1;
    const path = `/sessions/${sessionId}/reports/attendance-list/${format}?classId=${classId}`;
    const told = await toldBy(await as(ofCell, 'GET', path), world.markers);
    const cells = new Set(told.filter(({ kind }) => kind === 'people').map(({ cell }) => cell));
    expect([...cells]).toEqual(['a1']);
    const ofOffice = await toldBy(await as(office, 'GET', path), world.markers);
    expect(new Set(ofOffice.flatMap(({ kind, cell }) => (kind === 'people' ? [cell] : [])))).toEqual(
      new Set(['a1', 'a2']),
    );
  });

  it('are for whoever may export', async () => {
    const { sessionId } = world.places.a1;
    const path = `/sessions/${sessionId}/reports/result-report/pdf`;
    expect((await as('clerk at ward without export', 'GET', path)).status).toBe(403);
    const told = await toldBy(await as(office, 'GET', path), world.markers);
    expect(told.filter(({ committee }) => committee !== 'ward')).toEqual([]);
    expect(told.map(({ kind }) => kind)).toContain('narrative');
  });
});
