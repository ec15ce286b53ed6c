import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openFieldKeys } from '../../src/field-keys.js';
import { rotateFieldKeys } from '../../src/key-rotation.js';
import { readEnvironment, StartError } from '../../src/platform/config/environment.js';
import { FieldCipher } from '../../src/platform/encryption/field-cipher.js';
import { newFieldKey, readKeyRing, writeKeyRing } from '../../src/platform/encryption/key-ring.js';
import { partPurpose } from '../../src/register-import/sealed-imports.js';
import { drawn } from '../fixtures/registers/workbook.js';
import { ask } from '../migrations/support/catalog.js';
import { formOf } from './support/import.js';
import { cloneDatabase } from '../support/test-database.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quan-triet-keys-'));
  path = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const environment = () => readEnvironment({ FIELD_KEYS: path });

describe('exchanging the keys of a running server', () => {
  let test: TestApp;
  const ids: string[] = [];

  beforeEach(async () => {
    copyFileSync(inject('fieldKeys'), path);
    test = await startTestApp({ FIELD_KEYS: path });
    await test.firstRun();
    const cell = { name: 'Chi bộ 1', kind: 'cell', foundedOn: '2010-01-01' };
    const { body } = await test.call('POST', '/units', cell);
    const memberships = [{ cellId: body['id'], kind: 'official', from: '2020-01-01' }];
    const numbers = (at: number) => ({ citizenNumber: `00108500000${at}`, phone: `091234567${at}` });
    const members = [...'0123456'].map((at) => ({ fullName: `Lê Mẫu ${at}`, memberships, ...numbers(Number(at)) }));
    const entered = await test.call('POST', '/members/batch', { members });
    ids.splice(0, ids.length, ...(entered.body['ids'] as string[]));
  });
  afterEach(() => test.stop());

  const phoneOf = async (at: number) => {
    const asked = { field: 'phone', reason: 'contact' };
    return (await test.call('POST', `/members/${ids[at]}/reveal`, asked)).body['value'];
  };
  const found = async (number: string) => (await test.call('POST', '/members/look-up', { number })).body['total'];
  const keysInUse = async () =>
    (await ask(test.databaseUrl, 'SELECT DISTINCT key_id FROM member_secret ORDER BY 1')).map(({ key_id: id }) => id);

  it('seals everything anew with the new key, finds it as before, and retires the old one', async () => {
    const old = readKeyRing(path).current.id;
    expect(await phoneOf(0)).toBe('0912345670');
    const done = await rotateFieldKeys(environment(), test.databaseUrl, 3);
    expect(done).toMatchObject({ resealed: 14, retired: [old] });
    expect(readKeyRing(path).keys.map(({ id }) => id)).toEqual([done.current]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await keysInUse()).toEqual([done.current]);
    expect(await ask(test.databaseUrl, 'SELECT id FROM field_key')).toEqual([{ id: done.current }]);
    expect(await phoneOf(0)).toBe('0912345670');
    expect(await found('001085000006')).toBe(1);
    await test.call('PATCH', `/members/${ids[0]}`, { phone: '0999999999' });
    expect(await phoneOf(0)).toBe('0999999999');
  });

  it('seals the pieces of a list anew byte for byte', async () => {
    const bytes = await drawn({ rows: [['Họ và tên'], ['Lê Mẫu A']] });
    const { body: payload, headers } = formOf('danh sach.xlsx', bytes);
    const sent = { method: 'POST', url: '/api/v1/members/imports', payload } as const;
    await test.app.inject({ ...sent, headers: { ...headers, cookie: test.cookie() } });
    await rotateFieldKeys(environment(), test.databaseUrl);
    const [part] = await ask<{ committee_id: string; import_id: string; sealed: Buffer }>(
      test.databaseUrl,
      'SELECT committee_id, import_id, sealed FROM import_part',
    );
    if (!part) throw new Error('the list was not kept');
    const opened = new FieldCipher(path).openBytes(partPurpose(part.committee_id, part.import_id, 0), part.sealed);
    expect(opened.equals(bytes)).toBe(true);
  });

  it('goes on where it was broken off; meanwhile both keys open, and no number enters twice', async () => {
    const { current: first } = readKeyRing(path);
    const next = newFieldKey();
    await ask(test.databaseUrl, 'INSERT INTO field_key VALUES ($1, now())', [next.id]);
    writeKeyRing(path, { current: next, keys: [first, next] });
    await test.call('PATCH', `/members/${ids[1]}`, { phone: '0988888888' });
    expect(await keysInUse()).toEqual([first.id, next.id].toSorted());
    expect([await phoneOf(0), await phoneOf(1)]).toEqual(['0912345670', '0988888888']);
    expect(await found('001085000000')).toBe(1);
    const taken = await test.call('PATCH', `/members/${ids[1]}`, { citizenNumber: '001085000000' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'member.citizen-number-taken' } });
    const done = await rotateFieldKeys(environment(), test.databaseUrl);
    expect(done).toMatchObject({ current: next.id, resealed: 13, retired: [first.id] });
    expect([await phoneOf(0), await phoneOf(1)]).toEqual(['0912345670', '0988888888']);
  });

  it('a key with which something is sealed cannot be retired, not even by hand', async () => {
    const { id } = readKeyRing(path).current;
    await expect(ask(test.databaseUrl, 'DELETE FROM field_key WHERE id = $1', [id])).rejects.toMatchObject({
      code: '23503',
    });
  });

  it('a database with sealed values does not start without their keys, says so in one sentence and changes nothing', async () => {
    for (const lose of [
      () => rmSync(path),
      () => {
        const key = newFieldKey();
        writeKeyRing(path, { current: key, keys: [key] });
      },
      () => writeFileSync(path, '{"current": "00'),
    ]) {
      copyFileSync(inject('fieldKeys'), path);
      lose();
      const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
      const attempt = openFieldKeys(environment(), test.databaseUrl);
      await expect(attempt).rejects.toThrow(StartError);
      await expect(attempt).rejects.toThrow(/^[A-Z][^\n]*; bring it back from its backup\.$/);
      expect(existsSync(path) ? readFileSync(path, 'utf8') : null).toBe(before);
    }
    copyFileSync(inject('fieldKeys'), path);
    await openFieldKeys(environment(), test.databaseUrl);
    expect(await phoneOf(0)).toBe('0912345670');
  });
});

it('keys are made at the first start, for their owner alone, and anew where nothing was sealed with those that are lost', async () => {
  const database = await cloneDatabase();
  try {
    await openFieldKeys(environment(), database.url);
    const first = readKeyRing(path).current.id;
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await openFieldKeys(environment(), database.url);
    expect(readKeyRing(path).current.id).toBe(first);
    rmSync(path);
    await Promise.all([1, 2, 3].map(() => openFieldKeys(environment(), database.url)));
    const { current } = readKeyRing(path);
    expect(current.id).not.toBe(first);
    expect(await ask(database.url, 'SELECT id FROM field_key')).toEqual([{ id: current.id }]);
    const cipher = new FieldCipher(path);
    expect(cipher.open('a b', cipher.seal('a b', 'c'))).toBe('c');
  } finally {
    await database.drop();
  }
});
