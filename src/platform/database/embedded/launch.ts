import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClusterFolder, superuser } from './cluster-folder.js';
import { isSystemError } from './embedded-server.errors.js';
import { type Instance, writeInstance } from './instance-file.js';
import { disownStalePid, findOrphan } from './orphan.js';
import { type ProcessOwner, reachFor } from './process-owner.js';
import type { Programs } from './programs.js';
import type { ServerLog } from './server-log.js';
import { failure, startProgram, stopServer, waitUntilReady } from './server-process.js';

/** All that is known before the server runs. */
export interface LaunchPlan {
  folder: ClusterFolder;
  programs: Programs;
  owner: ProcessOwner | undefined;
  password: string;
  instance: Instance;
  settings: Record<string, string>;
  serverLog: ServerLog;
  say: (message: string) => void;
}

export interface Launched {
  pid: number;
  port: number;
  /** Undefined for a server that was taken over: it is no child of this process. */
  child?: ChildProcess;
}

/** As long as a recovery after a crash of the machine may take. */
const startPatience = 10 * 60_000;
const adoptPatience = 15_000;
const retryFor = 20_000;

const whatHappened = {
  gone: 'it ended at once',
  refused: 'another server answers on its port',
  silent: 'it did not answer in ten minutes',
};

export function serverUrl(password: string, port: number, database: string): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

const clusterName = (plan: LaunchPlan): string => `quan-triet-${plan.instance.id}`;

const fingerprint = ({ programs, settings }: LaunchPlan): string => JSON.stringify([programs.version, settings]);

/**
 * Takes over a server that a killed Node has left behind, or starts one. An orphan is taken over where it answers to our
 * password under our instance's name and was started as we would start it; otherwise it is stopped first.
 */
export async function adoptOrLaunch(plan: LaunchPlan): Promise<Launched> {
  const orphan = await findOrphan(plan.folder.cluster);
  if (orphan) {
    const url = serverUrl(plan.password, orphan.port, 'postgres');
    const isSame = plan.instance.startedWith === fingerprint(plan);
    const answer =
      isSame && (await waitUntilReady({ url, pid: orphan.pid, clusterName: clusterName(plan) }, adoptPatience));
    if (answer === 'ready') {
      plan.say(`Took over the PostgreSQL (process ${orphan.pid}) that an earlier run had left behind.`);
      return orphan;
    }
    plan.say(`Stopping the PostgreSQL (process ${orphan.pid}) that an earlier run had left behind.`);
    await stopServer(orphan.pid, plan.programs.pgCtl);
  }
  return launch(plan);
}

async function launch(plan: LaunchPlan): Promise<Launched> {
  for (const end = Date.now() + retryFor; ; await sleep(250)) {
    await disownStalePid(plan.folder.cluster);
    const port = await freePort(plan.instance.port);
    const child = await startPostmaster(plan, port);
    const pid = child.pid ?? 0;
    const url = serverUrl(plan.password, port, 'postgres');
    const answer = await waitUntilReady({ url, pid, clusterName: clusterName(plan) }, startPatience);
    if (answer === 'ready') {
      await writeInstance(plan.folder, { id: plan.instance.id, port, startedWith: fingerprint(plan) });
      return { pid, port, child };
    }
    const error = await failure(`PostgreSQL did not start: ${whatHappened[answer]}`, plan.serverLog);
    if (answer !== 'gone') await stopServer(pid, plan.programs.pgCtl);
    if (answer !== 'gone' || !mayPass(error.message) || Date.now() > end) throw error;
  }
}

/**
 * Two causes pass by themselves: children of a killed postmaster that have not noticed yet, and a port that somebody took
 * after we had found it free. (The log is in English: lc_messages is C.)
 */
function mayPass(message: string): boolean {
  return message.includes('shared memory block') || message.includes('could not create any TCP/IP sockets');
}

async function startPostmaster(plan: LaunchPlan, port: number): Promise<ChildProcess> {
  const reach = reachFor(plan.owner, [plan.folder.cluster]);
  const settings = {
    ...plan.settings,
    port: String(port),
    // Nobody but this machine, and no socket in a folder that the account may not write to.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: clusterName(plan),
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const args = ['-D', reach.paths[0] ?? plan.folder.cluster, ...given];
    const around = { owner: plan.owner, log: plan.serverLog, descriptors: reach.descriptors };
    const child = await startProgram(plan.programs.postgres, args, around);
    child.unref();
    return child;
  } finally {
    reach.close();
  }
}

/** The port of last time where it is still free, so that tools of the operator keep their settings. */
async function freePort(preferred = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen(preferred, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (preferred !== 0 && isSystemError(error, 'EADDRINUSE', 'EACCES')) return freePort();
    throw error;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : preferred;
}
