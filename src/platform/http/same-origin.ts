import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import { ForbiddenError } from '../access/access.errors.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site's page makes with the visitor's cookie. Browsers say where a request
 * comes from (Sec-Fetch-Site, Origin); programs say neither and carry no foreign cookie.
 * @param publicUrl what people's browsers call this server; behind a proxy the Host of a request may be another
 */
export function refuseForeignPages(publicUrl: string | undefined): onRequestHookHandler {
  const own = publicUrl === undefined ? null : new URL(publicUrl).origin;
  return (request, _, done) => done(isForeign(request, own) ? new ForbiddenError() : undefined);
}

function isForeign({ method, headers, host }: FastifyRequest, own: string | null): boolean {
  if (reading.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (headers.origin === undefined) return false;
  const origin = URL.parse(headers.origin);
  return own === null ? origin?.host !== host : origin?.origin !== own;
}
