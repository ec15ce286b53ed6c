import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { startTestApp, firstRunBody, type TestApp } from '../support/test-app.js';
import { Authenticator } from './support/authenticator.js';
import { atDesk, Browser, codeOf, loginName, password, refused, setUpPhone, sql, trail } from './support/browser.js';

let test: TestApp;
let desk: Browser;

beforeEach(async () => {
  ({ test, desk } = await atDesk());
});
afterEach(() => test.stop());

const newPassword = 'chiếc ô tím dưới mưa';
const change = (browser: Browser, more: object = {}) =>
  browser.call('PUT', '/me/password', { oldPassword: password, newPassword, ...more });

interface Listed {
  id: string;
  isThis: boolean;
}

describe('changing one’s password', () => {
  it('needs the old one', async () => {
    const answer = await change(desk, { oldPassword: 'không phải mật khẩu' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'oldPassword' }] } });
    expect(await desk.isIn()).toBe(true);
  });

  it('needs a good one', async () => {
    for (const weak of ['ngắn quá', 'passwordpassword', `${loginName}-${loginName}`, 'Đảng ủy phường Thử Nghiệm']) {
      const answer = await change(desk, { newPassword: weak });
      expect(answer, weak).toMatchObject({ status: 422, body: { errors: [{ path: 'newPassword' }] } });
    }
  });

  it('ends the other browsers, and goes on here with another token', async () => {
    const other = new Browser(test, desk.address);
    await other.signIn();
    const before = desk.cookie;
    expect(await change(desk)).toMatchObject({ status: 200, body: { loginName } });
    expect(desk.cookie).not.toBe(before);
    expect(await desk.isIn()).toBe(true);
    expect(await other.isIn()).toBe(false);
    const thief = new Browser(test, desk.address);
    thief.cookie = before;
    expect(await thief.isIn()).toBe(false);
    expect(await thief.signIn()).toMatchObject(refused(401, 'sign-in.wrong'));
    expect(await thief.signIn(newPassword)).toMatchObject({ status: 200 });
    const told = (await trail(test)).find(({ action }) => action === 'account.password-changed');
    expect(told).toMatchObject({ values: { ended: 2 } });
  });

  it('is the same password, typed with one input method or another', async () => {
    await change(desk, { newPassword: newPassword.normalize('NFD') });
    expect(await new Browser(test, desk.address).signIn(newPassword)).toMatchObject({ status: 200 });
  });

  it('is for who has proved himself a short time ago', async () => {
    await sql(test, `UPDATE sign_in SET proved_at = now() - interval '11 minutes'`);
    expect(await change(desk)).toMatchObject(refused(403, 'access.prove-again'));
  });
});

describe('proving oneself anew', () => {
  const isFresh = async (browser: Browser) => (await browser.call('POST', '/me/passkeys/options')).status === 200;

  beforeEach(() => sql(test, `UPDATE sign_in SET proved_at = now() - interval '11 minutes'`));

  it('opens sensitive steps by the password, with another token', async () => {
    const before = desk.cookie;
    expect(await isFresh(desk)).toBe(false);
    expect(await desk.call('POST', '/sign-in/proof', { password })).toMatchObject({ status: 200 });
    expect(await isFresh(desk)).toBe(true);
    const old = new Browser(test, desk.address);
    old.cookie = before;
    expect(await old.isIn()).toBe(false);
    expect((await trail(test)).find(({ action }) => action === 'sign-in.proved')).toMatchObject({
      values: { ways: ['password'] },
    });
  });

  it('is done by a code of the phone or a passkey as well', async () => {
    await desk.call('POST', '/sign-in/proof', { password });
    const { secret } = await setUpPhone(desk);
    const key = new Authenticator();
    const asked = await desk.call('POST', '/me/passkeys/options');
    await desk.call('POST', '/me/passkeys', { name: 'Máy tính', ...key.create(asked.body) });
    await sql(test, `UPDATE sign_in SET proved_at = now() - interval '11 minutes'`);
    expect(await desk.call('POST', '/sign-in/proof', { code: codeOf(secret) })).toMatchObject({ status: 200 });
    expect(await isFresh(desk)).toBe(true);
    await sql(test, `UPDATE sign_in SET proved_at = now() - interval '11 minutes'`);
    const toSign = await desk.call('POST', '/sign-in/proof/passkey-options');
    const passkey = key.sign(toSign.body);
    expect(await desk.call('POST', '/sign-in/proof', { passkey })).toMatchObject({ status: 200 });
    expect(await isFresh(desk)).toBe(true);
    expect(await desk.call('POST', '/sign-in/proof', { passkey })).toMatchObject(refused(401, 'passkey.wrong'));
  });

  it('needs one way, and a right one', async () => {
    expect(await desk.call('POST', '/sign-in/proof', {})).toMatchObject(refused(422, 'validation'));
    expect(await desk.call('POST', '/sign-in/proof', { password: 'sai mật khẩu' })).toMatchObject(
      refused(401, 'sign-in.wrong'),
    );
    expect(await isFresh(desk)).toBe(false);
  });

  it('makes no more of a program’s token than it is', async () => {
    await sql(test, `UPDATE sign_in SET kind = 'token', name = 'Máy chấm công', permissions = '{own}'`);
    expect(await desk.call('POST', '/sign-in/proof', { password })).toMatchObject(refused(403, 'access.forbidden'));
    await sql(test, `UPDATE sign_in SET proved_at = now()`);
    for (const path of ['/me/totp', '/me/recovery-codes', '/me/passkeys/options']) {
      expect(await desk.call('POST', path), path).toMatchObject(refused(403, 'access.forbidden'));
    }
    expect(await change(desk)).toMatchObject(refused(403, 'access.forbidden'));
  });
});

