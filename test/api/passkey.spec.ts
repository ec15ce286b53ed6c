import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import type { Answer, TestApp } from '../support/test-app.js';
import { Authenticator, type Deviation } from './support/authenticator.js';
import { atDesk, Browser, loginName, refused, sql, trail } from './support/browser.js';

let test: TestApp;
let desk: Browser;
let key: Authenticator;

beforeEach(async () => {
  ({ test, desk } = await atDesk());
  key = new Authenticator();
});
afterEach(() => test.stop());

const elsewhere = (): Browser => new Browser(test, '198.51.100.7');
const wrong = refused(401, 'passkey.wrong');

async function add(deviation: Deviation = {}): Promise<Answer> {
  const asked = await desk.call('POST', '/me/passkeys/options');
  return desk.call('POST', '/me/passkeys', { name: 'Máy tính văn phòng', ...key.create(asked.body, deviation) });
}

const askedAtDoor = async (browser: Browser, body: object = {}): Promise<unknown> =>
  (await browser.call('POST', '/sign-in/passkey-options', body)).body;

async function signInBy(browser: Browser, deviation: Deviation = {}): Promise<Answer> {
  return browser.call('POST', '/sign-in/passkey', key.sign(await askedAtDoor(browser), deviation));
}

describe('a passkey', () => {
  it('is added with a name, comes with codes on paper, and signs in by itself', async () => {
    const answer = await add();
    expect(answer.status).toBe(201);
    expect((answer.body['recoveryCodes'] as string[]).length).toBe(10);
    const browser = elsewhere();
    expect(await signInBy(browser)).toMatchObject({ status: 200, body: { loginName } });
    expect(await browser.isIn()).toBe(true);
    expect((await trail(test)).at(-1)).toMatchObject({ action: 'sign-in.opened', values: { ways: ['passkey'] } });
  });

  it('is asked for with its user made sure of, as a key that the device keeps', async () => {
    const { options } = (await desk.call('POST', '/me/passkeys/options')).body;
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Quán Triệt' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(await askedAtDoor(desk)).toMatchObject({ options: { userVerification: 'required', allowCredentials: [] } });
  });

  it('is a second factor too, for the pending sign-in that asked for it', async () => {
    await add();
    const browser = elsewhere();
    const first = await browser.signIn();
    expect(first.body).toMatchObject({ next: 'second-factor', offered: ['passkey', 'recovery'] });
    const token = String(first.body['token']);
    const asked = await askedAtDoor(browser, { token });
    expect(asked).toMatchObject({ options: { allowCredentials: [{ id: key.credentialId.toString('base64url') }] } });
    expect(await browser.complete(token, { passkey: key.sign(asked) })).toMatchObject({ status: 200 });
    expect(await browser.isIn()).toBe(true);
  });

  it('is listed, named anew and removed', async () => {
    await add();
    const [listed] = (await desk.call('GET', '/me/second-factors')).body['passkeys'] as { id: string }[];
    expect(listed).toMatchObject({ name: 'Máy tính văn phòng', usedAt: null });
    const path = `/me/passkeys/${listed?.id}`;
    expect(await desk.call('PATCH', path, { name: 'Máy ở nhà' })).toMatchObject({ status: 204 });
    expect((await desk.call('GET', '/me/second-factors')).body).toMatchObject({ passkeys: [{ name: 'Máy ở nhà' }] });
    expect(await desk.call('DELETE', path)).toMatchObject({ status: 204 });
    expect(await signInBy(elsewhere())).toMatchObject(wrong);
    expect(await desk.call('DELETE', path)).toMatchObject(refused(404, 'not-found'));
    const told = (await trail(test)).map(({ action }) => action).filter((action) => action.startsWith('second-factor'));
    expect(told).toEqual([
      'second-factor.added',
      'second-factor.recovery-codes-made',
      'second-factor.renamed',
      'second-factor.removed',
    ]);
  });
});

