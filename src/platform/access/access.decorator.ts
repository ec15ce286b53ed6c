import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotSignedInError } from './access.errors.js';
import type { Actor } from './actor.js';

/** `public`: sign-in, health and first run only. Rights at units come with roles. */
export type Access = 'public' | 'signed-in';

export const ACCESS = 'access';

/** Every route declares who may call it; one that does not is refused by the guard and by a test. */
export const Allow = (access: Access): CustomDecorator => SetMetadata(ACCESS, access);

/** A request on which the guard has left the actor. */
export type ActorRequest = FastifyRequest & { actor?: Actor };

/** The actor of the request, as a handler's first argument. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new NotSignedInError();
  return actor;
});
