import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayAfter } from '../../src/accounts/calendar.js';
import { today } from '../../src/platform/database/today.js';
import { ask } from '../migrations/support/catalog.js';
import type { Answer } from '../support/test-app.js';
import { cookieOf, Office, type Person, refused, wrongFields } from './support/office.js';
import type { StudyClass } from './support/study-day.js';

let office: Office;
let one: StudyClass;
let other: StudyClass;
let tomorrow: StudyClass;

beforeAll(async () => {
  office = await Office.prepare();
  one = await office.day.plan({ heldOn: today() });
  other = await office.day.plan({ heldOn: today() });
  tomorrow = await office.day.plan({ heldOn: dayAfter(today()) });
});
beforeEach(() => office.sql('DELETE FROM rate_limit'));
afterAll(() => office.test.stop());

const codeFor = async ({ sessionId, classId }: StudyClass): Promise<string> =>
  (await office.day.make<{ code: string }>('POST', '/devices/codes', { sessionId, classIds: [classId] })).code;
const enrol = (code: string, name = 'Máy tính bảng cửa chính'): Promise<Answer> =>
  office.test.call('POST', '/door', { code, name }, { cookie: '' });
const device = async (at: StudyClass): Promise<Pick<Person, 'headers' | 'call'> & { id: string }> => {
  const answer = await enrol(await codeFor(at));
  const it = office.as(cookieOf(answer));
  const { body } = await it.call('GET', '/me');
  return { ...it, id: String(body['accountId']) };
};
const mark = (by: Pick<Person, 'call'>, { sittingId }: StudyClass): Promise<Answer> =>
  by.call('PUT', `/sittings/${sittingId}/marks/${randomUUID()}`, {
    ...{ memberId: office.day.member(0, 0), kind: 'present', method: 'name', takenAt: new Date().toISOString() },
  });
const gone = refused(404, 'door.code-gone');

describe('a code for a device', () => {
  it('lets one device in, once, as the keeper of these doors', async () => {
    const code = await codeFor(one);
    expect(code).toMatch(/^[2-9A-Z]{8}$/);
    const answer = await enrol(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `);
    expect(answer.status).toBe(204);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toContain('HttpOnly');
    const { body } = await office.as(cookieOf(answer)).call('GET', '/me');
    expect(body).toMatchObject({ signInKind: 'device', roles: [{ role: 'steward' }] });
    expect(body['may']).toEqual([
      ...['committee.read', 'unit.read', 'session.read', 'figures.read', 'roll.read', 'roll.mark'],
    ]);
    expect(await enrol(code)).toMatchObject(gone);
    expect(await office.trailOf(one.sessionId)).toContain('device.code-issued');
    expect(await office.trailOf(String(body['accountId']))).toContain('device.enrolled');
  });

  it('lets one of two in that come at once', async () => {
    const code = await codeFor(one);
    const answers = await Promise.all([enrol(code), enrol(code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  });

  it('is over after ten minutes, and kept as a hash alone', async () => {
    const code = await codeFor(one);
    const kept = await ask(office.test.databaseUrl, 'SELECT d::text AS row FROM door_code d');
    expect(JSON.stringify(kept)).not.toContain(code);
    await office.sql(
      `UPDATE door_code SET created_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute' WHERE used_at IS NULL`,
    );
    expect(await enrol(code)).toMatchObject(gone);
  });

  it('is not guessed: after twenty wrong ones the address waits, with a right one too', async () => {
    const code = await codeFor(one);
    for (let attempt = 0; attempt < 20; attempt += 1) expect(await enrol('AAAAAAAA')).toMatchObject(gone);
    expect(await enrol('AAAAAAAA')).toMatchObject(refused(429, 'sign-in.too-many'));
    expect(await enrol(code)).toMatchObject(refused(429, 'sign-in.too-many'));
    expect(await enrol('short')).toMatchObject(wrongFields('code'));
  });

  it('costs a hall full of devices with right codes nothing', async () => {
    for (let attempt = 0; attempt < 25; attempt += 1) expect((await enrol(await codeFor(one))).status).toBe(204);
  });

  it('is made for classes of a session of the committee that are still to come', async () => {
    const wish = (body: object) => office.test.call('POST', '/devices/codes', body);
    const past = await office.day.plan({ heldOn: '2021-01-16' });
    const { sessionId, classId } = one;
    expect(await wish({ sessionId, classIds: [classId, other.classId] })).toMatchObject(wrongFields('classIds[1]'));
    expect(await wish({ sessionId: randomUUID(), classIds: [classId] })).toMatchObject(wrongFields('sessionId'));
    expect(await wish({ sessionId, classIds: [] })).toMatchObject(wrongFields('classIds'));
    expect(await wish({ sessionId: past.sessionId, classIds: [past.classId] })).toMatchObject(wrongFields('classIds'));
    expect(await wish({ sessionId, classIds: [classId], role: 'clerk' })).toMatchObject(wrongFields('role'));
    const clerk = await office.person({ role: 'clerk' });
    expect(await clerk.call('POST', '/devices/codes', { sessionId, classIds: [classId] })).toMatchObject(
      refused(403, 'access.forbidden'),
    );
    const { administrator } = await office.below();
    expect(await administrator.call('POST', '/devices/codes', { sessionId, classIds: [classId] })).toMatchObject(
      wrongFields('sessionId'),
    );
  });
});

