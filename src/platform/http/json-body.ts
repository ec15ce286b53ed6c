import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

/** Deeper than anything that the API asks for; what recurses over a body must not be sent down for ever. */
const DEEPEST = 16;

/** For batches of a thousand; everything else does with the limit of the server, 1 MB. */
export const FOUR_MEGABYTES = 4_194_304;

/** What a route may say of its bodies by `@RouteConfig`: a form with a file besides JSON, and more bytes than usual. */
export interface BodyConfig {
  takesFile?: boolean;
  bodyLimit?: number;
}

/**
 * Bodies are JSON, and nothing else is parsed: what a browser sends to another site without asking first (forms, plain
 * text) is refused by its media type. `__proto__` and `constructor.prototype` in a body are refused by the parser.
 */
export function takeJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (isTooDeep(text)) done(new BadRequestException());
    else void parse(request, text, done);
  });
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as BodyConfig;
    if (bodyLimit) route.bodyLimit = bodyLimit;
  });
  fastify.addHook('onRequest', requireMediaType);
}

const withoutBody = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Looked at also where there is no body: the type alone decides whether a browser asks before it sends. */
function requireMediaType(request: FastifyRequest, _: FastifyReply, done: HookHandlerDoneFunction): void {
  done(isOffered(request) ? undefined : new UnsupportedMediaTypeException());
}

function isOffered({ method, headers, routeOptions, is404 }: FastifyRequest): boolean {
  const type = headers['content-type'];
  if (type === undefined || is404 || withoutBody.has(method)) return true;
  const { takesFile } = (routeOptions.config ?? {}) as BodyConfig;
  const essence = type.split(';')[0]?.trim().toLowerCase();
  return essence === 'application/json' || (takesFile === true && essence === 'multipart/form-data');
}

/** Counts brackets outside of strings; the text need not be valid. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') isInString = !isInString;
    else if (isInString && sign === '\\') at += 1;
    else if (!isInString && (sign === '{' || sign === '[') && (depth += 1) > DEEPEST) return true;
    else if (!isInString && (sign === '}' || sign === ']')) depth -= 1;
  }
  return false;
}
