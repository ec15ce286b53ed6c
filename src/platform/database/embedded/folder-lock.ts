import { unlinkSync } from 'node:fs';
import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedServerError, isSystemError } from './embedded-server.errors.js';
import { handOver } from './process-owner.js';
import { lookUpProcess } from './process-table.js';

export interface FolderLock {
  /** May be called again and again. */
  release(): void;
}

const ticketName = /^app\.(\d+)\.([\w-]*)\.lock$/;
const tries = 3;

/**
 * Makes this process the only one that uses the folder. Each contender leaves a ticket that carries its process id and
 * start time in its *name*, and only then looks for tickets of others: so two can never both believe to be alone, and a
 * ticket of a process that was killed can be taken away by anybody, since no later process can have the same name. (One
 * shared lock file has a gap between finding it stale and replacing it, in which two may pass.)
 *
 * It sees the processes of this machine, or of this container: two containers on one volume are not told apart.
 * @throws EmbeddedServerError `data-dir.in-use`, with the process id of the other
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const own = await ownTicket();
  const path = join(folder, own);
  for (let attempt = 1; ; attempt++) {
    await leaveTicket(folder, path);
    const other = await liveHolder(folder, own);
    if (other === undefined) return { release: () => removeNow(path) };
    await unlink(path);
    if (attempt === tries) throw inUse(folder, other);
    // Two that start in the same moment both see each other: the unequal wait lets one of them through.
    await sleep(20 + Math.random() * 150);
  }
}

async function ownTicket(): Promise<string> {
  const start = (await lookUpProcess(process.pid))?.start ?? '';
  return `app.${process.pid}.${start}.lock`;
}

async function leaveTicket(folder: string, path: string): Promise<void> {
  try {
    await writeFile(path, `${process.argv.slice(0, 2).join(' ')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) throw inUse(folder, process.pid);
    throw error;
  }
  await handOver(path, folder);
}

async function liveHolder(folder: string, own: string): Promise<number | undefined> {
  for (const name of await readdir(folder)) {
    const [, id, start] = ticketName.exec(name) ?? [];
    if (id === undefined || name === own) continue;
    const found = await lookUpProcess(Number(id));
    if (found && (found.start === start || found.start === '')) return Number(id);
    await removeStale(join(folder, name));
  }
  return undefined;
}

async function removeStale(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

function removeNow(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

function inUse(folder: string, pid: number): EmbeddedServerError {
  const who = pid === process.pid ? 'already in use by this very process' : 'in use by another running copy';
  return new EmbeddedServerError('data-dir.in-use', `The data folder ${folder} is ${who} (process ${pid}).`);
}
