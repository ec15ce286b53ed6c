import { execFile } from 'node:child_process';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstRunBody } from '../support/test-app.js';
import { buildProduct, builtProduct, ProductPlace, removeBuild, type Running } from './support/product.js';

let place: ProductPlace;

beforeAll(buildProduct, 120_000);
afterAll(removeBuild);
beforeEach(async () => {
  place = await ProductPlace.make();
});
afterEach(() => place.clear());

/** Somebody of the office, at the running product. */
async function officeAt(running: Running) {
  const url = `${String(await running.url)}/api/v1`;
  const post = async (path: string, body: object, cookie = ''): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const { loginName, password } = firstRunBody.account;
  const first = await post('/first-run', firstRunBody);
  const signedIn = first.status === 201 ? first : await post('/sign-in', { loginName, password });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async <T>(path: string, body: object): Promise<T> => (await (await post(path, body, cookie)).json()) as T;
}

async function enterMember(running: Running): Promise<string> {
  const send = await officeAt(running);
  const { id: cellId } = await send<{ id: string }>('/units', {
    name: 'Chi bộ 1',
    kind: 'cell',
    foundedOn: '2010-01-01',
  });
  const memberships = [{ cellId, kind: 'official', from: '2020-01-01' }];
  const member = { fullName: 'Lê Mẫu Bình', memberships, phone: '0912345678' };
  return (await send<{ id: string }>('/members', member)).id;
}

async function phoneOf(running: Running, id: string): Promise<string> {
  const send = await officeAt(running);
  return (await send<{ value: string }>(`/members/${id}/reveal`, { field: 'phone', reason: 'contact' })).value;
}

/** `npm run keys:rotate`, as it is delivered. */
async function rotate(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [builtProduct('keys-rotate.js')], {
    env: { PATH: process.env['PATH'], DATA_DIR: place.dataDir },
  });
  return stdout;
}

describe('the keys of sealed fields', () => {
  it('are made at the first start, exchanged beside a running server and beside none, and missed when they are gone', async () => {
    const keys = join(place.dataDir, 'keys.json');
    const current = () => (JSON.parse(readFileSync(keys, 'utf8')) as { current: string }).current;
    const running = place.start();
    const id = await enterMember(running);
    expect(statSync(keys).mode & 0o777).toBe(0o600);
    const first = current();
    expect(await rotate()).toMatch(/^The key is \w{8} now; 1 values were sealed anew, \w{8} was retired\.\n$/);
    expect(current()).not.toBe(first);
    expect(await phoneOf(running, id)).toBe('0912345678');
    running.process.kill('SIGTERM');
    await running.end;

    expect(await rotate()).toContain('1 values were sealed anew');
    const again = place.start();
    expect(await phoneOf(again, id)).toBe('0912345678');
    again.process.kill('SIGTERM');
    await again.end;

    renameSync(keys, `${keys}.away`);
    const { code, said } = await place.start().end;
    expect({ code, said }).toEqual({
      code: 1,
      said: `The database holds sealed citizen numbers or phones, but the file of their keys, ${keys}, is not there; bring it back from its backup.\n`,
    });
    expect(existsSync(keys)).toBe(false);
    renameSync(`${keys}.away`, keys);
    expect(await phoneOf(place.start(), id)).toBe('0912345678');
  }, 240_000);
});
