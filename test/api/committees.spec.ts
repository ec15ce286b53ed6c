import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter } from '../../src/accounts/calendar.js';
import { today } from '../../src/platform/database/today.js';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody } from '../support/test-app.js';
import { Office, type Person, refused, wrongFields } from './support/office.js';

let office: Office;

beforeAll(async () => {
  office = await Office.prepare();
});
afterAll(() => office.test.stop());

const founding = (committee: object = {}, administrator: object = {}) => ({
  committee: { ...firstRunBody.committee, name: `Đảng bộ ${randomUUID()}`, ...committee },
  administrator: { loginName: `qt-${randomUUID().slice(0, 8)}`, displayName: 'Quản trị xã', ...administrator },
});
const found = (committee: object = {}, administrator: object = {}) =>
  office.test.call('POST', '/committees', founding(committee, administrator));

/** A ward with one cell, whose administrator is its clerk too. */
async function ward(name: string) {
  const { id, administrator } = await office.below(name);
  const { body: me } = await administrator.call('GET', '/me');
  await administrator.call('POST', `/accounts/${String(me['accountId'])}/roles`, { role: 'clerk', mayExport: true });
  const unit = { name: 'Chi bộ thôn Một', kind: 'cell', foundedOn: '2010-01-01' };
  const { body: cell } = await administrator.call('POST', '/units', unit);
  const cellId = String(cell['id']);
  const member = { fullName: 'Phạm Mẫu Xuân', admittedOn: '2010-03-03', officialOn: '2011-03-03' };
  const memberships = [{ cellId, kind: 'official', from: '2015-01-01' }];
  await administrator.call('POST', '/members/batch', { members: [{ ...member, memberships }] });
  return { id, cellId, administrator };
}

describe('founding a committee below', () => {
  it('makes it a part of the tree, with its first administrator invited; both trails tell of it', async () => {
    const { status, body } = await found({ name: 'Đảng bộ xã Mới', foundedOn: '2020-07-01' });
    expect(status).toBe(201);
    const id = String(body['id']);
    const units = await office.day.make<object[]>('GET', '/units');
    expect(units).toContainEqual(expect.objectContaining({ id, name: 'Đảng bộ xã Mới', kind: 'committee' }));
    expect(await office.day.make('GET', '/committees')).toContainEqual(
      expect.objectContaining({ id, foundedOn: '2020-07-01', isWaiting: true }),
    );
    const { token } = body['invitation'] as { token: string };
    const administrator = office.as(await office.accept(token));
    expect(await administrator.call('GET', '/me')).toMatchObject({
      body: { committeeId: id, roles: [{ role: 'administrator', unitId: id }] },
    });
    expect(await administrator.call('GET', '/committee')).toMatchObject({ body: { name: 'Đảng bộ xã Mới' } });
    expect(await administrator.call('GET', '/units')).toMatchObject({ body: [{ id }] });
    expect(await office.day.make('GET', '/committees')).toContainEqual(
      expect.objectContaining({ id, isWaiting: false }),
    );
    const chains = await ask(
      office.test.databaseUrl,
      `SELECT DISTINCT committee_id FROM audit_entry WHERE action = 'committee.founded' AND subject_id = $1`,
      [id],
    );
    expect(chains).toHaveLength(2);
  });

  it('is refused with a name or a day that does not fit, and leaves nothing behind', async () => {
    expect((await found({ name: 'Đảng bộ xã Trùng' })).status).toBe(201);
    expect(await found({ name: 'Đảng bộ xã Trùng' })).toMatchObject(refused(409, 'unit.name-taken'));
    expect(await found({ foundedOn: dayAfter(today()) })).toMatchObject(wrongFields('foundedOn'));
    expect(await found({ foundedOn: '1999-12-31' })).toMatchObject(wrongFields('foundedOn'));
    expect(await found({ parentId: randomUUID() })).toMatchObject(wrongFields('committee.parentId'));
    const taken = { loginName: firstRunBody.account.loginName };
    expect(await found({ name: 'Đảng bộ xã Dở' }, taken)).toMatchObject(refused(409, 'account.name-taken'));
    expect(JSON.stringify(await office.day.make('GET', '/units'))).not.toContain('xã Dở');
  });

  it('is for administrators of the whole committee', async () => {
    const clerk = await office.person({ role: 'clerk' }, { role: 'secretary' });
    expect(await clerk.call('POST', '/committees', founding())).toMatchObject(refused(403, 'access.forbidden'));
  });

  it('can send the first administrator another link until somebody there has a password', async () => {
    const { body } = await found();
    const path = `/committees/${String(body['id'])}/invitation`;
    const { token } = await office.day.make<{ token: string }>('POST', path);
    const old = (body['invitation'] as { token: string }).token;
    const lookUp = (of: string) => office.test.call('POST', '/invitations/look-up', { token: of });
    expect((await lookUp(old)).status).toBe(404);
    await office.accept(token);
    expect((await office.test.call('POST', path)).status).toBe(404);
    expect((await office.test.call('POST', `/committees/${randomUUID()}/invitation`)).status).toBe(404);
  });
});

