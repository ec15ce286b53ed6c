import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, EmbeddedPlace, isAlive, keptRows } from './support/embedded-place.js';

let place: EmbeddedPlace;

beforeEach(async () => {
  place = await EmbeddedPlace.make();
});

afterEach(() => place.clear());

describe('the embedded database after a kill', () => {
  it('is taken over where only Node was killed, with all that was committed', async () => {
    const { url, pid } = await place.orphan('Chi bộ Công an');
    const said: string[] = [];
    const server = await place.start({}, said);
    expect(place.postmaster()).toBe(pid);
    expect(server.url).toBe(url);
    expect(said).toEqual([expect.stringContaining(`Took over the PostgreSQL (process ${pid})`)]);
    expect(await keptRows(server.url)).toEqual(['Chi bộ Công an']);
    const end = new Promise<string>((tell) => server.onExit(tell));
    process.kill(pid, 'SIGQUIT');
    expect(await end).toContain(`process ${pid}`);
  });

  it('stops a server that was taken over', async () => {
    const { pid } = await place.orphan('Chi bộ 5');
    const server = await place.start();
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('is stopped and started again where it ran with other settings', async () => {
    const { pid } = await place.orphan('Chi bộ 1');
    const server = await place.start({ work_mem: '8MB' });
    expect(isAlive(pid)).toBe(false);
    expect(await ask(server.url, 'SHOW work_mem')).toEqual([{ work_mem: '8MB' }]);
    expect(await keptRows(server.url)).toEqual(['Chi bộ 1']);
  });

  it('is stopped and started again where our instance id was lost', async () => {
    const { pid } = await place.orphan('Chi bộ 3');
    await rm(join(place.dataDir, 'instance.json'));
    expect(await keptRows((await place.start()).url)).toEqual(['Chi bộ 3']);
    expect(isAlive(pid)).toBe(false);
  });

  it('starts where both were killed', async () => {
    const { pid } = await place.orphan('Chi bộ 2');
    process.kill(pid, 'SIGKILL');
    expect(await keptRows((await place.start()).url)).toEqual(['Chi bộ 2']);
  });

  it('waits for a child of the dead server that is still at work', async () => {
    const { url, pid } = await place.orphan('Chi bộ 6');
    const client = new Client(url);
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const child = rows[0]?.pid ?? 0;
    process.kill(child, 'SIGSTOP');
    process.kill(pid, 'SIGKILL');
    const starting = place.start();
    const log = (): Promise<string> => readFile(join(place.dataDir, 'postgres.log'), 'utf8');
    await expect.poll(log, { timeout: 15_000 }).toContain('shared memory block');
    expect(isAlive(child)).toBe(true);
    process.kill(child, 'SIGCONT');
    expect(await keptRows((await starting).url)).toEqual(['Chi bộ 6']);
    expect(isAlive(child)).toBe(false);
  });

  it('starts over a first start that was broken off', async () => {
    await mkdir(join(place.dataDir, 'postgres.making', 'base'), { recursive: true });
    await writeFile(join(place.dataDir, 'postgres.making', 'PG_VERSION'), '18\n');
    await place.start();
    expect(readdirSync(place.dataDir)).not.toContain('postgres.making');
  });

  it('leaves a foreign process alone that has the number of the dead server', async () => {
    const { pid } = await place.orphan('Chi bộ 4');
    const stale = await readFile(join(place.dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(pid, 'SIGKILL');
    const stranger = place.startStranger();
    await writeFile(
      join(place.dataDir, 'postgres', 'postmaster.pid'),
      stale.replace(String(pid), String(stranger.pid)),
    );
    expect(await keptRows((await place.start()).url)).toEqual(['Chi bộ 4']);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  });

  it('leaves another PostgreSQL alone that has the number of the dead server', async () => {
    await (await place.start()).stop();
    const mineAt = place.dataDir;
    place.dataDir = join(place.path, 'other');
    const other = await place.start();
    const stale = await readFile(join(place.dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    place.dataDir = mineAt;
    await writeFile(join(mineAt, 'postgres', 'postmaster.pid'), stale);
    const mine = await place.start();
    expect(await ask(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(new URL(mine.url).port).not.toBe(new URL(other.url).port);
  });

  it('starts over an empty postmaster.pid', async () => {
    await (await place.start()).stop();
    await writeFile(join(place.dataDir, 'postgres', 'postmaster.pid'), '');
    await place.start();
  });
});
