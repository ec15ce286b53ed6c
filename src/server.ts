import { createServer } from 'node:net';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrations } from '../migrations/all.js';
import { openFieldKeys } from './field-keys.js';
import { createHttpApp } from './http-app.js';
import { fail } from './lifecycle.js';
import { type Environment, requireNode, StartError } from './platform/config/environment.js';
import { EmbeddedServerError } from './platform/database/embedded/embedded-server.errors.js';
import { type EmbeddedServer, startEmbeddedPostgres } from './platform/database/embedded/embedded-server.js';
import { migrateSchema } from './platform/database/schema.js';
import { codeOf, unreachable } from './platform/database/unreachable.js';

/** Requests that are under way when the server stops have this long to be answered. */
const longestAnswerMs = 5_000;

/** The whole product, running. */
export interface RunningServer {
  app: NestFastifyApplication;
  /** `http://localhost:3000` */
  url: string;
  /** Answers what is under way, then stops the database. */
  stop(): Promise<void>;
}

/**
 * Database, schema, web server, in that order; the port is tried first, so that a busy one leaves everything untouched.
 * @throws StartError in one sentence
 */
export async function startServer(environment: Environment): Promise<RunningServer> {
  requireNode();
  await requireFreePort(environment);
  const embedded = environment.DATABASE_URL ? null : await startEmbedded(environment);
  const databaseUrl = environment.DATABASE_URL ?? embedded?.url ?? '';
  try {
    await migrateSchema(databaseUrl, migrations);
    await openFieldKeys(environment, databaseUrl);
    const app = await createHttpApp(environment, databaseUrl);
    await app.listen(environment.PORT, environment.HOST);
    embedded?.onExit((reason) =>
      fail(new StartError(`The database has stopped: ${reason}. What was acknowledged is kept; start again.`)),
    );
    const stop = async (): Promise<void> => {
      await closeApp(app);
      await embedded?.stop();
    };
    return { app, url: addressOf(app, environment), stop };
  } catch (reason) {
    await embedded?.stop();
    throw sentenceFor(reason, environment);
  }
}

async function startEmbedded(environment: Environment): Promise<EmbeddedServer> {
  try {
    return await startEmbeddedPostgres({ dataDir: resolve(environment.DATA_DIR) });
  } catch (reason) {
    if (reason instanceof EmbeddedServerError) throw new StartError(reason.message, { cause: reason });
    throw reason;
  }
}

async function requireFreePort(environment: Environment): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(environment.PORT, environment.HOST);
    await once(probe, 'listening');
  } catch (reason) {
    throw sentenceFor(reason, environment);
  } finally {
    if (probe.listening) {
      probe.close();
      await once(probe, 'close');
    }
  }
}

/**
 * Closing waits for every connection. One that was busy when it began is idle soon after, and would be kept for the
 * client's next request; one that a browser opened ahead and never used is idle in no list and is cut in the end.
 */
async function closeApp(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const silent = setTimeout(() => server.closeAllConnections(), longestAnswerMs);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(silent);
  }
}

const sentences: Record<string, (environment: Environment) => string> = {
  EADDRINUSE: ({ PORT }) => `Port ${PORT} is in use by another program; set PORT to a free one.`,
  EACCES: ({ PORT }) => `Port ${PORT} may not be opened by this user; set PORT to 1024 or more.`,
  ENOTFOUND: ({ HOST }) => `HOST "${HOST}" is no address of this machine.`,
  EADDRNOTAVAIL: ({ HOST }) => `HOST "${HOST}" is no address of this machine.`,
};

function sentenceFor(reason: unknown, environment: Environment): unknown {
  const code = codeOf(reason);
  const sentence = sentences[code]?.(environment) ?? unreachable[code];
  return sentence === undefined ? reason : new StartError(sentence, { cause: reason });
}

function addressOf(app: NestFastifyApplication, { HOST }: Environment): string {
  const address: unknown = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null && 'port' in address ? String(address.port) : '';
  return `http://${HOST === '0.0.0.0' ? 'localhost' : HOST}:${port}`;
}
