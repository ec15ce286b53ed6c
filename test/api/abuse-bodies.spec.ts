import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstRunBody, startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
  await test.firstRun();
});
afterAll(() => test.stop());

const resolution = { title: 'Nghị quyết', issuer: 'Trung ương', issuedOn: '2021-02-01', level: 'central' };

async function post(payload: string, contentType: string | null = 'application/json', url = '/api/v1/resolutions') {
  const headers = { cookie: test.cookie(), ...(contentType && { 'content-type': contentType }) };
  const answer = await test.app.inject({ method: 'POST', url, payload, headers });
  return { status: answer.statusCode, code: (JSON.parse(answer.body) as { code?: string }).code };
}

const count = async (): Promise<number> => (await test.call('GET', '/resolutions')).body.length;

describe('a body', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json-patch+json',
    'application/json, text/plain',
    'text/plain; application/json',
    'application/jsonx',
    'application/',
    ' ',
  ])('is JSON or nothing: %s', async (type) => {
    expect(await post(JSON.stringify(resolution), type)).toEqual({ status: 415, code: 'request.media-type' });
    expect(await count()).toBe(0);
  });

  it('is not guessed at where its type is missing', async () => {
    expect(await post(JSON.stringify(resolution), null)).toEqual({ status: 415, code: 'request.media-type' });
  });

  it('is refused by its type also where a route takes none, since a form needs no leave of the browser', async () => {
    const url = '/api/v1/sessions/0197e5a0-0000-7000-8000-000000000000/summons';
    expect(await post('', 'application/x-www-form-urlencoded', url)).toMatchObject({ status: 415 });
  });

  it('is taken with a charset and in capitals, as programs send it', async () => {
    expect((await post('{}', 'Application/JSON; charset=utf-8')).status).toBe(422);
  });

  it('may be 1 MB, and 4 MB only where batches come in', async () => {
    const large = (size: number): string => JSON.stringify({ ...resolution, title: 'a'.repeat(size) });
    expect(await post(large(1_100_000))).toEqual({ status: 413, code: 'request.too-large' });
    expect((await post(large(900_000))).status).toBe(422);
    expect((await post(large(2_000_000), undefined, '/api/v1/members/batch')).status).toBe(422);
    expect(await post(large(4_300_000), undefined, '/api/v1/members/batch')).toMatchObject({ status: 413 });
  });

  it.each([
    ['arrays', `{"title":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['objects', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
    ['seventeen', `${'['.repeat(17)}${']'.repeat(17)}`],
  ])('is not nested without end: %s', async (_, text) => {
    expect(await post(text)).toEqual({ status: 400, code: 'request.malformed' });
  });

  it('may have any brackets in its texts', async () => {
    const title = `${'[{'.repeat(40)} "\\" ${'}]'.repeat(3)}`;
    expect((await post(JSON.stringify({ ...resolution, title }))).status).toBe(201);
  });

  it.each([
    '{"title":"a","__proto__":{"isAdmin":true}}',
    '{"title":"a","\\u005f_proto__":{"isAdmin":true}}',
    '{"title":"a","constructor":{"prototype":{"isAdmin":true}}}',
    '[{"__proto__":[]}]',
  ])('never reaches a prototype: %s', async (text) => {
    expect(await post(text)).toEqual({ status: 400, code: 'request.malformed' });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each(['', '{', 'null', '1', '"text"', '[]', '[1]', 'true', '{"title":1}', '\uFEFF{'])(
    'that is no object of the right kind is refused and not stumbled over: %j',
    async (text) => {
      const before = await count();
      expect((await post(text)).status).toBeOneOf([400, 422]);
      expect(await count()).toBe(before);
    },
  );

  it('may not hold what no text can hold', async () => {
    expect(await post(JSON.stringify({ ...resolution, title: 'a\u0000b' }))).toMatchObject({ status: 422 });
    const session = { title: 'a', kind: 'study', narrative: 'x\u0000' };
    expect((await post(JSON.stringify(session), undefined, '/api/v1/sessions')).status).toBe(422);
    expect((await test.call('GET', '/resolutions?search=%00')).status).toBe(422);
    expect((await test.call('POST', '/sign-in', { loginName: '\u0000', password: '\u0000' })).status).toBeOneOf([
      401, 422,
    ]);
  });
});

describe('the first run, once it was', () => {
  it('answers that it was, and changes nothing', async () => {
    const again = await test.call('POST', '/first-run', firstRunBody);
    expect(again.status).toBe(409);
  });
});
