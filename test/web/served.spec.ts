import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebApp, type WebApp } from './support/web-app.js';

let web: WebApp;
beforeAll(async () => {
  web = await startWebApp();
});
afterAll(() => web.stop());

/** Without a browser's own unpacking. */
function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ headers: Record<string, unknown>; length: number }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${web.url}${path}`, { headers }, (answer) => {
      let length = 0;
      answer.on('data', (chunk: Buffer) => (length += chunk.length));
      answer.on('end', () => resolve({ headers: answer.headers, length }));
    });
    asked.on('error', reject).end();
  });
}

describe('the web app', () => {
  it('is one page at every address of its own, never kept, with a policy that lets nothing else in', async () => {
    const policies = new Set<string>();
    for (const path of ['/', '/sign-in', '/sessions/x/roll?cell=1', '/khong-co']) {
      const answer = await fetch(`${web.url}${path}`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain(`nonce="${nonce}"`);
      policies.add(policy);
    }
    expect(policies.size, 'a nonce is used once').toBe(4);
  });

  it('leaves unknown addresses of the API to the API', async () => {
    for (const path of ['/api/v1/khong-co', '/health/khong-co', '/assets/khong-co.js']) {
      const answer = await fetch(`${web.url}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-type'), path).toContain('application/problem+json');
    }
  });

  it('sends its files small, and once for ever', async () => {
    const page = await (await fetch(web.url)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const [plain, brotli, gzip] = [
      await get(script),
      await get(script, { 'accept-encoding': 'gzip, br' }),
      await get(script, { 'accept-encoding': 'gzip' }),
    ];
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotli.length).toBeLessThan(gzip.length);
    expect(gzip.length).toBeLessThan(plain.length / 2);
  });

  it('asks nobody else: every request of its first page goes to the server it came from', async () => {
    const { page, context, complaints } = await web.visit();
    const asked: string[] = [];
    page.on('request', (each) => asked.push(new URL(each.url()).origin));
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new Set(asked)).toEqual(new Set([web.url]));
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
    await context.close();
  });
});
