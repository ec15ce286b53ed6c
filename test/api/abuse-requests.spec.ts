import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody, startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp({
    ...{ PUBLIC_URL: 'https://hoc-tap.example', TRUST_PROXY: '10.0.0.5, 10.1.0.0/16', SECURE_COOKIES: 'true' },
    REQUESTS_PER_SECOND: '2',
  });
  await test.firstRun();
});
afterAll(() => test.stop());

type Asked = Parameters<TestApp['app']['inject']>[0] & object;

async function request(asked: Asked): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const answer = await test.app.inject(asked);
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
}

const signIn = { loginName: firstRunBody.account.loginName, password: firstRunBody.account.password };

let visitors = 0;
/** Another visitor each time, so that what is tried here is not counted together. */
const visitor = (): string => `198.51.100.${(visitors += 1)}`;

describe('a changing request from a page', () => {
  const from = async (headers: { origin?: string; host?: string; 'sec-fetch-site'?: string }): Promise<number> => {
    const payload = { loginName: 'khong-co', password: 'x' };
    return (await request({ method: 'POST', url: '/api/v1/sign-in', payload, headers, remoteAddress: visitor() }))
      .status;
  };

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'http://hoc-tap.example' },
    { origin: 'https://hoc-tap.example:8443' },
    { origin: 'https://hoc-tap.example.evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example', host: 'evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'https://hoc-tap.example' },
  ])('of another site is refused: %o', async (headers) => {
    expect(await from(headers)).toBe(403);
  });

  it.each([
    { origin: 'https://hoc-tap.example', 'sec-fetch-site': 'same-origin', host: 'app-1.internal:3000' },
    { 'sec-fetch-site': 'none' },
    {},
  ])('of our own is taken, whatever Host the proxy writes: %o', async (headers) => {
    expect(await from(headers)).toBe(401);
  });
});

describe('the cookie of a sign-in', () => {
  it('belongs to this host alone, to https alone, and is shown to no script and no other site', async () => {
    const answer = await request({ method: 'POST', url: '/api/v1/sign-in', payload: signIn, remoteAddress: visitor() });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-sign_in=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(answer.text).not.toContain(cookie.slice(16, 40));
  });
});

