import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, EmbeddedPlace, keepRow, keptRows } from './support/embedded-place.js';

let place: EmbeddedPlace;

beforeEach(async () => {
  place = await EmbeddedPlace.make();
});

afterEach(() => place.clear());

describe('the embedded database', () => {
  it('starts in an empty place and sorts names as Vietnamese does', async () => {
    const { url } = await place.start();
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
    const { url } = await place.start();
    await ask(url, 'CREATE EXTENSION pg_trgm');
    const [row] = await ask(
      url,
      `SELECT similarity('Đặng Ấm', 'ĐẶNG ẤM') AS same, cardinality(show_trgm('ấ')) AS parts`,
    );
    expect(row).toEqual({ same: 1, parts: 2 });
  });

  it('goes on with its data and on its port after a stop', async () => {
    const first = await place.start();
    await keepRow(first.url, 'Chi bộ 10B');
    await first.stop();
    const second = await place.start();
    expect(await keptRows(second.url)).toEqual(['Chi bộ 10B']);
    expect(new URL(second.url).port).toBe(new URL(first.url).port);
  });

  it('lets nobody else read its folder, and opens to the right password only', async () => {
    const { url } = await place.start();
    expect(statSync(place.dataDir).mode & 0o777).toBe(0o700);
    for (const name of ['password', 'instance.json', 'postgres.log']) {
      expect(statSync(join(place.dataDir, name)).mode & 0o777, name).toBe(0o600);
    }
    const wrong = new URL(url);
    wrong.password = 'sai';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('shows its password neither in the list of processes nor in its log', async () => {
    const { url } = await place.start();
    await expect(ask(url, `ALTER ROLE nobody_here PASSWORD '${new URL(url).password}'`)).rejects.toThrow();
    expect(new URL(url).password.length).toBeGreaterThan(30);
    const processes = execFileSync('ps', ['axeww', '-o', 'args='], { encoding: 'utf8' });
    expect(processes).toContain('postgres');
    expect(processes).not.toContain(new URL(url).password);
    const log = await readFile(join(place.dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('nobody_here');
    expect(log).not.toContain(new URL(url).password);
  });

  it('lives in a folder whose name has blanks, quotes and Vietnamese letters', async () => {
    place.dataDir = join(place.path, `dữ liệu của "Đảng ủy" $HOME 'Sài Đồng'`);
    const { url } = await place.start();
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes settings over its own', async () => {
    const { url } = await place.start({ max_connections: '23' });
    expect(await ask(url, 'SHOW max_connections')).toEqual([{ max_connections: '23' }]);
  });

  it('says why it does not start, and leaves the folder free', async () => {
    await expect(place.start({ shared_buffers: 'nhiều' })).rejects.toMatchObject({
      code: 'start.failed',
      message: expect.stringMatching(/invalid value for parameter "shared_buffers"/),
    });
    await place.start();
  });

  it('tells of an end that nobody asked for, and of none that was asked for', async () => {
    const first = await place.start();
    const reason = new Promise<string>((tell) => first.onExit(tell));
    process.kill(place.postmaster(), 'SIGKILL');
    expect(await reason).toContain('signal SIGKILL');
    const second = await place.start();
    const told: string[] = [];
    second.onExit((why) => told.push(why));
    await second.stop();
    expect(told).toEqual([]);
  });

  it('does not keep Node alive, and Ctrl-C in the terminal does not reach it', async () => {
    const stopped = place.startApp('stop');
    expect((await once(stopped.process, 'exit'))[0]).toBe(0);
    expect(existsSync(join(place.dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    expect((await once(place.startApp('leave').process, 'exit'))[0]).toBe(0);
    const held = place.startApp('hold');
    await held.answer;
    const groupOf = (pid: number): string =>
      execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' });
    expect(groupOf(place.postmaster())).not.toBe(groupOf(held.process.pid ?? 0));
  });
});

describe('the data folder', () => {
  it('belongs to one app at a time', async () => {
    const app = place.startApp('hold');
    await app.answer;
    await expect(place.start()).rejects.toMatchObject({
      code: 'data-dir.in-use',
      message: expect.stringContaining(`process ${app.process.pid})`),
    });
  });

  it('refuses a second start in the same process', async () => {
    await place.start();
    await expect(place.start()).rejects.toMatchObject({ code: 'data-dir.in-use' });
  });

  it('lets in one of two apps that start in the same moment', async () => {
    const answers = await Promise.all([place.startApp('hold').answer, place.startApp('hold').answer]);
    expect(answers.map((answer) => answer.split(' ')[0]).sort()).toEqual(['ready', 'refused']);
    expect(answers.find((answer) => answer.startsWith('refused'))).toContain('data-dir.in-use');
  });

  it('does not mistake a process for the killed app whose number it has', async () => {
    await mkdir(place.dataDir, { mode: 0o700 });
    const left = `app.${process.ppid}.00000000-1.lock`;
    await writeFile(join(place.dataDir, left), '');
    await place.start();
    expect(readdirSync(place.dataDir)).not.toContain(left);
  });

  it('of another PostgreSQL version stays as it is', async () => {
    await mkdir(join(place.dataDir, 'postgres'), { recursive: true });
    await writeFile(join(place.dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(place.start()).rejects.toMatchObject({
      code: 'data-dir.other-version',
      message: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18/),
    });
    expect(await readdir(place.dataDir, { recursive: true })).toEqual(['postgres', 'postgres/PG_VERSION']);
  });

  it('is refused where a file stands in its place', async () => {
    await writeFile(place.dataDir, '');
    await expect(place.start()).rejects.toMatchObject({ code: 'data-dir.not-writable' });
    place.dataDir = join(place.dataDir, 'below');
    await expect(place.start()).rejects.toMatchObject({ code: 'data-dir.not-writable' });
  });

  it('is refused where it holds something else than a database', async () => {
    await mkdir(join(place.dataDir, 'postgres'), { recursive: true });
    await writeFile(join(place.dataDir, 'postgres', 'thư.txt'), '');
    await expect(place.start()).rejects.toMatchObject({
      code: 'start.failed',
      message: expect.stringContaining('no PostgreSQL'),
    });
  });

  it('without its password says what is missing', async () => {
    await (await place.start()).stop();
    await rm(join(place.dataDir, 'password'));
    await expect(place.start()).rejects.toMatchObject({
      code: 'start.failed',
      message: expect.stringContaining('password'),
    });
  });
});
