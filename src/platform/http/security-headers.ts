import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

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
export async function sendSecurityHeaders(app: NestFastifyApplication, isHttps: boolean): Promise<void> {
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    hsts: isHttps && { maxAge: TWO_YEARS },
  });
  const data = isHttps ? { ...ofData, 'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains` } : ofData;
  const hook = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    void reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store' });
    if (isData(request)) void reply.headers(data);
    else await reply.helmet();
  };
  app.getHttpAdapter().getInstance().addHook('onRequest', hook);
}
