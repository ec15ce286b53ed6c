import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { ACCESS, type Access, type ActorRequest } from './access.decorator.js';

/** One request, one transaction, under the scope of its actor: what it reads fits together, what it changes stands or falls together. */
@Injectable()
export class RequestTransaction implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<ActorRequest>();
    if (!actor) return next.handle();
    const access = this.reflector.getAllAndOverride<Access>(ACCESS, [context.getHandler(), context.getClass()]);
    const work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    if (access.isApart) return from(this.database.withScope(actor.scope, work));
    return from(this.database.inScope(actor.scope, work));
  }
}