describe('one’s sign-ins', () => {
  const list = async (browser: Browser) => (await browser.call('GET', '/me/sign-ins')).body as unknown as Listed[];

  it('are listed with where they are and in what', async () => {
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
    await test.call(
      'POST',
      '/sign-in',
      { loginName, password },
      { 'user-agent': agent, 'x-forwarded-for': '192.0.2.9' },
    );
    const listed = await list(desk);
    expect(listed.length).toBe(3);
    expect(listed.filter(({ isThis }) => isThis)).toMatchObject([{ kind: 'browser', address: desk.address }]);
    expect(listed).toContainEqual(expect.objectContaining({ agent: 'Chrome trên Windows', address: '192.0.2.9' }));
  });

  it('end one by one, or all but this', async () => {
    const browsers = [new Browser(test), new Browser(test), new Browser(test)] as const;
    for (const browser of browsers) await browser.signIn();
    const [first] = await list(browsers[0]).then((all) => all.filter(({ isThis }) => isThis));
    expect(await desk.call('DELETE', `/me/sign-ins/${first?.id}`)).toMatchObject({ status: 204 });
    expect(await browsers[0].isIn()).toBe(false);
    expect(await browsers[1].isIn()).toBe(true);
    expect(await desk.call('DELETE', '/me/sign-ins')).toMatchObject({ status: 204 });
    expect([await browsers[1].isIn(), await browsers[2].isIn(), await desk.isIn()]).toEqual([false, false, true]);
    expect((await trail(test)).filter(({ action }) => /^sign-in\.(others-)?ended$/.test(action)).length).toBe(2);
  });

  it('of others are not there', async () => {
    const other = '11111111-1111-4111-8111-111111111111';
    await sql(
      test,
      `INSERT INTO account (id, committee_id, login_name, display_name, created_at) SELECT $1, committee_id, 'nguoi-khac', 'Người Khác', now() FROM account`,
      other,
    );
    const browser = new Browser(test);
    await browser.signIn();
    const [mine] = (await list(browser)).filter(({ isThis }) => isThis);
    await sql(test, 'UPDATE sign_in SET account_id = $1 WHERE id = $2', other, mine?.id);
    expect((await list(desk)).some(({ id }) => id === mine?.id)).toBe(false);
    expect(await desk.call('DELETE', `/me/sign-ins/${mine?.id}`)).toMatchObject(refused(404, 'not-found'));
    expect(await browser.isIn()).toBe(true);
  });

  it('end by themselves where nobody uses them, and at the latest after their hours', async () => {
    await sql(test, `UPDATE sign_in SET seen_at = now() - interval '119 minutes'`);
    expect(await desk.isIn()).toBe(true);
    await sql(test, `UPDATE sign_in SET seen_at = now() - interval '121 minutes'`);
    expect(await desk.isIn()).toBe(false);
    await desk.signIn();
    await sql(
      test,
      `UPDATE sign_in SET created_at = now() - interval '13 hours', expires_at = now() - interval '1 second'`,
    );
    expect(await desk.isIn()).toBe(false);
  });
});

describe('a committee that demands a second factor', () => {
  beforeEach(async () => {
    expect(await desk.call('PATCH', '/committee', { demandsSecondFactor: true })).toMatchObject({ status: 200 });
  });

  it('lets who administers or exports do nothing else before he has one', async () => {
    const browser = new Browser(test);
    expect(await browser.signIn()).toMatchObject({ status: 200, body: { lacksSecondFactor: true } });
    expect(await browser.call('GET', '/members')).toMatchObject(refused(403, 'access.second-factor-demanded'));
    expect(await browser.call('GET', '/committee')).toMatchObject(refused(403, 'access.second-factor-demanded'));
    await setUpPhone(browser);
    expect(await browser.call('GET', '/me')).toMatchObject({ body: { lacksSecondFactor: false } });
    expect(await browser.call('GET', '/members')).toMatchObject({ status: 200 });
  });

  it('holds for sign-ins that are open already, and for tokens', async () => {
    expect(await desk.call('GET', '/units')).toMatchObject(refused(403, 'access.second-factor-demanded'));
    await sql(test, `UPDATE sign_in SET kind = 'token', name = 'Chương trình', permissions = '{unit.read}'`);
    expect(await desk.call('GET', '/units')).toMatchObject(refused(403, 'access.second-factor-demanded'));
  });

  it('does not ask it of others', async () => {
    await sql(test, `DELETE FROM role_grant WHERE role = 'administrator'`);
    await sql(test, `UPDATE role_grant SET role = 'cell-secretary', may_export = false`);
    expect(await desk.call('GET', '/units')).toMatchObject({ status: 200 });
  });
});

describe('the first account', () => {
  it('has a good password', async () => {
    const fresh = await startTestApp();
    try {
      const account = { ...firstRunBody.account, password: 'Đảng ủy phường Thử Nghiệm' };
      const answer = await fresh.call('POST', '/first-run', { ...firstRunBody, account });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'account.password' }] } });
      expect(await ask(fresh.databaseUrl, 'SELECT FROM account')).toEqual([]);
    } finally {
      await fresh.stop();
    }
  });
});
