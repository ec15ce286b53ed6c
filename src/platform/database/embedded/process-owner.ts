import { closeSync, openSync } from 'node:fs';
import { chown, lchown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedServerError, isSystemError } from './embedded-server.errors.js';

/** An account of the operating system. */
export interface ProcessOwner {
  uid: number;
  gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The account under which PostgreSQL runs: undefined for Node's own. PostgreSQL refuses root, so under root it is
 * the owner of the cluster; for a new one the owner of the data folder (then the database of a person who once used
 * `sudo` stays theirs), or else `nobody`. Nothing is added to the system.
 * @param folders either may still be missing
 * @throws EmbeddedServerError `start.failed` where the system has no account to run it
 */
export async function processOwner(folders: { cluster: string; dataDir: string }): Promise<ProcessOwner | undefined> {
  if (!isRoot()) return undefined;
  if (process.platform !== 'linux') {
    throw new EmbeddedServerError('start.failed', 'PostgreSQL refuses to run as root: start as an ordinary user.');
  }
  const ofCluster = await ownerIfThere(folders.cluster);
  if (ofCluster && ofCluster.uid !== 0) return ofCluster;
  const accounts = await knownAccounts();
  const ofFolder = await ownerIfThere(folders.dataDir);
  // initdb gives up on an account without a name, as the numeric owners of volumes in containers often are.
  const hasName = [...accounts.values()].some(({ uid }) => uid === ofFolder?.uid);
  if (ofFolder && ofFolder.uid !== 0 && hasName) return ofFolder;
  const nobody = accounts.get('nobody');
  if (nobody) return nobody;
  throw new EmbeddedServerError(
    'start.failed',
    'PostgreSQL refuses to run as root, and this system has no account "nobody": start as an ordinary user.',
  );
}

export async function ownerIfThere(path: string): Promise<ProcessOwner | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function knownAccounts(): Promise<Map<string, ProcessOwner>> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  return new Map(lines.map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]));
}

export interface Reach {
  /** What to call the paths in the arguments of the program. */
  paths: string[];
  /** Descriptors to hand to the program after its three standard ones. */
  descriptors: number[];
  /** To be called once the program is started. */
  close(): void;
}

/**
 * How a program under another account reaches files that lie below folders closed to it, such as /root or our own data
 * folder (0700). The kernel asks for search permission on every folder of a path, but not to go through a descriptor
 * that is already open: we open the folder as root and the program calls it /proc/self/fd/3. It works for initdb, the
 * postmaster and all of its children (each has the descriptor, each has its own /proc/self); tried with extensions,
 * parallel workers, reload and checkpoints. The data stays where the operator asked for it, and no other process of
 * the account `nobody` gets to it by path. Relative paths with an inherited working folder do not work: PostgreSQL makes
 * its data folder absolute before it goes there.
 */
export function reachFor(owner: ProcessOwner | undefined, paths: string[]): Reach {
  if (!owner) return { paths, descriptors: [], close: () => undefined };
  const descriptors = paths.map((path) => openSync(path, 'r'));
  return {
    paths: paths.map((_, index) => `/proc/self/fd/${3 + index}`),
    descriptors,
    close: () => descriptors.forEach((descriptor) => closeSync(descriptor)),
  };
}

/** Makes a folder and all in it the owner's: a cluster that root has brought back from a backup belongs to root. */
export async function giveTo(owner: ProcessOwner, folder: string): Promise<void> {
  if ((await stat(folder)).uid === owner.uid) return;
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), owner.uid, owner.gid);
  }
  // Last, since its owner says that all is done.
  await chown(folder, owner.uid, owner.gid);
}

/** What root makes in somebody's folder becomes theirs, so that they can go on without root. */
export async function handOver(path: string, folder: string): Promise<void> {
  if (!isRoot()) return;
  const { uid, gid } = await stat(folder);
  await chown(path, uid, gid);
}
