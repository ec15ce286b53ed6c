import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { Office, type Person, refused, wrongFields } from './support/office.js';
import type { StudyClass } from './support/study-day.js';

let office: Office;
let person: Person;

beforeAll(async () => {
  office = await Office.prepare();
});
afterAll(() => office.test.stop());

const grant = (role: object, to: { id: string } = person) => office.test.call('POST', `/accounts/${to.id}/roles`, role);
const rolesOf = async (id: string) =>
  (await office.day.make<{ roles: { id: string; role: string }[] }>('GET', `/accounts/${id}`)).roles;

describe('a role', () => {
  it('takes hold on the next request, and is gone on the next request after its end', async () => {
    person = await office.person({ role: 'viewer' });
    expect((await person.call('GET', '/members')).status).toBe(403);
    expect((await grant({ role: 'cell-secretary', unitId: office.day.cell(0), mayExport: true })).status).toBe(201);
    expect(await person.call('GET', '/members')).toMatchObject({ status: 200, body: { total: 3 } });
    const own = (await rolesOf(person.id)).find(({ role }) => role === 'cell-secretary');
    expect(own).toMatchObject({ unitName: 'Chi bộ 1', isWhole: false, mayExport: true, from: today(), until: null });
    expect((await office.test.call('DELETE', `/roles/${own?.id}`)).status).toBe(204);
    expect((await person.call('GET', '/members')).status).toBe(403);
    expect((await office.test.call('DELETE', `/roles/${own?.id}`)).status).toBe(404);
    expect(await office.trailOf(person.id)).toEqual(expect.arrayContaining(['role.granted', 'role.ended']));
  });

  it('holds from its first day to its last', async () => {
    const other = await office.person({ role: 'viewer' });
    expect((await grant({ role: 'clerk', from: '2999-01-01', until: '2999-12-31' }, other)).status).toBe(201);
    expect((await other.call('GET', '/members')).status).toBe(403);
    await office.sql(
      `UPDATE role_grant SET valid = daterange($2, $2::date + 1) WHERE account_id = $1 AND role = 'clerk'`,
      other.id,
      today(),
    );
    expect((await other.call('GET', '/members')).status).toBe(200);
    await office.sql(
      `UPDATE role_grant SET valid = daterange($2::date - 1, $2) WHERE account_id = $1 AND role = 'clerk'`,
      other.id,
      today(),
    );
    expect((await other.call('GET', '/members')).status).toBe(403);
    expect((await rolesOf(other.id)).map(({ role }) => role)).toEqual(['viewer']);
  });

  it('is refused where it means nothing, or is none', async () => {
    expect(await grant({ role: 'king' })).toMatchObject(wrongFields('role'));
    expect(await grant({ role: 'cell-secretary' })).toMatchObject(wrongFields('unitId'));
    expect(await grant({ role: 'administrator', unitId: office.day.cell(0) })).toMatchObject(wrongFields('unitId'));
    expect(await grant({ role: 'steward' })).toMatchObject(wrongFields('sessionId'));
    expect(await grant({ role: 'viewer', mayExport: true })).toMatchObject(wrongFields('mayExport'));
    expect(await grant({ role: 'clerk', from: '2020-01-01' })).toMatchObject(wrongFields('from'));
    expect(await grant({ role: 'clerk', until: '2020-01-01' })).toMatchObject(wrongFields('until'));
    expect(await grant({ role: 'clerk', unitId: randomUUID() })).toMatchObject(wrongFields('unitId'));
    expect(await grant({ role: 'clerk', unitId: 'x' })).toMatchObject(wrongFields('unitId'));
    expect(await grant({ role: 'clerk', accountId: randomUUID() })).toMatchObject(wrongFields('accountId'));
    expect(await grant({ role: 'clerk' }, { id: randomUUID() })).toMatchObject(refused(404, 'not-found'));
  });

  it('is not given twice for the same days', async () => {
    const other = await office.person({ role: 'clerk', until: '2999-01-31' });
    expect(await grant({ role: 'clerk', from: '2999-01-31' }, other)).toMatchObject(refused(409, 'role.given-already'));
    expect(await grant({ role: 'clerk', mayExport: true }, other)).toMatchObject(refused(409, 'role.given-already'));
    expect((await grant({ role: 'clerk', from: '2999-02-01' }, other)).status).toBe(201);
    expect((await grant({ role: 'clerk', unitId: office.day.cell(1) }, other)).status).toBe(201);
  });
});

