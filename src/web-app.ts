import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { projectFolder } from './platform/config/project-folder.js';

/** Only what this server sends, and styles that carry the nonce of the page. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const isOfApi = (url: string): boolean => /^\/(api|health|assets)(\/|$)/.test(url);

/**
 * The built web app on the same port: its files under /assets for ever, its one page for every other address, so that
 * each page of the app can be opened by its URL. Serves nothing where the app was not built (tests of the API).
 */
export async function serveWebApp(app: NestFastifyApplication): Promise<void> {
  const folder = join(projectFolder(), 'web', 'dist');
  if (!existsSync(join(folder, 'index.html'))) return;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    ...{ root: join(folder, 'assets'), prefix: '/assets/', wildcard: false, preCompressed: true },
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
  const mark = readFileSync(join(folder, 'mark.svg'));
  fastify.get('/mark.svg', (_, reply: FastifyReply) => reply.type('image/svg+xml').send(mark));
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (isOfApi(request.url)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policy(nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce));
  });
}
