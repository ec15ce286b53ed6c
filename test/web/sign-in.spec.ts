import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../api/support/browser.js';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody, startTestApp, type TestApp } from '../support/test-app.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

const { loginName, password } = firstRunBody.account;

let test: TestApp;
let web: WebApp;

/** A port that is free now: passkeys are bound to where the server is reached, so it must be known before. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  test = await startTestApp({ PUBLIC_URL: `http://localhost:${port}` });
  await test.firstRun();
  web = await startWebApp({ test, port });
});
afterAll(() => web.stop());

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(loginName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

const atHome = (page: Page): Promise<void> => page.waitForURL((url) => url.pathname === '/');

/** A device with a finger that always fits, as Chrome pretends it. */
async function withDevice({ context, page }: Visit): Promise<CDPSession> {
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return device;
}

const sql = (statement: string): Promise<unknown> => ask(test.databaseUrl, statement);

describe('a key of the device', () => {
  it('is made in the account’s page, and is enough to sign in', async () => {
    const visit = await web.visit();
    const { page } = visit;
    await withDevice(visit);
    await signIn(page);
    await atHome(page);
    await page.goto('/me');
    await page.getByRole('button', { name: 'Thêm khóa của máy này' }).click();
    await page.getByLabel('Đặt tên cho khóa').fill('Máy tính văn phòng');
    await page.getByRole('button', { name: 'Tạo khóa trên máy này' }).click();
    await page.getByText('Mã dự phòng: in ra và cất đi').waitFor();
    expect(await page.locator('.me-codes li').count()).toBe(10);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đã cất giữ, đóng' }).click();
    await page.getByText('Máy tính văn phòng').waitFor();
    await page.getByRole('button', { name: /van-phong/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/sign-in');
    await page.getByRole('button', { name: 'Dùng khóa bảo mật của máy' }).click();
    await atHome(page);
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
  });

  it('is refused by the device’s owner in words, and nothing is lost', async () => {
    const visit = await web.visit();
    const device = await visit.context.newCDPSession(visit.page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: false,
        automaticPresenceSimulation: true,
      },
    });
    await visit.page.goto('/sign-in');
    await visit.page.getByRole('button', { name: 'Dùng khóa bảo mật của máy' }).click();
    await visit.page.getByText('Chưa dùng được khóa bảo mật').waitFor();
    await visit.context.close();
  });

  it('is the second step after the password, too', async () => {
    const visit = await web.visit();
    await sql('DELETE FROM passkey');
    await withDevice(visit);
    await signIn(visit.page);
    await atHome(visit.page);
    await visit.page.goto('/me');
    await visit.page.getByRole('button', { name: 'Thêm khóa của máy này' }).click();
    await visit.page.getByRole('button', { name: 'Tạo khóa trên máy này' }).click();
    await visit.page.getByText('Máy của tôi').waitFor();
    await visit.context.clearCookies();
    await signIn(visit.page);
    await visit.page.getByText('Bước 2: xác nhận thêm').waitFor();
    expect(await violationsOf(visit.page)).toEqual([]);
    await visit.page.getByRole('button', { name: 'Mở khóa bảo mật và vào' }).click();
    await atHome(visit.page);
    await visit.context.close();
    await sql('DELETE FROM passkey');
    await sql('DELETE FROM recovery_code');
  });
});

describe('codes of a phone', () => {
  it('are set up on the way in where the committee demands it, and asked for from then on', async () => {
    await sql('UPDATE committee SET demands_second_factor = true');
    const visit = await web.visit({ width: 390, height: 844 });
    const { page } = visit;
    await signIn(page);
    await page.waitForURL('**/first-factor');
    await page.getByRole('button', { name: 'Cài trên điện thoại' }).click();
    const secret = (await page.locator('.me-picture code').innerText()).replaceAll(' ', '');
    await page.locator('.me-picture svg').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('Nhập 6 chữ số').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Kiểm tra mã và bật' }).click();
    await page.getByRole('button', { name: 'Đã cất giữ, đóng' }).click();
    await page.getByRole('button', { name: 'Vào làm việc' }).click();
    await atHome(page);
    await visit.context.clearCookies();
    await signIn(page);
    await page.getByLabel('Mã 6 số trên điện thoại').fill('000 000');
    await page.getByRole('button', { name: 'Vào làm việc' }).click();
    await page.getByText('Mã không đúng hoặc đã dùng').waitFor();
    await page.getByLabel('Mã 6 số trên điện thoại').fill(codeOf(secret, 1));
    await page.getByRole('button', { name: 'Vào làm việc' }).click();
    await atHome(page);
    expect(visit.complaints.filter((text) => !text.includes('401'))).toEqual([]);
    await visit.context.close();
    await sql('UPDATE committee SET demands_second_factor = false');
    await sql('DELETE FROM totp');
    await sql('DELETE FROM recovery_code');
  });
});

describe('a sensitive step after a while', () => {
  it('asks for the password and then goes on by itself', async () => {
    const visit = await web.visit();
    const { page } = visit;
    await signIn(page);
    await atHome(page);
    await page.goto('/me');
    await sql(`UPDATE sign_in SET proved_at = now() - interval '11 minutes'`);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByLabel('Mật khẩu hiện nay').fill(password);
    await page.getByLabel('Mật khẩu mới').fill('chiếc ô tím dưới mưa');
    await page.getByRole('dialog').getByRole('button', { name: 'Đổi mật khẩu' }).click();
    const proof = page.getByRole('dialog', { name: 'Xác nhận lại là đồng chí' });
    await proof.locator('input:focus').waitFor();
    await proof.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu');
    await proof.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click();
    await proof.getByText('Mật khẩu không đúng.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await proof.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await proof.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click();
    await page.getByText('Đã đổi mật khẩu').waitFor();
    await visit.context.close();
  });
});
