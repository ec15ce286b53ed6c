import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Database } from '../database/database.js';
import type { RequestLayer } from './request-frame.js';
import { ACCESS, type Access, type ActorRequest } from './access.decorator.js';

/** One request, one transaction, under the scope of its actor: what it reads fits together, what it changes stands or falls together. */
@Injectable()
export class RequestTransaction implements RequestLayer {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown> {
    const { actor } = context.switchToHttp().getRequest<ActorRequest>();
    if (!actor) return work();
    const access = this.reflector.getAllAndOverride<Access>(ACCESS, [context.getHandler(), context.getClass()]);
    return access.isApart ? this.database.withScope(actor.scope, work) : this.database.inScope(actor.scope, work);
  }
}
