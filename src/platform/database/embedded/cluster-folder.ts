import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedServerError, isSystemError } from './embedded-server.errors.js';
import { readIfThere } from './read-if-there.js';
import { giveTo, handOver, isRoot, ownerIfThere, type ProcessOwner, reachFor } from './process-owner.js';
import { majorOf, type Programs } from './programs.js';
import type { ServerLog } from './server-log.js';
import { runProgram } from './server-process.js';

export const superuser = 'quan_triet';

/** Absolute paths in the data folder. */
export interface ClusterFolder {
  dataDir: string;
  /** PostgreSQL's own data folder. */
  cluster: string;
  log: string;
  password: string;
  instance: string;
}

export function clusterFolder(dataDir: string): ClusterFolder {
  const at = (name: string): string => join(resolve(dataDir), name);
  return {
    dataDir: resolve(dataDir),
    cluster: at('postgres'),
    log: at('postgres.log'),
    password: at('password'),
    instance: at('instance.json'),
  };
}

/** Reads only, so that a folder of another version stays as it is. Throws `data-dir.other-version`. */
export async function refuseOtherVersion(folder: ClusterFolder, version: string): Promise<void> {
  const found = await versionIn(folder.cluster);
  if (found === undefined || found === majorOf(version)) return;
  throw new EmbeddedServerError(
    'data-dir.other-version',
    `The database in ${folder.dataDir} was made by PostgreSQL ${found}, but this product brings PostgreSQL ${majorOf(version)}; nothing was changed.`,
  );
}

async function versionIn(cluster: string): Promise<string | undefined> {
  try {
    return (await readIfThere(join(cluster, 'PG_VERSION')))?.trim();
  } catch (error) {
    // Whose folder it is, is said when it is opened.
    if (isSystemError(error, 'EACCES')) return undefined;
    throw error;
  }
}

/** `/a/b` and `/a/b/c/d`: d, c and b, the lowest first. */
function foldersBetween(first: string, last: string): string[] {
  return last === first ? [last] : [last, ...foldersBetween(first, dirname(last))];
}

/** Makes the data folder (0700) where it is missing. Throws `data-dir.not-writable`. */
export async function openDataDir({ dataDir, cluster }: ClusterFolder): Promise<void> {
  try {
    const first = await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // What root makes in somebody's home is theirs, with all the folders on the way.
    for (const made of first === undefined ? [] : foldersBetween(first, dataDir))
      await handOver(made, dirname(first ?? made));
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const message = `The data folder ${dataDir} cannot be written: ${whyNotWritable(error)}.`;
    throw new EmbeddedServerError('data-dir.not-writable', message, { cause: error });
  }
  const owner = (await ownerIfThere(cluster))?.uid;
  if (owner === undefined || isRoot() || owner === (process.getuid?.() ?? owner)) return;
  const message = `The database in ${dataDir} belongs to user ${owner}: start as that user or as root.`;
  throw new EmbeddedServerError('data-dir.not-writable', message);
}

function whyNotWritable(error: unknown): string {
  if (isSystemError(error, 'ENOTDIR', 'EEXIST')) return 'there is a file in its place';
  if (isSystemError(error, 'EROFS')) return 'the disk is read-only';
  if (isSystemError(error, 'EACCES', 'EPERM')) return `user ${process.getuid?.() ?? ''} may not`;
  return error instanceof Error ? error.message : String(error);
}

/**
 * Makes the cluster where there is none: UTF-8, sorted by ICU's Vietnamese, one superuser with a random password.
 * It is made beside its place and moved there, so that a first start that was killed leaves no half of a cluster.
 */
export async function createClusterIfMissing(
  folder: ClusterFolder,
  programs: Programs,
  owner: ProcessOwner | undefined,
  log: ServerLog,
): Promise<'created' | 'found'> {
  if (await hasCluster(folder)) {
    if (owner) await giveTo(owner, folder.cluster);
    return 'found';
  }
  const making = `${folder.cluster}.making`;
  const passwordForInitdb = `${folder.password}.initdb`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(folder.password, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  await handOver(folder.password, folder.dataDir);
  await writeFile(passwordForInitdb, await readFile(folder.password), { mode: 0o600 });
  if (owner) await chown(making, owner.uid, owner.gid);
  if (owner) await chown(passwordForInitdb, owner.uid, owner.gid);
  const reach = reachFor(owner, [making, passwordForInitdb]);
  try {
    const [data = making, password = passwordForInitdb] = reach.paths;
    await runProgram(programs.initdb, initdbArguments(data, password), { owner, log, descriptors: reach.descriptors });
  } finally {
    reach.close();
    await rm(passwordForInitdb, { force: true });
  }
  await rename(making, folder.cluster);
  return 'created';
}

async function hasCluster({ cluster }: ClusterFolder): Promise<boolean> {
  if ((await readIfThere(join(cluster, 'PG_VERSION'))) !== undefined) return true;
  if ((await ownerIfThere(cluster)) === undefined) return false;
  if ((await readdir(cluster)).length === 0) {
    await rm(cluster, { recursive: true });
    return false;
  }
  throw new EmbeddedServerError('start.failed', `The folder ${cluster} holds files, but no PostgreSQL database.`);
}

function initdbArguments(data: string, passwordFile: string): string[] {
  // What counts as a letter (for trigrams) follows libc, and plain C would know those of ASCII alone; sorting is ICU's.
  const letters = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C';
  return [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=vi-VN',
    '--locale=C',
    `--lc-ctype=${letters}`,
    '--text-search-config=simple',
    '--no-instructions',
  ];
}
