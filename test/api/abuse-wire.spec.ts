import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { crlf, rawClient, wire } from './support/raw-http.js';

let test: TestApp;
let send: Awaited<ReturnType<typeof rawClient>>;

beforeAll(async () => {
  test = await startTestApp({ REQUEST_SECONDS: '1' });
  await test.firstRun();
  send = await rawClient(test);
});
afterAll(() => test.stop());

const json = (length: number): string[] => ['content-type: application/json', `content-length: ${length}`];

describe('a client that misuses the wire', () => {
  it('is cut off when it sends a body drop by drop', async () => {
    const start = performance.now();
    const answer = await send([wire('POST /api/v1/sign-in HTTP/1.1', json(400)), ...Array<string>(40).fill('{')], 150);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - start).toBeLessThan(7000);
  });

  it('is cut off when it never ends its headers', async () => {
    const answer = await send(
      ['GET /health/live HTTP/1.1\r\nhost: x\r\n', ...Array<string>(40).fill('x-more: 1\r\n')],
      150,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('gets no further with headers that are too long', async () => {
    const answer = await send([wire('GET /health/live HTTP/1.1', [`x-long: ${'a'.repeat(40_000)}`])]);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it.each([
    ['no HTTP at all', 'hello there\r\n\r\n'],
    ['a method that does not exist', wire('STEAL /api/v1/units HTTP/1.1')],
    ['two lengths', wire('POST /api/v1/sign-in HTTP/1.1', [...json(2), 'content-length: 9'], '{}')],
    [
      'a length and chunks',
      wire('POST /api/v1/sign-in HTTP/1.1', [...json(2), 'transfer-encoding: chunked'], '0\r\n\r\n'),
    ],
    ['a header with a bare line break', wire('GET /health/live HTTP/1.1', ['x-a: b\nx-c: d\r\r'])],
  ])('is told nothing but that it was not understood: %s', async (_, text) => {
    expect(await send([text])).toBe(
      `HTTP/1.1 400 Bad Request${crlf}content-length: 0${crlf}connection: close${crlf}${crlf}`,
    );
  });

  it('gets nothing by methods that no route has', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'PURGE', 'OPTIONS', 'QUERY']) {
      const answer = await send([wire(`${method} /api/v1/units HTTP/1.1`)]);
      expect(answer, method).toMatch(/^HTTP\/1\.1 (400|404) /);
      expect(answer, method).not.toContain('Thử Nghiệm');
    }
  });

  it('is refused a path that cannot be decoded, in the same form, without its own words', async () => {
    const answer = await send([wire('GET /api/v1/units/%zz<script> HTTP/1.1')]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('script');
  });

  it('learns of no version, no framework and no stack', async () => {
    const answers = await Promise.all(
      ['/health/live', '/api/v1/units', '/api/v1/khong-co', '/khong-co', '/api/v1/units/%zz'].map((path) =>
        send([wire(`GET ${path} HTTP/1.1`)]),
      ),
    );
    for (const answer of answers) {
      expect(answer).not.toMatch(/^(server|x-powered-by|via):/im);
      expect(answer).not.toMatch(/fastify|nest|node_modules|\bat .*\.[jt]s/i);
    }
  });
});