describe('what is below the border', () => {
  it('is changed by the committee below alone, and holds no cells for a session above', async () => {
    const below = await ward('Đảng bộ xã Năm');
    const change = { from: today(), name: 'Tên khác' };
    for (const id of [below.id, below.cellId]) {
      expect((await office.test.call('POST', `/units/${id}/changes`, change)).status).toBe(404);
      expect((await office.test.call('POST', `/units/${id}/dissolution`, { on: today() })).status).toBe(404);
      const unit = { name: 'Chi bộ lạ', kind: 'cell', foundedOn: today(), parentId: id };
      expect((await office.test.call('POST', '/units', unit)).status).toBe(404);
    }
    const group = { name: 'Khối lạ', cellIds: [below.cellId] };
    expect(await office.test.call('POST', '/cell-groups', group)).toMatchObject(wrongFields('cellIds[0]'));
    const units = JSON.stringify(await office.day.make('GET', '/units'));
    expect([units.includes(below.id), units.includes(below.cellId)]).toEqual([true, false]);
    expect((await below.administrator.call('POST', `/units/${below.cellId}/changes`, change)).status).toBe(201);
  });

  it('has its own story, which the committee above neither reads nor takes back', async () => {
    const below = await ward('Đảng bộ xã Kể');
    const body = { name: 'Chi bộ thôn Chín', kind: 'cell', foundedOn: '2012-07-07' };
    const { body: cell } = await below.administrator.call('POST', '/units', body);
    const own = await below.administrator.call('GET', '/units/changes');
    const [founding] = (own.body as unknown as { id: string; parts: object[] }[]).slice(0, 1);
    expect(founding).toMatchObject({ on: '2012-07-07', parts: [{ unitId: cell['id'] }] });
    const above = await office.day.make<object[]>('GET', '/units/changes');
    expect(above.length).toBeGreaterThan(0);
    expect(JSON.stringify(above)).not.toContain(below.cellId);
    expect(JSON.stringify(above)).not.toContain(cell['id']);
    for (const id of [below.id, below.cellId]) expect(await office.day.make('GET', `/units/${id}/changes`)).toEqual([]);
    expect(await office.day.make('GET', '/units/days')).not.toMatchObject({
      days: expect.arrayContaining(['2012-07-07']) as string[],
    });
    expect((await office.test.call('DELETE', `/units/changes/${founding?.id}`)).status).toBe(404);
    const merger = { on: today(), cellIds: [below.cellId, cell['id']], target: { unitId: below.cellId } };
    expect((await office.test.call('POST', '/units/merger', merger)).status).toBe(404);
    expect(await office.day.make('GET', `/units?below=${below.id}`)).toMatchObject([{ id: below.id }]);
    expect(await office.day.make('GET', `/units?below=${below.cellId}`)).toEqual([]);
    expect((await below.administrator.call('DELETE', `/units/changes/${founding?.id}`)).status).toBe(200);
  });
});

