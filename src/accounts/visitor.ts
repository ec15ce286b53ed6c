import type { FastifyRequest } from 'fastify';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Origin } from '../platform/access/actor.js';

/** A browser as it shows itself. */
export interface Visitor extends Origin {
  agent: string;
}

/** Where a request comes from, as a handler's argument. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { ip, id, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { address: ip, requestId: id, agent: headers['user-agent'] ?? '' };
});
