import '@fastify/cookie';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { nothing, ofOneself, type RowScope } from '../database/row-scope.js';
import { AccessPolicy } from './access-policy.js';
import { ACCESS, type Access, type ActorRequest } from './access.decorator.js';
import { ForbiddenError, NotSignedInError } from './access.errors.js';
import type { Holder, Origin, Reach } from './actor.js';
import type { Permission } from './permissions.js';
import { reachOf } from './reach.js';
import { RequestLimit } from './request-limit.js';

/** Turns the token of a request into its holder, and reach into rows; `accounts` plugs it in. */
export interface ActorSource {
  /** @returns null for a token that is unknown, ended or expired */
  holderOf(token: string, origin: Origin): Promise<Holder | null>;
  /** The rows that lie within reach today; null where there are none. */
  scopeOf(holder: Holder, reach: Reach, permission: Permission): Promise<RowScope | null>;
}

export const ACTOR_SOURCE = Symbol('ACTOR_SOURCE');

/** Browsers refuse the prefix without https. */
export const cookieName = (isHttps: boolean): string => (isHttps ? '__Host-sign_in' : 'sign_in');

/** Stands before every route. What declares no access is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly policy: AccessPolicy,
    @Inject(ACTOR_SOURCE) private readonly actors: ActorSource,
    private readonly limit: RequestLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new ForbiddenError();
    const { permission } = access;
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const token = tokenOf(request);
    const origin = { address: request.ip, requestId: request.id };
    const holder = token ? await this.actors.holderOf(token, origin) : null;
    if (!holder) throw new NotSignedInError();
    const reach = reachOf(holder, permission);
    const scope = permission === 'own' ? ofOneself(holder) : await this.actors.scopeOf(holder, reach, permission);
    request.actor = { ...holder, reach, scope: scope ?? nothing(holder), origin };
    this.policy.requireReach(holder, scope === null, access);
    await this.limit.spendAccount(holder.accountId);
    return true;
  }
}

/** A browser's cookie, or what a program sends: `Authorization: Bearer …`. */
export function tokenOf({ cookies, headers }: ActorRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(headers.authorization ?? '')?.[1];
  return bearer ?? cookies[cookieName(true)] ?? cookies[cookieName(false)] ?? null;
}
