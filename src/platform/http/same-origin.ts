import type { FastifyRequest } from 'fastify';
import { ForbiddenError } from '../access/access.errors.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site's page makes with the visitor's cookie. Browsers say where a request
 * comes from (Sec-Fetch-Site, Origin); programs say neither and carry no foreign cookie.
 */
export async function refuseForeignPages(request: FastifyRequest): Promise<void> {
  if (reading.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ForbiddenError();
  const { origin } = request.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== request.headers.host) throw new ForbiddenError();
}
