import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { ask } from '../migrations/support/catalog.js';
import type { Method } from '../support/test-app.js';
import { Office, type Person, refused, wrongFields } from './support/office.js';

let office: Office;
let person: Person;

beforeAll(async () => {
  office = await Office.prepare();
  person = await office.person({ role: 'clerk' }, { role: 'administrator' });
});
afterAll(() => office.test.stop());

interface Issued {
  id: string;
  token: string;
}
const wish = (more: object = {}) => ({ name: 'Bảng điện tử', permissions: ['figures.read'], until: today(), ...more });
const issue = async (permissions: string[]): Promise<Issued> =>
  (await person.call('POST', '/me/tokens', wish({ permissions }))).body as unknown as Issued;
const as = (token: string) => (method: Method, path: string, body?: object) =>
  office.test.call(method, path, body, { authorization: `Bearer ${token}`, cookie: '' });

describe('a token', () => {
  it('does what it lists, and nothing else that its owner may', async () => {
    const { token } = await issue(['member.read', 'unit.read']);
    const program = as(token);
    expect(await program('GET', '/members')).toMatchObject({ status: 200, body: { total: 5 } });
    expect((await program('GET', '/units')).status).toBe(200);
    expect((await program('GET', '/sessions')).status).toBe(403);
    expect(await program('GET', '/me')).toMatchObject({
      body: { signInKind: 'token', may: ['unit.read', 'member.read'] },
    });
    const unit = { name: 'Chi bộ lạ', kind: 'cell', foundedOn: '2010-01-01' };
    expect(await program('POST', '/units', unit)).toMatchObject(refused(403, 'access.forbidden'));
  });

  it('is said once and kept as a hash; the list tells what it may and when it was used', async () => {
    const { id, token } = await issue(['figures.read']);
    expect(token).toMatch(/^[\w-]{43}$/);
    const unused = (await person.call('GET', '/me/tokens')).body.find((one) => (one as Issued).id === id);
    expect(unused).toMatchObject({ name: 'Bảng điện tử', permissions: ['figures.read'], until: today(), usedAt: null });
    expect(unused).not.toHaveProperty('token');
    const kept = await ask(office.test.databaseUrl, 'SELECT s::text AS row FROM sign_in s');
    expect(JSON.stringify(kept)).not.toContain(token);
    await office.sql(
      `UPDATE sign_in SET created_at = created_at - interval '1 hour', seen_at = seen_at - interval '1 hour' WHERE id = $1`,
      id,
    );
    await as(token)('GET', '/me');
    const used = (await person.call('GET', '/me/tokens')).body.find((one) => (one as Issued).id === id);
    expect(used).toMatchObject({ usedAt: expect.any(String) });
    expect(await office.trailOf(person.id)).toContain('token.issued');
  });

  it('manages no accounts, roles, devices, tokens or sign-ins, whatever its row says', async () => {
    const { id, token } = await issue(['figures.read']);
    await office.sql(
      `UPDATE sign_in SET permissions = array['account.manage', 'device.manage', 'own', 'committee.change', 'unit.read'] WHERE id = $1`,
      id,
    );
    const program = as(token);
    for (const [method, path, body] of [
      ['GET', '/accounts'],
      ['POST', '/accounts', { loginName: 'x-y', displayName: 'X', roles: [{ role: 'clerk' }] }],
      ['POST', `/accounts/${person.id}/invitation`],
      ['POST', `/accounts/${person.id}/roles`, { role: 'viewer' }],
      ['DELETE', `/roles/${person.roleId}`],
      ['GET', '/devices'],
      ['POST', '/devices/codes', { sessionId: randomUUID(), classIds: [randomUUID()] }],
      ['GET', '/me/tokens'],
      ['POST', '/me/tokens', wish()],
      ['DELETE', `/me/tokens/${id}`],
      ['GET', '/me/committees'],
      ['PATCH', '/committee', { place: 'Nơi khác' }],
      ['PUT', '/me/committee', { committeeId: randomUUID() }],
    ] as const) {
      expect(await program(method, path, body), path).toMatchObject(refused(403, 'access.forbidden'));
    }
    expect((await program('GET', '/me')).body['may']).toEqual(['unit.read']);
  });

  it('lists only what its owner may, and no looking after accounts', async () => {
    const refuse = async (permissions: unknown, ...fields: string[]) =>
      expect(await person.call('POST', '/me/tokens', wish({ permissions }))).toMatchObject(wrongFields(...fields));
    await refuse(['unit.read', 'request.manage', 'audit.export'], 'permissions[2]');
    await refuse(['account.manage'], 'permissions[0]');
    await refuse(['device.manage'], 'permissions[0]');
    await refuse(['own'], 'permissions[0]');
    await refuse(['fly'], 'permissions');
    await refuse([], 'permissions');
    await refuse(['unit.read', 'unit.read'], 'permissions');
  });

  it('lasts a year at most', async () => {
    const year = Number(today().slice(0, 4));
    const until = async (day: string) => person.call('POST', '/me/tokens', wish({ until: day }));
    expect(await until(`${year + 1}-12-31`)).toMatchObject(wrongFields('until'));
    expect(await until('2020-01-01')).toMatchObject(wrongFields('until'));
    expect(await person.call('POST', '/me/tokens', wish({ committeeId: randomUUID() }))).toMatchObject(
      wrongFields('committeeId'),
    );
    const { token, id } = (await until(today())).body as unknown as Issued;
    expect((await as(token)('GET', '/me')).status).toBe(200);
    await office.sql(
      `UPDATE sign_in SET created_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE id = $1`,
      id,
    );
    expect((await as(token)('GET', '/me')).status).toBe(401);
  });

  it('loses what its owner loses', async () => {
    const other = await office.person({ role: 'clerk' });
    const { body } = await other.call('POST', '/me/tokens', wish({ permissions: ['member.read'] }));
    const program = as((body as unknown as Issued).token);
    expect((await program('GET', '/members')).status).toBe(200);
    await office.day.make('DELETE', `/roles/${other.roleId}`);
    expect((await program('GET', '/members')).status).toBe(403);
  });

  it('is ended by its owner or by an administrator of his committee, and nobody else', async () => {
    const [one, two] = [await issue(['figures.read']), await issue(['figures.read'])];
    const stranger = await office.person({ role: 'clerk' });
    const { administrator } = await office.below();
    expect((await stranger.call('DELETE', `/me/tokens/${one.id}`)).status).toBe(404);
    expect((await administrator.call('DELETE', `/tokens/${one.id}`)).status).toBe(404);
    expect(JSON.stringify((await administrator.call('GET', '/tokens')).body)).not.toContain(one.id);
    expect((await person.call('DELETE', `/me/tokens/${one.id}`)).status).toBe(204);
    expect((await as(one.token)('GET', '/me')).status).toBe(401);
    const all = await office.test.call('GET', '/tokens');
    expect(all.body).toContainEqual(
      expect.objectContaining({ id: two.id, account: { id: person.id, displayName: expect.any(String) } }),
    );
    await office.day.make('DELETE', `/tokens/${two.id}`);
    expect((await as(two.token)('GET', '/me')).status).toBe(401);
    expect(await office.trailOf(person.id)).toEqual(expect.arrayContaining(['token.ended', 'sign-in.refused']));
    const { signInId } =
      (
        await ask<{ signInId: string }>(
          office.test.databaseUrl,
          `SELECT id AS "signInId" FROM sign_in WHERE account_id = $1 AND kind = 'browser' LIMIT 1`,
          [person.id],
        )
      )[0] ?? {};
    expect((await office.test.call('DELETE', `/tokens/${signInId}`)).status, 'a browser is no token').toBe(404);
  });
});