describe('the address of a visitor', () => {
  const seen = async (remoteAddress: string, forwarded: string): Promise<string | undefined> => {
    const headers = { 'x-forwarded-for': forwarded, 'user-agent': `${remoteAddress} ${forwarded}` };
    await request({ method: 'POST', url: '/api/v1/sign-in', payload: signIn, headers, remoteAddress });
    const [row] = await ask<{ address: string }>(test.databaseUrl, 'SELECT address FROM sign_in WHERE agent = $1', [
      headers['user-agent'],
    ]);
    return row?.address;
  };

  it('is what a named proxy says', async () => {
    expect(await seen('10.0.0.5', '203.0.113.9')).toBe('203.0.113.9');
    expect(await seen('10.1.200.7', '203.0.113.9')).toBe('203.0.113.9');
  });

  it('is never what the visitor says of himself, through the proxy or past it', async () => {
    expect(await seen('10.0.0.5', '127.0.0.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await seen('203.0.113.50', '127.0.0.1')).toBe('203.0.113.50');
    expect(await seen('10.2.0.1', '127.0.0.1')).toBe('10.2.0.1');
  });
});

describe('a path that is spelt otherwise', () => {
  const spellings = [
    ...['/api/v1/members/', '/api/v1//members', '//api/v1/members', '/api/v1/./members', '/api/v1/x/../members'],
    ...['/API/V1/MEMBERS', '/api/v1/Members', '/api/v1/%6dembers', '/api/v1/members%2f', '/api/v1/members;x=1'],
    ...['/api/v1/members%00', '/api/v1/members.json', '/api/v1/members?', '/api/v1/members#x', '/api%2fv1%2fmembers'],
    ...['/api/v1/members\\', '/api/v2/members', '/members', '/health/../api/v1/members', '/assets/../api/v1/members'],
  ];

  it.each(spellings)('opens no door to a stranger: %s', async (url) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
      const answer = await request({ method, url, remoteAddress: visitor() });
      // Addresses outside of the API belong to the pages, which hold nobody's data.
      const isPage = String(answer.headers['content-type']).startsWith('text/html');
      expect([400, 401, 404], `${method} ${answer.text.slice(0, 80)}`).toContain(isPage ? 404 : answer.status);
      expect(isPage && answer.text.includes('Thử Nghiệm')).toBe(false);
      expect(answer.text).not.toContain('total');
    }
  });

  it('of an unknown address looks the same to a stranger, to one who is signed in, and by every method', async () => {
    const texts = new Set<string>();
    for (const headers of [{}, { cookie: test.cookie() }]) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const answer = await request({ method, url: '/api/v1/khong-co', headers, remoteAddress: visitor() });
        expect(answer.status).toBe(404);
        texts.add(answer.text.replace(/"requestId":"[^"]+"/, ''));
      }
    }
    expect(texts.size).toBe(1);
  });

  it('asks of HEAD what it asks of GET', async () => {
    expect((await request({ method: 'HEAD', url: '/api/v1/units', remoteAddress: visitor() })).status).toBe(401);
    const own = { cookie: test.cookie() };
    const answer = await request({ method: 'HEAD', url: '/api/v1/units', headers: own, remoteAddress: visitor() });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('leads to no description of the API, unless that was turned on', async () => {
    for (const url of ['/api/docs', '/api/docs-json', '/api/docs-yaml', '/api/docs/', '/api/docs/swagger-ui-init.js']) {
      expect([url, (await request({ method: 'GET', url, remoteAddress: visitor() })).status]).toEqual([url, 404]);
    }
    const open = await startTestApp({ API_DOCS: 'true' });
    expect((await open.call('GET', '/api/docs-json')).body['openapi']).toMatch(/^3\./);
    await open.stop();
  });
});

describe('an answer', () => {
  it('says on every path that it is not to be guessed at, framed, told of elsewhere or asked for without https', async () => {
    for (const url of ['/health/live', '/api/v1/units', '/api/v1/khong-co', '/khong-co', '/api/v1/me']) {
      const headers = url.endsWith('me') ? { cookie: test.cookie() } : {};
      const answer = await request({ method: 'GET', url, headers, remoteAddress: visitor() });
      expect(answer.headers, url).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'content-security-policy': expect.stringMatching(/frame-ancestors '(none|self)'/),
      });
      expect(answer.headers['access-control-allow-origin'], url).toBeUndefined();
    }
  });

  it('carries no line that the asker wrote into its headers', async () => {
    const nasty = encodeURIComponent('x\r\nset-cookie: stolen=1');
    for (const url of [`/api/v1/resolutions?search=${nasty}`, `/api/v1/sessions/${nasty}`, `/api/v1/${nasty}`]) {
      const headers = { cookie: test.cookie(), 'x-request-id': 'chosen' };
      const answer = await request({ method: 'GET', url, headers, remoteAddress: visitor() });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe('too many requests', () => {
  it('of one address are refused for a while, also for what does not exist, and others go on', async () => {
    const remoteAddress = '203.0.113.77';
    const statuses: number[] = [];
    for (let times = 0; times < 205; times += 1) {
      statuses.push((await request({ method: 'GET', url: '/api/v1/khong-co', remoteAddress })).status);
    }
    expect(statuses.slice(0, 200)).not.toContain(429);
    const refused = await request({ method: 'GET', url: '/api/v1/units', remoteAddress: `::ffff:${remoteAddress}` });
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'access.too-many' });
    expect((await request({ method: 'GET', url: '/health/live', remoteAddress })).status).toBe(200);
    expect((await request({ method: 'GET', url: '/api/v1/units', remoteAddress: visitor() })).status).toBe(401);
  });

  it('of one account are refused wherever they come from', async () => {
    const cookie = test.cookie();
    let status = 200;
    for (let times = 0; times < 25 && status !== 429; times += 1) {
      status = (await request({ method: 'GET', url: '/api/v1/me', headers: { cookie }, remoteAddress: visitor() }))
        .status;
    }
    expect(status).toBe(429);
  });
});
