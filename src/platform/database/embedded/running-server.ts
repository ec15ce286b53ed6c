import pg from 'pg';
import { clusterFolder } from './cluster-folder.js';
import { readInstance, readPassword } from './instance-file.js';
import { serverUrl } from './launch.js';
import { isSystemError } from './embedded-server.errors.js';

/** The embedded database of a data folder while its product runs; null where it does not. For commands beside the server. */
export async function runningServerUrl(dataDir: string, database = 'quan_triet'): Promise<string | null> {
  const folder = clusterFolder(dataDir);
  const { id, port } = await readInstance(folder);
  if (port === undefined) return null;
  const url = serverUrl(await readPassword(folder), port, database);
  const client = new pg.Client(url);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(`SELECT current_setting('cluster_name') AS name`);
    return rows[0]?.name === `quan-triet-${id}` ? url : null;
  } catch (reason) {
    // Somebody else's server on that port refuses our password.
    if (isSystemError(reason, 'ECONNREFUSED', 'ECONNRESET') || reason instanceof pg.DatabaseError) return null;
    throw reason;
  } finally {
    await client.end().catch(() => undefined);
  }
}
