import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { isSystemError } from './embedded-server.errors.js';

const run = promisify(execFile);

export interface ProcessFacts {
  /** Name of the program, without its folder: `postgres`. Empty where the system hides other users' processes. */
  name: string;
  /** Differs between two processes that had the same id one after the other; empty where it cannot be known. */
  start: string;
}

/** What the system knows of a process; undefined where it does not exist or is only waiting to be reaped (a zombie). */
export async function lookUpProcess(pid: number): Promise<ProcessFacts | undefined> {
  if (!answersToSignals(pid)) return undefined;
  if (process.platform === 'linux') return lookUpInProc(pid);
  return process.platform === 'win32' ? lookUpByTasklist(pid) : lookUpByPs(pid);
}

export async function isRunning(pid: number): Promise<boolean> {
  // Elsewhere than on Linux a look-up starts a program, which is too much for a question asked many times a second.
  return process.platform === 'linux' ? (await lookUpInProc(pid)) !== undefined : answersToSignals(pid);
}

/**
 * True where the process was started on this folder. On Linux a postmaster stays in its data folder, and asking for the
 * folder itself (device and inode) sees through links, copies and moves; elsewhere its command line names the folder.
 */
export async function worksInFolder(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return (await commandLine(pid)).includes(folder);
  try {
    const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(folder)]);
    return there.dev === here.dev && there.ino === here.ino;
  } catch (error) {
    // Another user's process may not be looked into. It cannot be ours: a cluster's server runs as the owner of the cluster.
    if (isSystemError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return false;
    throw error;
  }
}

function answersToSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

async function lookUpInProc(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const [line, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // "pid (name) state ppid …": the name may itself hold brackets and blanks; the start (ticks since boot) is field 22.
    const nameEnd = line.lastIndexOf(')');
    const fields = line.slice(nameEnd + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return { name: line.slice(line.indexOf('(') + 1, nameEnd), start: `${boot.slice(0, 8)}-${fields[19] ?? ''}` };
  } catch (error) {
    if (!isSystemError(error, 'ENOENT', 'ESRCH', 'EACCES')) throw error;
    return answersToSignals(pid) ? { name: '', start: '' } : undefined;
  }
}

/** macOS and the BSDs; works on Linux too. */
export async function lookUpByPs(pid: number): Promise<ProcessFacts | undefined> {
  const line = await answerOf('ps', ['-o', 'state=,lstart=,comm=', '-p', String(pid)]);
  const [, state, start, command] = /^\s*(\S+)\s+(\w+ \w+ +\d+ [\d:]+ \d+)\s+(.+?)\s*$/.exec(line) ?? [];
  if (!state || !start || !command || state.startsWith('Z')) return undefined;
  return { name: basename(command), start: start.replaceAll(/\W+/g, '-') };
}

async function lookUpByTasklist(pid: number): Promise<ProcessFacts | undefined> {
  const line = await answerOf('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  const name = /^"([^"]+)"/.exec(line)?.[1];
  return name ? { name: name.replace(/\.exe$/i, ''), start: '' } : undefined;
}

function commandLine(pid: number): Promise<string> {
  if (process.platform !== 'win32') return answerOf('ps', ['-ww', '-o', 'args=', '-p', String(pid)]);
  const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
  return answerOf('powershell', ['-NoProfile', '-Command', query]);
}

/** What the program printed; nothing where it ended with an error, as `ps` does for a process that is gone. */
async function answerOf(program: string, args: string[]): Promise<string> {
  try {
    return (await run(program, args, { env: { ...process.env, LC_ALL: 'C' }, windowsHide: true })).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return '';
    throw error;
  }
}
