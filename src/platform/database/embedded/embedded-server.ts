import { clusterFolder, createClusterIfMissing, openDataDir, refuseOtherVersion, superuser } from './cluster-folder.js';
import { EmbeddedServerError } from './embedded-server.errors.js';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { readInstance, readPassword } from './instance-file.js';
import { adoptOrLaunch, type Launched, type LaunchPlan, serverUrl } from './launch.js';
import { processOwner } from './process-owner.js';
import { isRunning } from './process-table.js';
import { findPrograms, type Programs, programsFor } from './programs.js';
import { ServerLog } from './server-log.js';
import { ask, stopServer } from './server-process.js';

export { EmbeddedServerError };

/** The embedded PostgreSQL while it runs. By itself it does not keep Node alive. */
export interface EmbeddedServer {
  /** `postgres://…@127.0.0.1:port/quan_triet`, with the password: not for logs. */
  url: string;
  /** Stops fast (open transactions are rolled back) and resolves when the server is gone. May be called again. */
  stop(): Promise<void>;
  /** Called once when the server ends without `stop()`; the folder is free then, and a new start may follow. */
  onExit(listener: (reason: string) => void): void;
}

export interface EmbeddedServerOptions {
  /** Holds the database, its log and its password; made where it is missing. */
  dataDir: string;
  log?: (message: string) => void;
  /** PostgreSQL's settings, over the ones below. */
  settings?: Record<string, string>;
}

export const database = 'quan_triet';

const settingsOfSmallServer: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  wal_compression: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_min_messages: 'warning',
  // The details of an error and the statement that failed hold the data of members, which no log file should.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/**
 * Starts the PostgreSQL that npm has brought, in `dataDir`, or takes over one that a killed run has left behind there.
 * The database has UTF-8 and sorts in Vietnamese (ICU vi-VN). Ends when the server answers.
 * @throws EmbeddedServerError
 */
export async function startEmbeddedPostgres(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  try {
    return await startInFolder(options);
  } catch (error) {
    if (error instanceof EmbeddedServerError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new EmbeddedServerError('start.failed', `The embedded PostgreSQL did not start: ${why}.`, { cause: error });
  }
}

async function startInFolder(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const programs = await findPrograms();
  const folder = clusterFolder(options.dataDir);
  await refuseOtherVersion(folder, programs.version);
  await openDataDir(folder);
  const lock = await lockFolder(folder.dataDir);
  try {
    const plan = await prepare(options, programs);
    const launched = await adoptOrLaunch(plan);
    await createDatabaseIfMissing(plan, launched);
    return new RunningServer(plan, launched, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepare(options: EmbeddedServerOptions, found: Programs): Promise<LaunchPlan> {
  const folder = clusterFolder(options.dataDir);
  const say = options.log ?? (() => undefined);
  const serverLog = new ServerLog(folder.log);
  const owner = await processOwner(folder);
  const programs = await programsFor(owner, found);
  if ((await createClusterIfMissing(folder, programs, owner, serverLog)) === 'created') {
    say(`Made a new database in ${folder.dataDir}.`);
  }
  const [password, instance] = [await readPassword(folder), await readInstance(folder)];
  const settings = { ...settingsOfSmallServer, ...options.settings };
  return { folder, programs, owner, password, instance, settings, serverLog, say };
}

/** At every start, since the first one may have been killed before it came to this. */
async function createDatabaseIfMissing(plan: LaunchPlan, { pid, port }: Launched): Promise<void> {
  const url = serverUrl(plan.password, port, 'postgres');
  try {
    const found = await ask(url, `SELECT 1 FROM pg_database WHERE datname = '${database}'`);
    if (found.length === 0) await ask(url, `CREATE DATABASE ${database} OWNER ${superuser}`);
  } catch (error) {
    await stopServer(pid, plan.programs.pgCtl);
    throw error;
  }
}

class RunningServer implements EmbeddedServer {
  readonly url: string;
  private readonly listeners: ((reason: string) => void)[] = [];
  private readonly plan: LaunchPlan;
  private readonly pid: number;
  private readonly lock: FolderLock;
  private endReason: string | undefined;
  private stopped: Promise<void> | undefined;
  private watch: NodeJS.Timeout | undefined;

  constructor(plan: LaunchPlan, { pid, port, child }: Launched, lock: FolderLock) {
    this.plan = plan;
    this.pid = pid;
    this.lock = lock;
    this.url = serverUrl(plan.password, port, database);
    if (!child) this.watchForeign();
    else if (child.exitCode !== null || child.signalCode !== null) this.end('while it started');
    else child.once('exit', (code, signal) => this.end(signal ? `by signal ${signal}` : `with exit code ${code}`));
  }

  stop(): Promise<void> {
    this.stopped ??= this.stopInOrder();
    return this.stopped;
  }

  onExit(listener: (reason: string) => void): void {
    if (this.endReason !== undefined) listener(this.endReason);
    else this.listeners.push(listener);
  }

  private async stopInOrder(): Promise<void> {
    clearInterval(this.watch);
    await stopServer(this.pid, this.plan.programs.pgCtl);
    this.lock.release();
  }

  /** A server that was taken over is no child of ours: nobody tells us of its end, so we look. */
  private watchForeign(): void {
    this.watch = setInterval(() => {
      isRunning(this.pid).then(
        (runs) => runs || this.end('(it was taken over from an earlier run)'),
        (error: unknown) => this.plan.say(`Cannot see whether PostgreSQL still runs: ${String(error)}`),
      );
    }, 500).unref();
  }

  private end(how: string): void {
    if (this.stopped || this.endReason !== undefined) return;
    clearInterval(this.watch);
    this.endReason = `PostgreSQL (process ${this.pid}) ended by itself ${how}; see ${this.plan.folder.log}`;
    this.lock.release();
    for (const listener of this.listeners) listener(this.endReason);
  }
}
