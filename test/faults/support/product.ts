import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { firstRunBody } from '../../support/test-app.js';
import { isAlive, killNow } from './embedded-place.js';

let home = '';

/** The product as it is delivered, from the sources as they are, in a place that no other build clears meanwhile. */
export async function buildProduct(): Promise<void> {
  home = await mkdtemp(join(tmpdir(), 'quan-triet-build-'));
  await alone(async () => {
    execFileSync(process.execPath, [resolve('node_modules/@nestjs/cli/bin/nest.js'), 'build'], { stdio: 'pipe' });
    await cp('dist', join(home, 'dist'), { recursive: true });
  });
  for (const name of ['node_modules', 'package.json', 'reports']) await symlink(resolve(name), join(home, name));
}

const longestBuild = 100_000;

/** A build clears its folder first: files of tests that run at the same time take turns. What a killed run left is taken away. */
async function alone(work: () => Promise<void>): Promise<void> {
  const lock = resolve('node_modules/.quan-triet-build');
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (reason) {
      if (!(reason instanceof Error && 'code' in reason && reason.code === 'EEXIST')) throw reason;
      const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > longestBuild) await rm(lock, { recursive: true, force: true });
      else await sleep(200);
    }
  }
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

export async function removeBuild(): Promise<void> {
  if (home) await rm(home, { recursive: true });
}

/** A program of the built product. @param name below `dist/src` */
export const builtProduct = (name: string): string => join(home, 'dist', 'src', name);

/** How a run of the product ended. */
export interface End {
  code: number | null;
  said: string;
}

/** The product in a process of its own. */
export interface Running {
  process: ChildProcess;
  /** Where it answers, once it does; null when it ended before. */
  url: Promise<string | null>;
  end: Promise<End>;
}

/** A data folder, and everything that is started on it. */
export class ProductPlace {
  readonly dataDir: string;
  private readonly runs: Running[] = [];

  private constructor(readonly path: string) {
    this.dataDir = join(path, 'data');
  }

  static async make(): Promise<ProductPlace> {
    return new ProductPlace(await mkdtemp(join(tmpdir(), 'quan-triet-product-')));
  }

  start(variables: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [builtProduct('main.js')], {
      cwd: this.path,
      env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', DATA_DIR: this.dataDir, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (said += text));
    const end = once(child, 'close').then(([code]): End => ({ code: code as number | null, said }));
    const ready = new Promise<string>((tell) => {
      let heard = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
        const url = /^Ready: (\S+)$/m.exec(heard)?.[1];
        if (url) tell(url);
      });
    });
    const run = { process: child, end, url: Promise.race([ready, end.then(() => null)]) };
    this.runs.push(run);
    return run;
  }

  /** A command of the product beside it, with its own output. */
  async command(script: string, ...given: string[]): Promise<End & { told: string }> {
    const child = spawn(process.execPath, [join(home, 'dist', 'src', script), ...given], {
      cwd: this.path,
      env: { PATH: process.env['PATH'], DATA_DIR: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = { told: '', said: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (heard.told += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (heard.said += text));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, ...heard };
  }

  /** The number of the database's first process, while it has one. */
  postmaster(): number {
    return Number.parseInt(readFileSync(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  }

  async clear(): Promise<void> {
    for (const { process: child } of this.runs) await killNow(child);
    await this.stopDatabase();
    await rm(this.path, { recursive: true, force: true });
  }

  private async stopDatabase(): Promise<void> {
    let pid: number;
    try {
      pid = this.postmaster();
    } catch (reason) {
      if (reason instanceof Error && 'code' in reason && /^ENO(ENT|TDIR)$/.test(String(reason.code))) return;
      throw reason;
    }
    if (!isAlive(pid)) return;
    process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
  }
}

/** Speaks to a product over the network; keeps its sign-in, also when the product comes back elsewhere. */
export class Visitor {
  private cookie = '';

  constructor(public url: string) {}

  async ask(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const cookie = answer.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    return { status: answer.status, body: await answer.json() };
  }

  private async make<T>(path: string, body?: object): Promise<T> {
    const { status, body: made } = await this.ask('POST', path, body);
    if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(made)}`);
    return made as T;
  }

  /** A committee with one cell of 40 invented members, and a class that waits for marks. */
  async prepareSitting(): Promise<{ sittingId: string; members: string[] }> {
    await this.make('/first-run', firstRunBody);
    const cell = await this.make<{ id: string }>('/units', { name: 'Chi bộ 1', kind: 'cell', foundedOn: '2010-01-01' });
    const membership = { cellId: cell.id, kind: 'official', from: '2015-01-01' };
    const { ids } = await this.make<{ ids: string[] }>('/members/batch', {
      members: Array.from({ length: 40 }, (_, n) => ({
        fullName: `Nguyễn Văn Thử ${String.fromCodePoint(65 + (n % 26))}`,
        memberships: [membership],
        admittedOn: '2010-03-03',
        officialOn: '2011-03-03',
      })),
    });
    const session = { kind: 'study', title: 'Hội nghị học tập nghị quyết', mode: 'direct' };
    const { id } = await this.make<{ id: string }>('/sessions', session);
    const { sittings } = await this.make<{ sittings: { id: string }[] }>(`/sessions/${id}/classes`, {
      mode: 'direct',
      venue: 'Hội trường phường',
      cellIds: [cell.id],
      sittings: [{ heldOn: '2021-01-16', startsAt: '08:00', endsAt: '11:30' }],
    });
    await this.make(`/sessions/${id}/summons`);
    return { sittingId: sittings[0]?.id ?? '', members: ids };
  }
}

/** Single marks from many connections at once, until the product no longer answers. */
export class MarkStream {
  /** Marks that were answered with 201, by the moment of the answer. */
  readonly acknowledged: string[] = [];
  readonly refused: number[] = [];
  private readonly workers: Promise<void>[];

  constructor(
    private readonly visitor: Visitor,
    private readonly place: { sittingId: string; members: string[] },
    connections: number,
  ) {
    this.workers = Array.from({ length: connections }, (_, n) => this.work(n));
  }

  /** Resolves when at least so many marks were acknowledged. */
  async reaches(count: number): Promise<void> {
    while (this.acknowledged.length < count) await new Promise((done) => setTimeout(done, 5));
  }

  /** Resolves when the last connection has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.workers);
  }

  private async work(worker: number): Promise<void> {
    for (let n = worker; ; n += 7) {
      const id = randomUUID();
      const memberId = this.place.members[n % this.place.members.length];
      const mark = { memberId, kind: 'present', method: 'name', takenAt: new Date().toISOString() };
      try {
        const { status } = await this.visitor.ask('PUT', `/sittings/${this.place.sittingId}/marks/${id}`, mark);
        if (status === 201) this.acknowledged.push(id);
        else return void this.refused.push(status);
      } catch (reason) {
        if (reason instanceof TypeError || reason instanceof SyntaxError) return;
        throw reason;
      }
    }
  }
}

/** Ids of all marks that the product has of a sitting. */
export async function storedMarks(
  visitor: Visitor,
  { sittingId, members }: { sittingId: string; members: string[] },
): Promise<Set<string>> {
  const stored = new Set<string>();
  for (const member of members) {
    const { body } = await visitor.ask('GET', `/sittings/${sittingId}/members/${member}/marks`);
    for (const { id } of body as { id: string }[]) stored.add(id);
  }
  return stored;
}