describe('a sign-in', () => {
  const move = (by: Pick<Person, 'call'>, committeeId: string) => by.call('PUT', '/me/committee', { committeeId });

  it('works at home, and in the committees below the units of its roles', async () => {
    const below = await ward('Đảng bộ xã Sáu');
    const other = await ward('Đảng bộ xã Bảy');
    const viewer = await office.person({ role: 'viewer', unitId: below.id });
    const { body } = await viewer.call('GET', '/me/committees');
    expect(body).toEqual([
      expect.objectContaining({ name: firstRunBody.committee.name, isHome: true, isCurrent: true }),
      { id: below.id, name: 'Đảng bộ xã Sáu', bodyName: 'Đảng ủy xã Sáu', isHome: false, isCurrent: false },
    ]);
    expect((await move(viewer, other.id)).status).toBe(404);
    expect((await move(viewer, randomUUID())).status).toBe(404);
    expect(await move(viewer, 'x')).toMatchObject(wrongFields('committeeId'));
    expect((await move(viewer, below.id)).status).toBe(204);
    expect(await viewer.call('GET', '/committee')).toMatchObject({ body: { name: 'Đảng bộ xã Sáu' } });
    expect(await viewer.call('GET', '/me/committees')).toMatchObject({
      body: [{ isCurrent: false }, { isCurrent: true }],
    });
    const [entered] = await ask(
      office.test.databaseUrl,
      `SELECT committee_id AS at FROM audit_entry WHERE action = 'committee.entered' AND account_id = $1`,
      [viewer.id],
    );
    expect(entered).toEqual({ at: below.id });
  });

  it('is a viewer below, whatever it is above: figures, and names only where they are shown', async () => {
    const below = await ward('Đảng bộ xã Tám');
    const clerk = await office.person({ role: 'clerk', mayExport: true }, { role: 'administrator' });
    await move(clerk, below.id);
    expect((await clerk.call('GET', '/me')).body['may']).toEqual([
      ...['committee.read', 'unit.read', 'resolution.read', 'session.read', 'figures.read'],
    ]);
    expect((await clerk.call('GET', '/members')).status).toBe(403);
    expect((await clerk.call('GET', '/accounts')).status).toBe(403);
    expect((await clerk.call('PATCH', '/committee', { showsNamesAbove: true })).status).toBe(403);
    await below.administrator.call('PATCH', '/committee', { showsNamesAbove: true });
    expect(await clerk.call('GET', '/members')).toMatchObject({ status: 200, body: { total: 1 } });
    await move(
      clerk,
      (await clerk.call('GET', '/me/committees')).body.map((one) => String((one as { id: string }).id))[0] ?? '',
    );
    expect(await clerk.call('GET', '/members'), 'at home again').toMatchObject({ body: { total: 5 } });
  });

  it('finds no way up or aside: who is below works at home', async () => {
    const below = await ward('Đảng bộ xã Chín');
    const { body } = await below.administrator.call('GET', '/me/committees');
    expect(body).toMatchObject([{ id: below.id, isHome: true }]);
    const above = (await office.test.call('GET', '/me')).body['committeeId'];
    expect((await move(below.administrator, String(above))).status).toBe(404);
    expect((await below.administrator.call('GET', '/members')).body).toMatchObject({ total: 1 });
  });

  it('that loses its role below reads nothing there any more', async () => {
    const below = await ward('Đảng bộ xã Mười');
    const viewer = await office.person({ role: 'viewer', unitId: below.id });
    await move(viewer, below.id);
    expect((await viewer.call('GET', '/sessions')).status).toBe(200);
    await office.day.make('DELETE', `/roles/${viewer.roleId}`);
    expect((await viewer.call('GET', '/sessions')).status).toBe(403);
    expect((await viewer.call('GET', '/me/committees')).body).toHaveLength(1);
  });
});
