import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody, startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;
let cellId: string;

beforeAll(async () => {
  test = await startTestApp();
  await test.firstRun();
  const cell = await test.call('POST', '/units', { kind: 'cell', name: 'Chi bộ 1', foundedOn: '2019-01-01' });
  cellId = String(cell.body['id']);
});
afterAll(() => test.stop());

const phrases = [
  `'; DROP TABLE member; --`,
  `' OR '1'='1`,
  `') OR 1=1 --`,
  `\\'; SELECT pg_sleep(9); --`,
  `"; DELETE FROM mark; --`,
  `$1 $$ :search \${search} {0} ?`,
  `'||(SELECT password_hash FROM account LIMIT 1)||'`,
  `%' UNION SELECT 1,2,3 /*`,
  `E'\\x27' /* */ U&'\\0027'`,
];

const resolution = { issuer: 'Trung ương', issuedOn: '2021-02-01', level: 'central' };

describe('a text that looks like SQL', () => {
  it.each(phrases)('is a text, kept and found letter by letter: %s', async (phrase) => {
    const title = `Văn bản ${phrase}`;
    const made = await test.call('POST', '/resolutions', { ...resolution, title, number: phrase.slice(0, 60) });
    expect(made).toMatchObject({ status: 201, body: { title } });
    const found = await test.call('GET', `/resolutions?search=${encodeURIComponent(phrase)}`);
    expect(found.status).toBe(200);
    expect(found.body.map((each) => (each as { title: string }).title)).toContain(title);
    const id = String(made.body['id']);
    const renamed = await test.call('PATCH', `/resolutions/${id}`, { title: phrase, issuer: phrase });
    expect(renamed.body).toMatchObject({ title: phrase, issuer: phrase });
    expect((await test.call('DELETE', `/resolutions/${id}`)).status).toBe(204);
  });

  it.each(phrases)('finds nobody who is not called so, and is no way in: %s', async (phrase) => {
    const text = encodeURIComponent(phrase);
    expect((await test.call('GET', `/members?search=${text}`)).body).toMatchObject({ total: 0 });
    expect((await test.call('GET', `/members?cellId=${text}`)).status).toBe(422);
    expect((await test.call('GET', `/members?asOf=${text}`)).status).toBe(422);
    expect((await test.call('GET', `/members/${text}`)).status).toBe(404);
    expect((await test.call('GET', `/sessions/${text}/figures`)).status).toBe(404);
    const signIn = { loginName: phrase, password: firstRunBody.account.password };
    expect((await test.call('POST', '/sign-in', signIn)).status).toBeOneOf([401, 422]);
    const forged = await test.call('GET', '/me', undefined, { cookie: `sign_in=${text}` });
    expect(forged.status).toBe(401);
  });

  it.each(phrases)('may stand in the plan of a session and in its classes: %s', async (phrase) => {
    const session = await test.call('POST', '/sessions', { kind: 'study', title: phrase, mode: 'direct' });
    expect(session).toMatchObject({ status: 201, body: { title: phrase } });
    const id = String(session.body['id']);
    const sittings = [{ heldOn: '2021-01-16', startsAt: '08:00', endsAt: '11:30' }];
    const made = await test.call('POST', `/sessions/${id}/classes`, {
      ...{ mode: 'direct', venue: phrase, cellIds: [cellId], sittings },
    });
    expect(made).toMatchObject({ status: 201, body: { venue: phrase } });
    expect((await test.call('GET', `/sessions/${id}/figures`)).status).toBe(200);
  });

  it('has left every table where it was', async () => {
    const [row] = await ask<{ tables: number }>(
      test.databaseUrl,
      `SELECT count(*)::int AS tables FROM pg_tables WHERE tablename IN ('member', 'mark', 'account', 'audit_entry')`,
    );
    expect(row).toEqual({ tables: 4 });
  });
});
