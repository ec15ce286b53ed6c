import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Observable, tap } from 'rxjs';
import { ACCESS, type Access, type ActorRequest } from '../access/access.decorator.js';
import { AuditTrail } from './audit-trail.js';
import { UNRECORDED } from './unrecorded.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * No change without an entry: within the transaction of the request, a change that has told the trail nothing fails and
 * is rolled back. Routes that open their own transactions are held to it by a test instead.
 */
@Injectable()
export class AuditedChange implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditTrail,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor, method } = context.switchToHttp().getRequest<ActorRequest>();
    const of = [context.getHandler(), context.getClass()];
    const isApart = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, of)?.isApart ?? false;
    const isExcepted = this.reflector.getAllAndOverride<string | undefined>(UNRECORDED, of) !== undefined;
    if (!actor || isApart || isExcepted || reading.has(method)) return next.handle();
    const handler = `${context.getClass().name}.${context.getHandler().name}`;
    return next.handle().pipe(
      tap(() => {
        if (!this.audit.isSettled()) throw new Error(`${handler} changed something and left no audit entry`);
      }),
    );
  }
}
