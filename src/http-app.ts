import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { AppModule } from './app.module.js';
import type { Environment } from './platform/config/environment.js';
import { RequestLimit } from './platform/access/request-limit.js';
import { answerBrokenRequest, refuseBadPath } from './platform/http/early-problems.js';
import { takeFiles } from './platform/http/file-body.js';
import { takeJsonOnly } from './platform/http/json-body.js';
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
  const adapter = adapterFor(environment, log);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(environment, databaseUrl), adapter, {
    logger: new PinoLogger(log),
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  takeJsonOnly(fastify);
  await app.register(cookie);
  await takeFiles(app, environment.UPLOAD_MEGABYTES * oneMegabyte);
  sendSecurityHeaders(fastify, environment.SECURE_COOKIES);
  const limit = app.get(RequestLimit);
  fastify.addHook('onRequest', async ({ url, ip }) => {
    if (url.startsWith('/api/')) await limit.spendAddress(ip);
  });
  fastify.addHook('onRequest', refuseForeignPages(environment.PUBLIC_URL));
  app.setGlobalPrefix(API_PREFIX.path, { exclude: API_PREFIX.exclude });
  if (environment.API_DOCS) serveApiDocs(app);
  await serveWebApp(app);
  return app;
}

/** Nobody may hold a connection by sending nothing, or sending slowly; Node looks for such ones every few seconds. */
function adapterFor({ TRUST_PROXY, REQUEST_SECONDS }: Environment, log: FastifyBaseLogger): FastifyAdapter {
  const requestTimeout = REQUEST_SECONDS * 1000;
  return new FastifyAdapter({
    loggerInstance: log,
    multipart: false,
    genReqId: () => randomUUID(),
    trustProxy: TRUST_PROXY.length > 0 && TRUST_PROXY,
    bodyLimit: oneMegabyte,
    requestTimeout,
    connectionTimeout: 2 * requestTimeout,
    keepAliveTimeout: 72_000,
    http: {
      headersTimeout: Math.min(requestTimeout, 20_000),
      connectionsCheckingInterval: Math.min(requestTimeout, 5_000),
    },
    forceCloseConnections: 'idle',
    frameworkErrors: refuseBadPath,
    clientErrorHandler: answerBrokenRequest,
  });
}
