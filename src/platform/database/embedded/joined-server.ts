import { join } from 'node:path';
import { clusterFolder } from './cluster-folder.js';
import { EmbeddedServerError } from './embedded-server.errors.js';
import { database, startEmbeddedPostgres } from './embedded-server.js';
import { readPassword } from './instance-file.js';
import { serverUrl } from './launch.js';
import { findOrphan } from './orphan.js';
import { readIfThere } from './read-if-there.js';

/** The database of a data folder, for a command of whoever runs the machine. */
export interface JoinedServer {
  /** With the password: not for logs. */
  url: string;
  /** Leaves the server as it was found. */
  leave(): Promise<void>;
}

/**
 * Joins the database while the product runs on it; where nothing runs, starts it for as long as the command takes. Never
 * makes one.
 * @throws EmbeddedServerError
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<JoinedServer> {
  const folder = clusterFolder(dataDir);
  if ((await readIfThere(join(folder.cluster, 'PG_VERSION'))) === undefined) {
    throw new EmbeddedServerError('start.failed', `There is no database in ${folder.dataDir}; set DATA_DIR.`);
  }
  const running = await findOrphan(folder.cluster);
  if (running) {
    const url = serverUrl(await readPassword(folder), running.port, database);
    return { url, leave: () => Promise.resolve() };
  }
  const started = await startEmbeddedPostgres({ dataDir });
  return { url: started.url, leave: () => started.stop() };
}
