import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a server that nobody has set up yet', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it('says that it lives and is ready', async () => {
    expect((await test.call('GET', '/health/live')).status).toBe(200);
    expect((await test.call('GET', '/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('asks for a first run, and everything else for a sign-in', async () => {
    expect((await test.call('GET', '/first-run')).body).toEqual({ isFirstRun: true, bodyName: null });
    const refused = await test.call('GET', '/units');
    expect(refused).toMatchObject({
      status: 401,
      body: { code: 'access.not-signed-in', title: 'Xin đăng nhập để tiếp tục.' },
    });
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  it('names every field that is wrong and writes nothing', async () => {
    const answer = await test.call('POST', '/first-run', {
      account: { loginName: 'A b' },
      committee: { name: ' ' },
      more: 1,
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation' } });
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { path: 'committee.name', message: 'Không được để trống.' },
        { path: 'committee.place', message: 'Thiếu trường này.' },
        { path: 'account.loginName', message: 'Không đúng dạng.' },
        { path: 'more', message: 'Không có trường này.' },
      ]),
    );
    expect((await test.call('GET', '/first-run')).body).toEqual({ isFirstRun: true, bodyName: null });
  });

  it('lets one of two first runs win', async () => {
    const { firstRunBody } = await import('../support/test-app.js');
    const answers = await Promise.all([1, 2].map(() => test.call('POST', '/first-run', firstRunBody)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { bodyName } = firstRunBody.committee;
    expect((await test.call('GET', '/first-run')).body).toEqual({ isFirstRun: false, bodyName });
  });

  it('sends data that no browser runs, frames or guesses at, also when it refuses', async () => {
    for (const path of ['/units', '/health/ready', '/first-run']) {
      expect((await test.call('GET', path)).headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
      });
    }
    const page = await test.call('GET', '/api/docs');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('refuses a changing request that another site sends with the cookie', async () => {
    const foreign = await test.call(
      'POST',
      '/sign-in',
      { loginName: 'x', password: 'y' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
  });
});