describe('an answer of a device is refused', () => {
  beforeEach(() => add());

  it.each<[string, Deviation]>([
    ['that was made for another address', { origin: 'https://quan-triet.example' }],
    ['that was made for another port', { origin: 'http://localhost:3001' }],
    ['that was made for another server', { rpId: 'quan-triet.example' }],
    ['whose user was not made sure of', { isUserVerified: false }],
    ['that is of another kind', { type: 'webauthn.create' }],
    ['to a challenge that nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['that names another person', { userHandle: Buffer.alloc(16).toString('base64url') }],
  ])('%s', async (_, deviation) => {
    const browser = elsewhere();
    expect(await signInBy(browser, deviation)).toMatchObject(wrong);
    expect(await browser.isIn()).toBe(false);
    expect((await trail(test)).at(-1)).toMatchObject({ action: 'sign-in.failed', values: { way: 'passkey' } });
  });

  it('that comes a second time', async () => {
    const browser = elsewhere();
    const body = key.sign(await askedAtDoor(browser));
    expect(await browser.call('POST', '/sign-in/passkey', body)).toMatchObject({ status: 200 });
    expect(await elsewhere().call('POST', '/sign-in/passkey', body)).toMatchObject(wrong);
  });

  it('to a challenge that was used up by a wrong answer', async () => {
    const browser = elsewhere();
    const asked = await askedAtDoor(browser);
    await browser.call('POST', '/sign-in/passkey', key.sign(asked, { isUserVerified: false }));
    expect(await browser.call('POST', '/sign-in/passkey', key.sign(asked))).toMatchObject(wrong);
  });

  it('that comes too late', async () => {
    const browser = elsewhere();
    const asked = await askedAtDoor(browser);
    await sql(test, `UPDATE passkey_challenge SET expires_at = now() - interval '1 second'`);
    expect(await browser.call('POST', '/sign-in/passkey', key.sign(asked))).toMatchObject(wrong);
  });

  it('to what was asked for another purpose, or by somebody else', async () => {
    const [one, other] = [elsewhere(), elsewhere()];
    const [token, otherToken] = [await one.begin(), await other.begin()];
    const ofOther = await askedAtDoor(other, { token: otherToken });
    expect(await one.complete(token, { passkey: key.sign(ofOther) })).toMatchObject(wrong);
    const ofDoor = await askedAtDoor(one);
    expect(await one.complete(token, { passkey: key.sign(ofDoor) })).toMatchObject(wrong);
    const ofPending = await askedAtDoor(one, { token });
    expect(await one.call('POST', '/sign-in/passkey', key.sign(ofPending))).toMatchObject(wrong);
  });

  it('whose count goes back: two devices have one key', async () => {
    expect(await signInBy(elsewhere(), { counter: 7 })).toMatchObject({ status: 200 });
    expect(await signInBy(elsewhere(), { counter: 7 })).toMatchObject(wrong);
    expect(await signInBy(elsewhere(), { counter: 3 })).toMatchObject(wrong);
    expect(await signInBy(elsewhere(), { counter: 8 })).toMatchObject({ status: 200 });
  });

  it('that another key has signed', async () => {
    const browser = elsewhere();
    const body = {
      ...new Authenticator().sign(await askedAtDoor(browser)),
      credentialId: key.credentialId.toString('base64url'),
    };
    expect(await browser.call('POST', '/sign-in/passkey', body)).toMatchObject(wrong);
  });

  it('of a disabled account', async () => {
    await sql(test, 'UPDATE account SET disabled_at = now()');
    expect(await signInBy(elsewhere())).toMatchObject(wrong);
  });
});

describe('a new key is refused', () => {
  it.each<[string, Deviation]>([
    ['that was made for another address', { origin: 'https://quan-triet.example' }],
    ['that was made for another server', { rpId: 'quan-triet.example' }],
    ['whose user was not made sure of', { isUserVerified: false }],
    ['that answers a challenge that nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('%s', async (_, deviation) => {
    expect(await add(deviation)).toMatchObject(wrong);
    expect(await ask(test.databaseUrl, 'SELECT FROM passkey')).toEqual([]);
  });

  it('that another browser of the same account has asked for', async () => {
    const other = new Browser(test, desk.address);
    await other.signIn();
    const asked = await other.call('POST', '/me/passkeys/options');
    const body = { name: 'Máy lạ', ...key.create(asked.body) };
    expect(await desk.call('POST', '/me/passkeys', body)).toMatchObject(wrong);
  });

  it('that is here already', async () => {
    await add();
    expect(await add()).toMatchObject(refused(409, 'passkey.there'));
  });
});

describe('where the server is reached is a setting', () => {
  it('so keys are made for it and not for what a request says', async () => {
    const away = await atDesk({ PUBLIC_URL: 'https://quan-triet.example' });
    try {
      const asked = await away.desk.call('POST', '/me/passkeys/options');
      expect(asked.body).toMatchObject({ options: { rp: { id: 'quan-triet.example' } } });
      const there = new Authenticator('https://quan-triet.example', 'quan-triet.example');
      const body = { name: 'Máy văn phòng', ...there.create(asked.body) };
      expect(await away.desk.call('POST', '/me/passkeys', body)).toMatchObject({ status: 201 });
    } finally {
      await away.test.stop();
    }
  });
});
