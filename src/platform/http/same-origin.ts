import type { FastifyRequest } from 'fastify';
import { ForbiddenError } from '../access/access.errors.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site's page makes with the visitor's cookie. Browsers say where a request
 * comes from (Sec-Fetch-Site, Origin); programs say neither and carry no foreign cookie.
 * @param publicUrl what people's browsers call this server; behind a proxy the Host of a request may be another
 */
export function refuseForeignPages(publicUrl: string | undefined): (request: FastifyRequest) => Promise<void> {
  const own = publicUrl === undefined ? null : new URL(publicUrl).origin;
  return async ({ method, headers, host }) => {
    if (reading.has(method)) return;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ForbiddenError();
    if (headers.origin === undefined) return;
    const origin = URL.parse(headers.origin);
    const isOwn = own === null ? origin?.host === host : origin?.origin === own;
    if (!isOwn) throw new ForbiddenError();
  };
}
