import '@fastify/cookie';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type Access, type ActorRequest } from './access.decorator.js';
import { ForbiddenError, NotSignedInError } from './access.errors.js';
import type { Actor } from './actor.js';

/** Turns the token of a request into the actor; `accounts` plugs it in. */
export interface ActorSource {
  /** @returns null for a token that is unknown, ended or expired */
  actorOf(token: string): Promise<Actor | null>;
}

export const ACTOR_SOURCE = Symbol('ACTOR_SOURCE');

export const SIGN_IN_COOKIE = 'sign_in';

/** Stands before every route. What declares no access is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ACTOR_SOURCE) private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    if (access !== 'signed-in') throw new ForbiddenError();
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const token = request.cookies[SIGN_IN_COOKIE];
    const actor = token ? await this.actors.actorOf(token) : null;
    if (!actor) throw new NotSignedInError();
    request.actor = actor;
    return true;
  }
}
