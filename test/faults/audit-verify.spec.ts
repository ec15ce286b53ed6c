import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChainHead } from '../../src/platform/audit/chain-walk.js';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody } from '../support/test-app.js';
import { buildProduct, ProductPlace, removeBuild, Visitor } from './support/product.js';

let place: ProductPlace;

beforeAll(buildProduct, 120_000);
afterAll(removeBuild);
beforeEach(async () => {
  place = await ProductPlace.make();
});
afterEach(() => place.clear());

const verify = (...given: string[]) => place.command('audit-verify.js', ...given);
const headsIn = (told: string): (ChainHead & { isWhole: boolean })[] =>
  told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ChainHead & { isWhole: boolean });

async function databaseUrl(): Promise<string> {
  const { port } = JSON.parse(await readFile(join(place.dataDir, 'instance.json'), 'utf8')) as { port: number };
  const password = (await readFile(join(place.dataDir, 'password'), 'utf8')).trim();
  return `postgres://quan_triet:${password}@127.0.0.1:${port}/quan_triet`;
}

describe('npm run audit:verify', () => {
  it('prints the heads while the product runs and while it does not, and tells by them later of a cut tail', async () => {
    const file = join(place.path, 'heads.jsonl');
    const product = place.start();
    const visitor = new Visitor((await product.url) ?? '');
    await visitor.ask('POST', '/first-run', firstRunBody);
    await visitor.ask('PATCH', '/committee', { place: 'Nơi khác' });
    const running = await verify('--heads', file);
    expect(running).toMatchObject({ code: 0, said: '' });
    expect(headsIn(running.told)).toMatchObject([{ seq: 3, isWhole: true }]);
    expect(headsIn(await readFile(file, 'utf8'))).toEqual(headsIn(running.told));

    const url = await databaseUrl();
    for (const table of ['audit_value', 'audit_entry']) await ask(url, `DELETE FROM ${table} WHERE seq = 3`);
    await ask(url, 'UPDATE audit_head h SET (seq, hash) = (SELECT seq, hash FROM audit_entry WHERE seq = 2)');
    product.process.kill('SIGTERM');
    await product.end;

    expect(await verify()).toMatchObject({ code: 0, said: '' });
    const cut = await verify('--against', file, '--heads', file);
    expect(cut.code).toBe(1);
    expect(cut.said).toMatch(/^Committee [0-9a-f-]{36}: entries after 2 were cut off: 3 was the head before\.\n$/);
    expect(headsIn(await readFile(file, 'utf8'))).toEqual(headsIn(running.told));
  });

  it.each([
    ['where there is no database', [], /^There is no database in .*; set DATA_DIR\.\n$/],
    ['with an option that it does not know', ['--head', 'x'], /^Usage: /],
    ['with a file of heads that is none', ['--against', 'none.jsonl'], /^The file none\.jsonl .* cannot be read\.\n$/],
    ['with a line that is no head', ['--against', 'heads.jsonl'], /^Line 2 of heads\.jsonl is no head of a chain\.\n$/],
  ])('says so in one sentence %s', async (_where, given, sentence) => {
    const head = JSON.stringify({ committeeId: crypto.randomUUID(), seq: 1, hash: 'ab' });
    await writeFile(join(place.path, 'heads.jsonl'), `${head}\nno head\n`);
    const { code, said } = await verify(...given);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
  });
});
