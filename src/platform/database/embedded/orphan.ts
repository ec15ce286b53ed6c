import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from './read-if-there.js';
import { lookUpProcess, worksInFolder } from './process-table.js';

/** A postmaster that a killed Node has left behind, still at work in our cluster. */
export interface Orphan {
  pid: number;
  port: number;
}

/** `postmaster.pid`: line 1 is the process id (negative for a single-user server), line 4 the port. */
const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/**
 * The server that works in this cluster now. The number in the file proves nothing: it may have gone to a process of somebody
 * else, even to another PostgreSQL, which must be left alone. So the process has to be a postgres and to work in this folder.
 */
export async function findOrphan(cluster: string): Promise<Orphan | undefined> {
  const lines = (await readIfThere(pidFile(cluster)))?.split('\n') ?? [];
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const found = await lookUpProcess(pid);
  if (found?.name !== 'postgres' || !(await worksInFolder(pid, cluster))) return undefined;
  return { pid, port: Number(lines[3]) };
}

/**
 * Makes the file of a dead server harmless. PostgreSQL refuses to start while the process in it lives, whoever that is by
 * now, but takes the id of its own parent, which will be us, for stale. The file is not removed, because it also names the
 * shared memory by which PostgreSQL sees whether children of the dead server are still writing.
 */
export async function disownStalePid(cluster: string): Promise<void> {
  const text = await readIfThere(pidFile(cluster));
  if (text === undefined) return;
  const [first, ...rest] = text.split('\n');
  const isWhole = Number.isInteger(Number(first)) && Number(first) !== 0;
  // On Windows PostgreSQL does not know its parent; an empty file it would refuse for ever.
  if (!isWhole || process.platform === 'win32') await unlink(pidFile(cluster));
  else await writeFile(pidFile(cluster), [process.pid, ...rest].join('\n'));
}
