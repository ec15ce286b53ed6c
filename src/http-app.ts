import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { AppModule } from './app.module.js';
import type { Environment } from './platform/config/environment.js';
import { PinoLogger } from './platform/http/pino-logger.js';
import { requestLine } from './platform/http/request-log.js';
import { refuseForeignPages } from './platform/http/same-origin.js';
import { serveWebApp } from './web-app.js';
import { serveApiDocs } from './platform/http/api-docs.js';
import { sendSecurityHeaders } from './platform/http/security-headers.js';

const oneMegabyte = 1_048_576;

/** Where the API stands; health stays at the root, where those who watch a process look. */
export const API_PREFIX = { path: 'api/v1', exclude: ['health/live', 'health/ready'] };

/** The server without a port: routes, guards and documents over a migrated database. */
export async function createHttpApp(environment: Environment, databaseUrl: string): Promise<NestFastifyApplication> {
  const log = pino({
    level: environment.LOG_LEVEL,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
    serializers: { req: requestLine },
  });
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    trustProxy: environment.TRUST_PROXY,
    bodyLimit: 4 * oneMegabyte,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(environment, databaseUrl), adapter, {
    logger: new PinoLogger(log),
    abortOnError: false,
  });
  await app.register(cookie);
  await sendSecurityHeaders(app, environment.SECURE_COOKIES);
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', refuseForeignPages);
  app.setGlobalPrefix(API_PREFIX.path, { exclude: API_PREFIX.exclude });
  serveApiDocs(app);
  await serveWebApp(app);
  return app;
}
