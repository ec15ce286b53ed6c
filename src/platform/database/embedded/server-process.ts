import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client, DatabaseError } from 'pg';
import { EmbeddedServerError, isSystemError } from './embedded-server.errors.js';
import type { ProcessOwner } from './process-owner.js';
import { isRunning } from './process-table.js';
import type { ServerLog } from './server-log.js';

export interface Surroundings {
  owner: ProcessOwner | undefined;
  /** Open descriptors the program gets as 3, 4, … */
  descriptors: number[];
  log: ServerLog;
}

/** Starts a program of PostgreSQL that writes into the log, in a process group of its own: Ctrl-C is for Node alone. */
export async function startProgram(program: string, args: string[], around: Surroundings): Promise<ChildProcess> {
  const log = await around.log.open(dirname(around.log.path));
  try {
    const child = spawn(program, args, {
      ...around.owner,
      cwd: '/',
      env: environment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.descriptor, log.descriptor, ...around.descriptors],
    });
    await once(child, 'spawn');
    return child;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EmbeddedServerError('start.failed', `${program} cannot be started: ${why}.`, { cause: error });
  } finally {
    log.close();
  }
}

/** Runs to the end; throws `start.failed` with the last lines of the log where it fails. */
export async function runProgram(program: string, args: string[], around: Surroundings): Promise<void> {
  const child = await startProgram(program, args, around);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw await failure(`${program} failed`, around.log);
}

export async function failure(what: string, log: ServerLog): Promise<EmbeddedServerError> {
  return new EmbeddedServerError('start.failed', `${what}; the last lines of ${log.path}:\n${await log.tail()}`);
}

/** Only what the programs need: our own environment may hold secrets, and PGPORT and the like would lead them astray. */
function environment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'SystemRoot', 'TEMP', 'TMP'];
  const kept = names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C' };
}

/** One statement on a connection of its own. */
export async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 3000,
    application_name: 'quan_triet start',
  });
  // A connection that breaks between two calls is reported by the next one; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Asks again and again until the server answers as the one we mean (by its cluster_name), which holds in every language of
 * its log. `refused`: somebody answers, but not to our password or not under our name.
 */
export async function waitUntilReady(
  server: { url: string; pid: number; clusterName: string },
  patience: number,
): Promise<'ready' | 'gone' | 'refused' | 'silent'> {
  const end = Date.now() + patience;
  for (let pause = 15; Date.now() < end; pause = Math.min(pause * 1.3, 500)) {
    if (!(await isRunning(server.pid))) return 'gone';
    try {
      const [row] = await ask(server.url, `SELECT current_setting('cluster_name') AS name`);
      return row?.['name'] === server.clusterName ? 'ready' : 'refused';
    } catch (error) {
      // Class 28: wrong password. All else (nobody listens yet, still recovering, too many clients) may pass.
      if (error instanceof DatabaseError && error.code?.startsWith('28')) return 'refused';
    }
    await sleep(pause);
  }
  return 'silent';
}

/**
 * Stops a postmaster: fast (open transactions are rolled back, all is written), and where that does not end in a minute,
 * immediate (the next start recovers from the log). Never a plain kill, which would leave its children at work.
 */
export async function stopServer(pid: number, pgCtl: string): Promise<void> {
  for (const [signal, patience] of [['INT', 60_000] as const, ['QUIT', 20_000] as const]) {
    if (!(await isRunning(pid))) return;
    await send(pid, signal, pgCtl);
    for (const end = Date.now() + patience; Date.now() < end; await sleep(15)) if (!(await isRunning(pid))) return;
  }
  throw new EmbeddedServerError('data-dir.in-use', `PostgreSQL (process ${pid}) does not stop, though it was told to.`);
}

async function send(pid: number, signal: 'INT' | 'QUIT', pgCtl: string): Promise<void> {
  try {
    // Windows has no signals; PostgreSQL listens on a pipe of its own, and pg_ctl knows how to write to it.
    if (process.platform === 'win32') await promisify(execFile)(pgCtl, ['kill', signal, String(pid)]);
    else process.kill(pid, `SIG${signal}`);
  } catch (error) {
    if (!isSystemError(error, 'ESRCH')) throw error;
  }
}