describe('a steward', () => {
  let one: StudyClass;
  let other: StudyClass;

  beforeAll(async () => {
    one = await office.day.plan({ heldOn: today() });
    other = await office.day.plan({ heldOn: today() });
    person = await office.person({ role: 'viewer' });
  });

  it('keeps doors of a session of the committee, and classes of that session', async () => {
    const { administrator } = await office.below('Đảng bộ xã Hai');
    const foreign = await sessionOf(administrator);
    expect(await grant({ role: 'steward', sessionId: randomUUID() })).toMatchObject(wrongFields('sessionId'));
    expect(await grant({ role: 'steward', sessionId: foreign })).toMatchObject(wrongFields('sessionId'));
    const mixed = { role: 'steward', sessionId: one.sessionId, classIds: [one.classId, other.classId, randomUUID()] };
    expect(await grant(mixed)).toMatchObject(wrongFields('classIds[1]', 'classIds[2]'));
    expect(await grant({ role: 'clerk', sessionId: one.sessionId })).toMatchObject(wrongFields('sessionId'));
    const fits = { role: 'steward', sessionId: one.sessionId, classIds: [one.classId] };
    expect((await grant(fits)).status).toBe(201);
    expect(await grant(fits)).toMatchObject(refused(409, 'role.given-already'));
    expect((await rolesOf(person.id)).find(({ role }) => role === 'steward')).toMatchObject({
      ...{ sessionId: one.sessionId, sessionTitle: 'Hội nghị học tập nghị quyết', classes: [{ id: one.classId }] },
    });
  });

  it('sees the roll of these classes and of no other', async () => {
    expect((await person.call('GET', `/classes/${one.classId}/roll`)).status).toBe(200);
    expect((await person.call('GET', `/classes/${other.classId}/roll`)).status).toBe(404);
  });
});

/** A session in the administrator's committee, whose clerk he makes himself. */
async function sessionOf(administrator: Pick<Person, 'call'>): Promise<string> {
  const { body: me } = await administrator.call('GET', '/me');
  await administrator.call('POST', `/accounts/${String(me['accountId'])}/roles`, { role: 'clerk' });
  const fields = { kind: 'study', title: 'Hội nghị của xã', mode: 'direct' };
  const { status, body } = await administrator.call('POST', '/sessions', fields);
  expect(status).toBe(201);
  return String(body['id']);
}

describe('at the border of a committee below', () => {
  it('only a viewer is given a role; nobody beyond the committee is given any', async () => {
    const ward = await office.below('Đảng bộ xã Ba');
    const { body: me } = await ward.administrator.call('GET', '/me');
    await ward.administrator.call('POST', `/accounts/${String(me['accountId'])}/roles`, { role: 'clerk' });
    const unit = { name: 'Chi bộ thôn Một', kind: 'cell', foundedOn: '2010-01-01' };
    const { body: cell } = await ward.administrator.call('POST', '/units', unit);
    for (const unitId of [ward.id, String(cell['id'])]) {
      for (const role of ['clerk', 'secretary', 'cell-secretary', 'administrator']) {
        expect(await grant({ role, unitId }), role).toMatchObject(wrongFields('unitId'));
      }
    }
    expect((await grant({ role: 'viewer', unitId: ward.id })).status).toBe(201);
    const upward = { role: 'viewer', unitId: office.day.cell(0) };
    expect(await ward.administrator.call('POST', `/accounts/${String(me['accountId'])}/roles`, upward)).toMatchObject(
      wrongFields('unitId'),
    );
  });
});

describe('the last administrator', () => {
  it('keeps his role and his account until there is another one who can sign in', async () => {
    const ward = await office.below('Đảng bộ xã Bốn');
    const { body: me } = await ward.administrator.call('GET', '/me');
    const accounts = (await ward.administrator.call('GET', '/accounts')).body as unknown as {
      roles: { id: string }[];
    }[];
    const roleId = accounts[0]?.roles[0]?.id ?? '';
    const disable = () => ward.administrator.call('POST', `/accounts/${String(me['accountId'])}/disablement`);
    const last = refused(409, 'account.last-administrator');
    expect(await ward.administrator.call('DELETE', `/roles/${roleId}`)).toMatchObject(last);
    expect(await disable()).toMatchObject(last);
    const second = { loginName: 'thu-hai', displayName: 'Người Hai', roles: [{ role: 'administrator' }] };
    const { body } = await ward.administrator.call('POST', '/accounts', second);
    expect(await disable(), 'the second has not accepted yet').toMatchObject(last);
    await office.accept((body as unknown as { invitation: { token: string } }).invitation.token);
    expect((await disable()).status).toBe(201);
  });

  it('is left of two who remove each other at the same time', async () => {
    for (const manner of ['role', 'account'] as const) {
      const ward = await office.below(`Đảng bộ xã ${manner}`);
      const second = { loginName: `hai-${manner}`, displayName: 'Người Hai', roles: [{ role: 'administrator' }] };
      const { body } = await ward.administrator.call('POST', '/accounts', second);
      const { account, invitation } = body as unknown as { account: { id: string }; invitation: { token: string } };
      const other = office.as(await office.accept(invitation.token));
      const { body: list } = await ward.administrator.call('GET', '/accounts');
      const all = list as unknown as { id: string; roles: { id: string }[] }[];
      const [mine, his] = [all.find(({ id }) => id !== account.id), all.find(({ id }) => id === account.id)];
      const remove = (by: Pick<Person, 'call'>, whom: typeof mine) =>
        manner === 'role'
          ? by.call('DELETE', `/roles/${whom?.roles[0]?.id}`)
          : by.call('POST', `/accounts/${whom?.id}/disablement`);
      const answers = await Promise.all([remove(ward.administrator, his), remove(other, mine)]);
      expect(
        answers.filter(({ status }) => status < 300),
        manner,
      ).toHaveLength(1);
      const left = await Promise.all([ward.administrator, other].map((one) => one.call('GET', '/accounts')));
      expect(
        left.map(({ status }) => status).filter((status) => status === 200),
        manner,
      ).toHaveLength(1);
    }
  });
});
