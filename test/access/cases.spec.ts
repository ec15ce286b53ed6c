import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Method } from '../support/test-app.js';
import { routesOfApp } from '../support/routes.js';
import { today } from '../../src/platform/database/today.js';
import { isSameFace, toldBy } from './support/answers.js';
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

describe('a whole number', () => {
  it('is found by who works in the house, and by nobody from above, though he sees the names', async () => {
    const { memberId, citizenNumber } = world.places.sister;
    const found = async (name: string) => (await as(name, 'POST', '/members/look-up', { number: citizenNumber })).body;
    expect(await found('clerk at sister, in sister')).toMatchObject({ total: 1, items: [{ id: memberId }] });
    expect(await found('viewer at city, in sister')).toMatchObject({ total: 0, items: [] });
    expect(await found(office)).toMatchObject({ total: 0, items: [] });
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

describe('an old proof', () => {
  it('opens none of the routes that ask for a fresh one, to whoever may otherwise', async () => {
    const people = [office, 'administrator at ward, in ward'];
    const ids = people.map((name) => world.accountIds.get(name));
    const fresh = routesOfApp(world.test).filter(({ access }) => access?.isFresh);
    expect(fresh.length).toBeGreaterThan(20);
    const age = `UPDATE sign_in SET proved_at = now() - interval '11 minutes' WHERE account_id = ANY ($1)`;
    await world.owner.query(age, [ids]);
    for (const { name, method, path } of fresh) {
      const filled = `/${path.replaceAll(/:\w+/g, randomUUID())}`;
      const body = method === 'GET' ? undefined : {};
      const answers = await Promise.all(people.map((person) => as(person, method, filled, body)));
      expect(
        answers.map(({ status }) => status),
        name,
      ).toEqual([403, 403]);
      expect(
        answers.map((answer) => answer.body['code']),
        name,
      ).toContain('access.prove-again');
    }
  });
});

describe('a stranger with a link or a code', () => {
  it('cannot tell one that was used, replaced or is over from one that never was', async () => {
    const [link, code] = ['y'.repeat(43), 'MTR2WXYZ'];
    const hash = `sha256(convert_to($1, 'UTF8'))`;
    const look = (token: string) => world.test.call('POST', '/invitations/look-up', { token });
    const unknown = await look('z'.repeat(43));
    const set = (change: string) =>
      world.owner.query(`UPDATE invitation SET token_hash = ${hash}, ${change} WHERE account_id = $2`, [
        ...[link, world.places.a1.accountId],
      ]);
    await set('used_at = NULL');
    expect(await look(link)).toMatchObject({ status: 200 });
    for (const end of [
      'used_at = now()',
      'used_at = NULL, replaced_at = now()',
      `replaced_at = NULL, expires_at = now()`,
    ]) {
      await set(end);
      expect(isSameFace(await look(link), unknown), end).toBe(true);
    }
    const enter = (typed: string) => world.test.call('POST', '/door', { code: typed, name: 'Máy lạ' });
    await world.owner.query(`UPDATE door_code SET code_hash = ${hash} WHERE committee_id = $2`, [
      ...[code, world.units.ward],
    ]);
    expect(await enter(code)).toMatchObject({ status: 204 });
    expect(isSameFace(await enter(code), await enter('MTR2WXYY'))).toBe(true);
    expect(await toldBy(await look(link), world.markers)).toEqual([]);
  });
});
