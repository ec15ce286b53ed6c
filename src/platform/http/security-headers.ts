import type { FastifyInstance, FastifyRequest } from 'fastify';
import helmet from 'helmet';

/** Answers of the API are data: nothing in them may ever be run, framed, or read by another site. */
const ofData = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const TWO_YEARS = 63_072_000;

const isData = ({ url }: FastifyRequest): boolean => url.startsWith('/api/v1/') || url.startsWith('/health/');

/** Pages take helmet's headers, data constant ones: a policy for pages, made anew for each mark, costs a door its speed. */
export function sendSecurityHeaders(fastify: FastifyInstance, isHttps: boolean): void {
  const forPages = helmet({
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    hsts: isHttps && { maxAge: TWO_YEARS },
  });
  const forData = isHttps
    ? { ...ofData, 'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains` }
    : ofData;
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store' });
    if (!isData(request))
      return forPages(request.raw, reply.raw, (reason) => done(reason instanceof Error ? reason : undefined));
    void reply.headers(forData);
    done();
  });
}
