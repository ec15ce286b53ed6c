import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import ts from 'typescript';
import { type EmbeddedServer, startEmbeddedPostgres } from '../../../src/platform/database/embedded/embedded-server.js';

const sources = resolve('src/platform/database/embedded');

export const isRoot = process.getuid?.() === 0;
export const nobody = { uid: 65534, gid: 65534 };

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

export interface App {
  process: ChildProcess;
  /** `ready <url>` or `refused <code> <message>` */
  answer: Promise<string>;
}

/** A folder for one test, and all that runs in it; `clear` ends and removes everything. */
export class EmbeddedPlace {
  readonly path: string;
  dataDir: string;
  private readonly servers: EmbeddedServer[] = [];
  private readonly children: ChildProcess[] = [];

  private constructor(path: string) {
    this.path = path;
    this.dataDir = join(path, 'data');
  }

  /** With the product's own sources compiled in it, so that Node runs them without Vitest. */
  static async make(): Promise<EmbeddedPlace> {
    const place = new EmbeddedPlace(await mkdtemp(join(tmpdir(), 'quan-triet-embedded-')));
    await place.buildApp('app');
    symlinkSync(resolve('node_modules'), join(place.path, 'app', 'node_modules'));
    return place;
  }

  /** May be called again. */
  async clear(): Promise<void> {
    if (!existsSync(this.path)) return;
    for (const child of this.children) await killNow(child);
    for (const server of this.servers) await server.stop();
    for (const name of readdirSync(this.path)) await stopOrphanIn(join(this.path, name));
    await rm(this.path, { recursive: true, force: true });
  }

  async start(settings: Record<string, string> = {}, said: string[] = []): Promise<EmbeddedServer> {
    const log = (message: string): void => void said.push(message);
    const server = await startEmbeddedPostgres({ dataDir: this.dataDir, settings, log });
    this.servers.push(server);
    return server;
  }

  /** The product in a Node of its own. */
  startApp(mode: 'hold' | 'stop' | 'leave', account: { uid?: number; gid?: number } = {}, home = 'app'): App {
    const app = spawn(process.execPath, [join(this.path, home, 'app.js'), this.dataDir, mode], {
      ...account,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(app);
    const lines = createInterface({ input: app.stdout });
    return { process: app, answer: once(lines, 'line').then(([line]: string[]) => line ?? '') };
  }

  /** The same, until it has stopped its database and is gone. @returns what it answered */
  async runApp(account: { uid?: number; gid?: number } = {}): Promise<string> {
    const app = this.startApp('stop', account);
    const gone = once(app.process, 'exit');
    const answer = await app.answer;
    await gone;
    return answer;
  }

  /** A process that has nothing to do with us. */
  startStranger(): ChildProcess {
    const stranger = spawn('sleep', ['60'], isRoot ? nobody : {});
    this.children.push(stranger);
    return stranger;
  }

  /** A Node that starts the database and is killed, and the postmaster that stays behind. */
  async orphan(row: string): Promise<{ url: string; pid: number }> {
    const app = this.startApp('hold');
    const url = (await app.answer).replace('ready ', '');
    await keepRow(url, row);
    await killNow(app.process);
    return { url, pid: this.postmaster() };
  }

  postmaster(): number {
    return postmasterIn(this.dataDir);
  }

  async buildApp(name: string): Promise<string> {
    const home = join(this.path, name);
    await mkdir(home);
    await chmod(home, 0o755);
    await writeFile(join(home, 'package.json'), '{ "type": "module" }');
    await writeFile(join(home, 'app.js'), appSource);
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
    for (const file of await readdir(sources)) {
      const { outputText } = ts.transpileModule(await readFile(join(sources, file), 'utf8'), { compilerOptions });
      await writeFile(join(home, file.replace(/\.ts$/, '.js')), outputText);
    }
    return home;
  }
}

export async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

export async function keepRow(url: string, name: string): Promise<void> {
  await ask(url, `CREATE TABLE kept (name text); INSERT INTO kept VALUES ('${name}')`);
}

export async function keptRows(url: string): Promise<unknown[]> {
  return (await ask(url, 'SELECT name FROM kept')).map(({ name }) => name);
}

export function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

export async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function postmasterIn(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

async function stopOrphanIn(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'postgres', 'postmaster.pid'))) return;
  const pid = postmasterIn(folder);
  const name = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  if (name !== 'postgres') return;
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}
