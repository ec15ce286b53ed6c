import { randomBytes } from 'node:crypto';
import { chmod, rename, writeFile } from 'node:fs/promises';
import type { ClusterFolder } from './cluster-folder.js';
import { EmbeddedServerError } from './embedded-server.errors.js';
import { handOver } from './process-owner.js';
import { readIfThere } from './read-if-there.js';

export async function readPassword(folder: ClusterFolder): Promise<string> {
  const password = (await readIfThere(folder.password))?.trim();
  if (password) return password;
  const message = `The file ${folder.password} is missing or empty, so the database beside it cannot be opened: bring it back from the backup.`;
  throw new EmbeddedServerError('start.failed', message);
}

/** What we know of the server that was started last. */
export interface Instance {
  /** Ours for good, made with the folder; the server carries it in its `cluster_name`. */
  id: string;
  port?: number;
  /** PostgreSQL's version and the settings it was started with; an orphan is taken over only if they are still the same. */
  startedWith?: string;
}

export async function readInstance(folder: ClusterFolder): Promise<Instance> {
  const text = await readIfThere(folder.instance);
  const known = text === undefined ? undefined : parseInstance(text);
  // A lost id does no harm: an orphan that still carries the old one is stopped and started again.
  return known ?? { id: randomBytes(8).toString('hex') };
}

function parseInstance(text: string): Instance | undefined {
  try {
    const { id, port, startedWith } = JSON.parse(text) as Partial<Record<keyof Instance, unknown>>;
    if (typeof id !== 'string') return undefined;
    return {
      id,
      ...(typeof port === 'number' && { port }),
      ...(typeof startedWith === 'string' && { startedWith }),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export async function writeInstance(folder: ClusterFolder, instance: Instance): Promise<void> {
  const writing = `${folder.instance}.new`;
  await writeFile(writing, `${JSON.stringify(instance, null, 2)}\n`, { mode: 0o600 });
  await chmod(writing, 0o600);
  await handOver(writing, folder.dataDir);
  await rename(writing, folder.instance);
}
