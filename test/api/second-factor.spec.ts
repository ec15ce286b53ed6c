import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import type { TestApp } from '../support/test-app.js';
import { atDesk, Browser, codeOf, loginName, type Phone, refused, setUpPhone, sql, trail } from './support/browser.js';

let test: TestApp;
let desk: Browser;
let phone: Phone;

beforeEach(async () => {
  ({ test, desk } = await atDesk());
  phone = await setUpPhone(desk);
});
afterEach(() => test.stop());

const elsewhere = (): Browser => new Browser(test, '198.51.100.7');

describe('a sign-in where a phone shows codes', () => {
  it('takes two steps, and only the second gives a cookie', async () => {
    const browser = elsewhere();
    const first = await browser.signIn();
    expect(first).toMatchObject({ status: 200, body: { next: 'second-factor', offered: ['totp', 'recovery'] } });
    expect(first.headers['set-cookie']).toBeUndefined();
    expect(await browser.isIn()).toBe(false);
    const second = await browser.complete(String(first.body['token']), { code: codeOf(phone.secret) });
    expect(second).toMatchObject({ status: 200, body: { loginName, lacksSecondFactor: false } });
    expect(await browser.isIn()).toBe(true);
    const [opened] = (await trail(test)).filter(({ values }) => String(values['ways']).includes('totp'));
    expect(opened).toMatchObject({ action: 'sign-in.opened', values: { ways: ['password', 'totp'] } });
  });

  it('is told of to administrators, as far as that there is one', async () => {
    const [account] = (await test.call('GET', '/accounts')).body as unknown as object[];
    expect(account).toMatchObject({ loginName, hasSecondFactor: true });
    await sql(test, 'DELETE FROM totp');
    const [without] = (await test.call('GET', '/accounts')).body as unknown as object[];
    expect(without).toMatchObject({ loginName, hasSecondFactor: false });
  });

  it('takes no code twice, nor an older one after a newer', async () => {
    const [one, other] = [elsewhere(), elsewhere()];
    const code = codeOf(phone.secret, 1);
    const tokens = [await one.begin(), await other.begin()];
    expect(await one.complete(tokens[0] ?? '', { code })).toMatchObject({ status: 200 });
    expect(await other.complete(tokens[1] ?? '', { code })).toMatchObject(refused(401, 'second-factor.wrong'));
    const older = { code: codeOf(phone.secret, 0) };
    expect(await other.complete(tokens[1] ?? '', older)).toMatchObject(refused(401, 'second-factor.wrong'));
  });

  it('takes a code once, also of two requests at the same time', async () => {
    const browsers = Array.from({ length: 4 }, elsewhere);
    const code = codeOf(phone.secret);
    const tokens = await Promise.all(browsers.map((browser) => browser.begin()));
    const answers = await Promise.all(browsers.map((browser, at) => browser.complete(tokens[at] ?? '', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
  });

  it('takes codes of the half minute before and after, and none further off', async () => {
    await sql(test, 'UPDATE totp SET last_step = 0');
    for (const [steps, status] of [
      [-3, 401],
      [3, 401],
      [-1, 200],
      [1, 200],
    ] as const) {
      const browser = elsewhere();
      const answer = await browser.complete(await browser.begin(), { code: codeOf(phone.secret, steps) });
      expect(answer.status, `${steps} half minutes`).toBe(status);
    }
  });

  it('may have blanks between the digits as the app shows them', async () => {
    const browser = elsewhere();
    const code = codeOf(phone.secret).replace(/^(...)/, '$1 ');
    expect(await browser.complete(await browser.begin(), { code })).toMatchObject({ status: 200 });
  });

  it('locks codes after few wrong ones, for that account from that address alone', async () => {
    const browser = elsewhere();
    const token = await browser.begin();
    for (let n = 0; n < 5; n += 1) {
      expect(await browser.complete(token, { code: '000000' })).toMatchObject(refused(401, 'second-factor.wrong'));
    }
    const right = { code: codeOf(phone.secret) };
    expect(await browser.complete(token, right)).toMatchObject(refused(429, 'sign-in.too-many'));
    const paper = { recoveryCode: phone.recoveryCodes[0] };
    expect(await browser.complete(token, paper)).toMatchObject(refused(429, 'sign-in.too-many'));
    const owner = new Browser(test, desk.address);
    expect(await owner.complete(await owner.begin(), right)).toMatchObject({ status: 200 });
    const failed = (await trail(test)).filter(({ action }) => action === 'sign-in.failed');
    expect(failed.map(({ values }) => values['way'])).toEqual(Array(5).fill('totp'));
  });

  it('lets nobody try more than fifty codes a day, from wherever he does it', async () => {
    let last = 0;
    for (let place = 0; place < 11; place += 1) {
      const browser = new Browser(test, `192.0.2.${place}`);
      const token = await desk.begin();
      for (let n = 0; n < 5; n += 1) last = (await browser.complete(token, { code: '000000' })).status;
    }
    expect(last).toBe(429);
  });
});

describe('the token between the two steps', () => {
  const right = (): object => ({ code: codeOf(phone.secret) });

  it('is good for five minutes', async () => {
    const browser = elsewhere();
    const token = await browser.begin();
    await sql(test, `UPDATE pending_sign_in SET expires_at = now() - interval '1 second'`);
    expect(await browser.complete(token, right())).toMatchObject(refused(401, 'sign-in.pending-over'));
  });

  it('is good for one sign-in', async () => {
    const browser = elsewhere();
    const token = await browser.begin();
    await browser.complete(token, { code: codeOf(phone.secret, 0) });
    const again = elsewhere().complete(token, { code: codeOf(phone.secret, 1) });
    expect(await again).toMatchObject(refused(401, 'sign-in.pending-over'));
  });

  it('is no sign-in', async () => {
    const token = await elsewhere().begin();
    const answers = await Promise.all([
      test.call('GET', '/me', undefined, { cookie: `sign_in=${token}` }),
      test.call('GET', '/me', undefined, { cookie: '', authorization: `Bearer ${token}` }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('is worth nothing once the account is disabled', async () => {
    const browser = elsewhere();
    const token = await browser.begin();
    await sql(test, 'UPDATE account SET disabled_at = now()');
    expect(await browser.complete(token, right())).toMatchObject(refused(401, 'sign-in.pending-over'));
    expect(await browser.signIn()).toMatchObject(refused(401, 'sign-in.wrong'));
    expect(await desk.isIn()).toBe(false);
  });

  it('needs just one second factor with it', async () => {
    const browser = elsewhere();
    const token = await browser.begin();
    expect(await browser.complete(token, {})).toMatchObject(refused(422, 'validation'));
    const both = { ...right(), recoveryCode: phone.recoveryCodes[0] };
    expect(await browser.complete(token, both)).toMatchObject(refused(422, 'validation'));
  });
});

describe('codes on paper', () => {
  it('are ten, and each opens once', async () => {
    expect(new Set(phone.recoveryCodes).size).toBe(10);
    const [recoveryCode = ''] = phone.recoveryCodes;
    const browser = elsewhere();
    const typed = recoveryCode.toUpperCase().replaceAll('-', ' ');
    expect(await browser.complete(await browser.begin(), { recoveryCode: typed })).toMatchObject({ status: 200 });
    const again = elsewhere();
    const answer = await again.complete(await again.begin(), { recoveryCode });
    expect(answer).toMatchObject(refused(401, 'second-factor.wrong'));
    expect(await browser.call('GET', '/me/second-factors')).toMatchObject({ body: { recoveryCodes: { left: 9 } } });
  });

  it('are worth nothing after a new set', async () => {
    const { codes } = (await desk.call('POST', '/me/recovery-codes')).body as unknown as { codes: string[] };
    const browser = elsewhere();
    const token = await browser.begin();
    const old = await browser.complete(token, { recoveryCode: phone.recoveryCodes[3] });
    expect(old).toMatchObject(refused(401, 'second-factor.wrong'));
    expect(await browser.complete(token, { recoveryCode: codes[3] })).toMatchObject({ status: 200 });
  });

  it('stand nowhere as they are, and neither does the secret of the phone', async () => {
    const [codes] = await ask(
      test.databaseUrl,
      `SELECT string_agg(encode(hash, 'escape'), ' ') AS text FROM recovery_code`,
    );
    const [secret] = await ask(test.databaseUrl, `SELECT encode(secret, 'escape') AS text FROM totp`);
    for (const code of phone.recoveryCodes) expect(codes?.['text']).not.toContain(code.replaceAll('-', ''));
    expect(secret?.['text']).not.toContain(phone.secret.replaceAll(' ', ''));
  });

  it('go with the last second factor', async () => {
    await desk.call('DELETE', '/me/totp');
    const { body } = await desk.call('GET', '/me/second-factors');
    expect(body).toEqual({ totp: null, passkeys: [], recoveryCodes: null });
    expect(await desk.call('POST', '/me/recovery-codes')).toMatchObject(refused(409, 'second-factor.none'));
    expect(await elsewhere().signIn()).toMatchObject({ status: 200, body: { loginName } });
  });
});

describe('setting up a phone', () => {
  it('counts from the first right code on, and not twice', async () => {
    await desk.call('DELETE', '/me/totp');
    const { body } = await desk.call('POST', '/me/totp');
    expect(body).toMatchObject({ secret: expect.stringMatching(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/) as string });
    expect(String(body['uri'])).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
    expect(await elsewhere().signIn()).toMatchObject({ body: { loginName } });
    const wrong = await desk.call('POST', '/me/totp/confirmation', { code: '000000' });
    expect(wrong).toMatchObject(refused(401, 'second-factor.wrong'));
    await desk.call('POST', '/me/totp/confirmation', { code: codeOf(String(body['secret']), -1) });
    expect(await elsewhere().signIn()).toMatchObject({ body: { next: 'second-factor' } });
    expect(await desk.call('POST', '/me/totp')).toMatchObject(refused(409, 'second-factor.there'));
  });

  it('is told in the trail, and so is its end', async () => {
    await desk.call('DELETE', '/me/totp');
    const told = (await trail(test)).map(({ action }) => action).filter((action) => action.startsWith('second-factor'));
    expect(told).toEqual(['second-factor.added', 'second-factor.recovery-codes-made', 'second-factor.removed']);
  });

  it('is for who has proved himself a short time ago', async () => {
    await sql(test, `UPDATE sign_in SET proved_at = now() - interval '11 minutes'`);
    for (const [method, path] of [
      ['POST', '/me/totp'],
      ['DELETE', '/me/totp'],
      ['POST', '/me/recovery-codes'],
      ['POST', '/me/passkeys/options'],
    ] as const) {
      expect(await desk.call(method, path), path).toMatchObject(refused(403, 'access.prove-again'));
    }
  });
});
