import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotSignedInError } from './access.errors.js';
import type { Actor } from './actor.js';
import type { Permission } from './permissions.js';

/** What a route declares of itself. */
export interface Access {
  /** `public`: sign-in, health and first run only. */
  permission: Permission | 'public';
  /** A sensitive step: whoever takes it has proved himself a short time ago. */
  isFresh: boolean;
  /** The handler opens its own transactions; otherwise a request is one transaction. */
  isApart: boolean;
  /** Of the routes about oneself: open to a program's token and to a device too. */
  isForPrograms: boolean;
}

export const ACCESS = 'access';

/** Every route declares who may call it; one that does not is refused by the guard and by a test. */
export const Allow = (
  permission: Access['permission'],
  { isFresh = false, isApart = false, isForPrograms = false }: Partial<Omit<Access, 'permission'>> = {},
): CustomDecorator => SetMetadata(ACCESS, { permission, isFresh, isApart, isForPrograms } satisfies Access);

/** A request on which the guard has left the actor. */
export type ActorRequest = FastifyRequest & { actor?: Actor };

/** The actor of the request, as a handler's first argument. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new NotSignedInError();
  return actor;
});