describe('a device', () => {
  it('marks at its own class on its day, and at no other', async () => {
    const door = await device(one);
    expect((await mark(door, one)).status).toBe(201);
    expect((await door.call('GET', `/classes/${one.classId}/roll`)).status).toBe(200);
    expect([403, 404]).toContain((await mark(door, other)).status);
    expect((await door.call('GET', `/classes/${other.classId}/roll`)).status).toBe(404);
    expect((await door.call('GET', '/members')).status).toBe(403);
    const early = await device(tomorrow);
    expect((await mark(early, tomorrow)).status).toBe(403);
    expect((await early.call('GET', `/classes/${tomorrow.classId}/roll`)).status).toBe(403);
  });

  it('says what it is for, also on another day, and who can take its right away', async () => {
    const early = await device(tomorrow);
    expect(await early.call('GET', '/door')).toMatchObject({
      status: 200,
      body: {
        ...{ deviceName: 'Máy tính bảng cửa chính', sessionTitle: 'Hội nghị học tập nghị quyết' },
        ...{ bodyName: 'Đảng ủy phường Thử Nghiệm', revokedBy: 'Văn phòng Đảng ủy' },
        lastDay: dayAfter(dayAfter(today())),
        classes: [{ name: 'Lớp 1', venue: 'Hội trường', sittings: [{ heldOn: dayAfter(today()) }] }],
      },
    });
    expect((await office.test.call('GET', '/door')).status).toBe(404);
  });

  it('holds until the day after the last sitting', async () => {
    const door = await device(tomorrow);
    const [row] = await ask<{ until: string }>(
      office.test.databaseUrl,
      `SELECT (expires_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::text AS until FROM sign_in WHERE account_id = $1`,
      [door.id],
    );
    expect(row?.until).toBe(`${dayAfter(dayAfter(dayAfter(today())))} 00:00:00`);
    await office.sql(
      `UPDATE sign_in SET created_at = now() - interval '9 days', expires_at = now() - interval '1 second' WHERE account_id = $1`,
      door.id,
    );
    expect((await door.call('GET', '/me')).status).toBe(401);
  });

  it('is out from the next request on once it is revoked, and the trail tells when it tries again', async () => {
    const door = await device(one);
    expect(await office.day.make('GET', '/devices')).toContainEqual(
      expect.objectContaining({
        id: door.id,
        enrolledBy: 'Văn phòng Đảng ủy',
        classes: [{ id: one.classId, name: 'Lớp 1' }],
      }),
    );
    await office.day.make('DELETE', `/devices/${door.id}`);
    expect(await mark(door, one)).toMatchObject(refused(401, 'access.not-signed-in'));
    expect((await office.day.make<{ id: string }[]>('GET', '/devices')).some(({ id }) => id === door.id)).toBe(false);
    expect(await office.trailOf(door.id)).toEqual(expect.arrayContaining(['device.ended', 'sign-in.refused']));
    expect((await office.test.call('DELETE', `/devices/${door.id}`)).status).toBe(404);
  });

  it('is looked after by administrators of its committee, and is no account that could be invited', async () => {
    const door = await device(one);
    const { administrator } = await office.below('Đảng bộ xã Khác');
    expect((await administrator.call('DELETE', `/devices/${door.id}`)).status).toBe(404);
    expect((await office.test.call('POST', `/accounts/${door.id}/invitation`)).status).toBe(404);
    expect((await office.test.call('POST', `/accounts/${door.id}/roles`, { role: 'clerk' })).status).toBe(404);
    expect(JSON.stringify((await office.test.call('GET', '/accounts')).body)).not.toContain(door.id);
    for (const path of ['/me/tokens', '/devices/codes', '/accounts']) {
      expect((await door.call('POST', path, {})).status, path).toBe(403);
    }
  });

  it('goes with the administrator who let it in, as do his unused codes', async () => {
    const person = await office.person({ role: 'administrator' });
    const wish = { sessionId: one.sessionId, classIds: [one.classId] };
    const codes = [
      await person.call('POST', '/devices/codes', wish),
      await person.call('POST', '/devices/codes', wish),
    ];
    const [used, unused] = codes.map(({ body }) => String(body['code']));
    const door = office.as(cookieOf(await enrol(used ?? '')));
    expect((await door.call('GET', '/door')).status).toBe(200);
    await office.day.make('POST', `/accounts/${person.id}/disablement`);
    expect((await door.call('GET', '/door')).status).toBe(401);
    expect(await enrol(unused ?? '')).toMatchObject(gone);
  });
});
