import { afterEach, beforeEach, expect, it } from 'vitest';
import { AccountService } from '../../src/accounts/account.service.js';
import { NotFoundError } from '../../src/platform/errors/domain-error.js';
import type { TestApp } from '../support/test-app.js';
import { atDesk, Browser, codeOf, loginName, refused, setUpPhone, trail } from './support/browser.js';

let test: TestApp;
let desk: Browser;

beforeEach(async () => {
  ({ test, desk } = await atDesk());
});
afterEach(() => test.stop());

it('whoever runs the server lets somebody in again who has lost password and phone', async () => {
  const { secret } = await setUpPhone(desk);
  const waiting = new Browser(test);
  const token = await waiting.begin();
  const password = await test.app.get(AccountService).resetToRandom(loginName);
  expect(password).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
  expect(await desk.isIn()).toBe(false);
  expect(await waiting.complete(token, { code: codeOf(secret) })).toMatchObject(refused(401, 'sign-in.pending-over'));
  expect(await desk.signIn()).toMatchObject(refused(401, 'sign-in.wrong'));
  expect(await desk.signIn(password)).toMatchObject({ status: 200, body: { loginName } });
  const { body } = await desk.call('GET', '/me/second-factors');
  expect(body).toEqual({ totp: null, passkeys: [], recoveryCodes: null });
  expect((await trail(test)).map(({ action }) => action)).toContain('account.reset');
});

it('nobody is let in who has no account', async () => {
  await expect(test.app.get(AccountService).resetToRandom('khong-co-ai')).rejects.toThrow(NotFoundError);
});
