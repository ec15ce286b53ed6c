import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { ask } from '../migrations/support/catalog.js';
import { trailOf } from '../support/audit-trail.js';
import { firstRunBody } from '../support/test-app.js';
import { goodPassword, Office, refused, wrongFields } from './support/office.js';

let office: Office;

beforeAll(async () => {
  office = await Office.prepare();
});
afterAll(() => office.test.stop());

const clerk = { role: 'clerk' };
const invite = (more: object = {}) =>
  office.test.call('POST', '/accounts', {
    ...{ loginName: `moi-${randomUUID().slice(0, 8)}`, displayName: 'Người Mới', roles: [clerk], ...more },
  });
const lookUp = (token: string) => office.test.call('POST', '/invitations/look-up', { token });
const accept = (token: string, password = goodPassword) =>
  office.test.call('POST', '/invitations/acceptance', { token, password });
const gone = refused(404, 'invitation.gone');

interface Invited {
  account: { id: string };
  invitation: { token: string };
}
const invited = async (): Promise<Invited> => (await invite()).body as unknown as Invited;

describe('an invitation', () => {
  it('gives an account without a password, and a link that says whose it is', async () => {
    const { status, body } = await invite({ loginName: 'thu-ky', displayName: 'Thư ký Mẫu' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        account: {
          ...{ loginName: 'thu-ky', displayName: 'Thư ký Mẫu', hasPassword: false, isDisabled: false, seenAt: null },
          invitation: { isExpired: false },
          roles: [{ role: 'clerk', isWhole: true, mayExport: false, until: null }],
        },
        invitation: { token: expect.stringMatching(/^[\w-]{43}$/), expiresAt: expect.any(String) },
      },
    });
    const { token } = (body as unknown as Invited).invitation;
    expect(await lookUp(token)).toMatchObject({
      status: 200,
      body: { loginName: 'thu-ky', bodyName: firstRunBody.committee.bodyName, isReset: false },
    });
    expect(await office.signIn('thu-ky')).toMatchObject(refused(401, 'sign-in.wrong'));
  });

  it('is accepted once, and signs in who accepts it', async () => {
    const { account, invitation } = await invited();
    const answer = await accept(invitation.token);
    expect(answer).toMatchObject({ status: 200, body: { isSignedIn: true } });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const me = await office.test.call('GET', '/me', undefined, { cookie });
    expect(me).toMatchObject({ status: 200, body: { accountId: account.id, roles: [{ role: 'clerk' }] } });
    expect(await accept(invitation.token)).toMatchObject(gone);
    expect(await lookUp(invitation.token)).toMatchObject(gone);
    expect(await office.trailOf(account.id)).toEqual(
      expect.arrayContaining(['account.created', 'role.granted', 'account.invited', 'invitation.accepted']),
    );
  });

  it('is accepted by one of two who try at once', async () => {
    const { invitation } = await invited();
    const answers = await Promise.all([accept(invitation.token), accept(invitation.token, `${goodPassword}-2`)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  it('ends when another takes its place, when its days are over and when the account is disabled', async () => {
    const { account, invitation: first } = await invited();
    const again = await office.day.make<{ token: string }>('POST', `/accounts/${account.id}/invitation`);
    expect(await lookUp(first.token)).toMatchObject(gone);
    expect(await accept(first.token)).toMatchObject(gone);
    expect((await lookUp(again.token)).status).toBe(200);
    await office.sql(`UPDATE invitation SET created_at = now() - interval '8 days', expires_at = now() - interval '1 second'
      WHERE account_id = '${account.id}' AND replaced_at IS NULL`);
    expect(await accept(again.token)).toMatchObject(gone);
    expect(await office.day.make('GET', `/accounts/${account.id}`)).toMatchObject({ invitation: { isExpired: true } });
    const third = await office.day.make<{ token: string }>('POST', `/accounts/${account.id}/invitation`);
    await office.day.make('POST', `/accounts/${account.id}/disablement`);
    expect(await accept(third.token)).toMatchObject(gone);
    expect(await office.test.call('POST', `/accounts/${account.id}/invitation`)).toMatchObject(
      refused(409, 'account.disabled'),
    );
  });

  it('refuses a short password and stays good for another', async () => {
    const { invitation } = await invited();
    expect(await accept(invitation.token, 'ngan')).toMatchObject(wrongFields('password'));
    expect((await accept(invitation.token)).status).toBe(200);
  });

  it('may name somebody wrongly: the name that others read is put right, and the trail knows both', async () => {
    const { account } = await invited();
    const rename = (displayName: string) => office.test.call('PATCH', `/accounts/${account.id}`, { displayName });
    expect(await rename('Lê Mẫu Đúng')).toMatchObject({ status: 200, body: { displayName: 'Lê Mẫu Đúng' } });
    expect(await rename('  ')).toMatchObject(wrongFields('displayName'));
    const loginName = await office.test.call('PATCH', `/accounts/${account.id}`, {
      ...{ displayName: 'Lê Mẫu Đúng', loginName: 'ten-khac' },
    });
    expect(loginName).toMatchObject(wrongFields('loginName'));
    const elsewhere = await office.test.call('PATCH', `/accounts/${randomUUID()}`, { displayName: 'Ai Đó' });
    expect(elsewhere).toMatchObject({ status: 404 });
    const trail = await trailOf(office.test.databaseUrl);
    const [entry] = trail.filter(({ action, subjectId }) => action === 'account.renamed' && subjectId === account.id);
    expect(entry?.told).toEqual({ displayName: { from: 'Người Mới', to: 'Lê Mẫu Đúng' } });
  });

  it('is kept as a hash alone', async () => {
    const { account, invitation } = await invited();
    const kept = await ask(office.test.databaseUrl, 'SELECT i::text AS row FROM invitation i WHERE account_id = $1', [
      account.id,
    ]);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(invitation.token);
    expect(await lookUp('x'.repeat(43))).toMatchObject(gone);
    expect(await lookUp('../../etc')).toMatchObject(wrongFields('token'));
  });

  it('is refused for a name that is taken, also in another committee, and for what is not offered', async () => {
    expect(await invite({ loginName: firstRunBody.account.loginName })).toMatchObject(
      refused(409, 'account.name-taken'),
    );
    expect(await invite({ committeeId: randomUUID() })).toMatchObject(wrongFields('committeeId'));
    expect(await invite({ passwordHash: 'x' })).toMatchObject(wrongFields('passwordHash'));
    expect(await invite({ kind: 'device' })).toMatchObject(wrongFields('kind'));
    expect(await invite({ roles: [] })).toMatchObject(wrongFields('roles'));
    expect(await invite({ loginName: 'Có Dấu' })).toMatchObject(wrongFields('loginName'));
    expect(await invite({ roles: [{ ...clerk, committeeId: randomUUID() }] })).toMatchObject(
      wrongFields('roles[0].committeeId'),
    );
  });

  it('with a role that is refused leaves no account behind', async () => {
    const loginName = 'khong-ton-tai';
    const bad = [clerk, { role: 'clerk', unitId: randomUUID() }];
    expect(await invite({ loginName, roles: bad })).toMatchObject(wrongFields('roles[1].unitId'));
    expect((await invite({ loginName })).status).toBe(201);
  });
});

describe('a link for a new password', () => {
  it('ends all sign-ins when it is used, and signs nobody in: all that the account asks for comes after', async () => {
    const person = await office.person(clerk);
    const { token } = await office.day.make<{ token: string }>('POST', `/accounts/${person.id}/invitation`);
    expect((await person.call('GET', '/me')).status).toBe(200);
    expect(await lookUp(token)).toMatchObject({ body: { isReset: true } });
    const answer = await accept(token, 'mua-thu-ha-noi-rat-dep');
    expect(answer).toMatchObject({ status: 200, body: { isSignedIn: false } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await person.call('GET', '/me')).status).toBe(401);
    expect((await office.signIn(person.loginName)).status).toBe(401);
    expect((await office.signIn(person.loginName, 'mua-thu-ha-noi-rat-dep')).status).toBe(200);
    expect(await office.trailOf(person.id)).toContain('password.reset');
  });
});

describe('an account that is disabled', () => {
  it('is out at once, with its tokens, and comes back without them', async () => {
    const person = await office.person(clerk);
    const wish = { name: 'Bảng điện tử', permissions: ['figures.read'], until: today() };
    const issued = await person.call('POST', '/me/tokens', wish);
    const headers = { authorization: `Bearer ${String(issued.body['token'])}`, cookie: '' };
    expect((await office.test.call('GET', '/me', undefined, headers)).status).toBe(200);
    const answer = await office.test.call('POST', `/accounts/${person.id}/disablement`);
    expect(answer).toMatchObject({ status: 201, body: { isDisabled: true } });
    expect((await person.call('GET', '/me')).status).toBe(401);
    expect((await office.test.call('GET', '/me', undefined, headers)).status).toBe(401);
    expect((await office.signIn(person.loginName)).status).toBe(401);
    await office.day.make('DELETE', `/accounts/${person.id}/disablement`);
    expect((await person.call('GET', '/me')).status).toBe(401);
    expect((await office.signIn(person.loginName)).status).toBe(200);
    expect(await office.trailOf(person.id)).toEqual(
      expect.arrayContaining(['account.disabled', 'sign-in.refused', 'account.enabled']),
    );
  });
});

describe('looking after accounts', () => {
  it('is for administrators alone, and only for the accounts of their committee', async () => {
    const person = await office.person(clerk, { role: 'secretary' });
    const { administrator } = await office.below('Đảng bộ xã Một');
    for (const [method, path] of [
      ['GET', '/accounts'],
      ['POST', `/accounts/${person.id}/invitation`],
      ['POST', `/accounts/${person.id}/disablement`],
      ['GET', '/tokens'],
      ['GET', '/devices'],
      ['GET', '/committees'],
    ] as const) {
      expect(await person.call(method, path), path).toMatchObject(refused(403, 'access.forbidden'));
    }
    expect(JSON.stringify((await administrator.call('GET', '/accounts')).body)).not.toContain(person.id);
    for (const path of [`/accounts/${person.id}/invitation`, `/accounts/${person.id}/disablement`]) {
      expect(await administrator.call('POST', path), path).toMatchObject(refused(404, 'not-found'));
    }
    const grant = await administrator.call('POST', `/accounts/${person.id}/roles`, { role: 'viewer' });
    expect(grant).toMatchObject(refused(404, 'not-found'));
    expect(await administrator.call('DELETE', `/roles/${person.roleId}`)).toMatchObject(refused(404, 'not-found'));
    expect((await office.test.call('GET', `/accounts/${randomUUID()}`)).status).toBe(404);
  });

  it('asks who last proved himself some time ago to do so again', async () => {
    const person = await office.person({ role: 'administrator' });
    await office.sql(`UPDATE sign_in SET proved_at = now() - interval '11 minutes' WHERE account_id = $1`, person.id);
    expect((await person.call('GET', '/accounts')).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '/accounts', { loginName: 'x-y', displayName: 'X', roles: [clerk] }],
      ['POST', `/accounts/${person.id}/invitation`],
      ['POST', `/accounts/${person.id}/disablement`],
      ['DELETE', `/accounts/${person.id}/disablement`],
      ['POST', `/accounts/${person.id}/roles`, clerk],
      ['DELETE', `/roles/${person.roleId}`],
      ['POST', '/me/tokens', { name: 'a', permissions: ['unit.read'], until: '2027-01-01' }],
      ['POST', '/devices/codes', { sessionId: randomUUID(), classIds: [randomUUID()] }],
      ['DELETE', `/devices/${randomUUID()}`],
    ] as const) {
      expect(await person.call(method, path, body), path).toMatchObject(refused(403, 'access.prove-again'));
    }
  });
});
