import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type Access, type ActorRequest } from '../access/access.decorator.js';
import type { RequestLayer } from '../access/request-frame.js';
import { AuditTrail } from './audit-trail.js';
import { UNRECORDED } from './unrecorded.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * No change without an entry: within the transaction of the request, a change that has told the trail nothing fails and
 * is rolled back. Routes that open their own transactions are held to it by a test instead.
 */
@Injectable()
export class AuditedChange implements RequestLayer {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditTrail,
  ) {}

  async around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown> {
    const result = await work();
    if (this.isToBeRecorded(context) && !this.audit.isSettled()) {
      const handler = `${context.getClass().name}.${context.getHandler().name}`;
      throw new Error(`${handler} changed something and left no audit entry`);
    }
    return result;
  }

  private isToBeRecorded(context: ExecutionContext): boolean {
    const { actor, method } = context.switchToHttp().getRequest<ActorRequest>();
    if (!actor || reading.has(method)) return false;
    const of = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<Access | undefined>(ACCESS, of)?.isApart) return false;
    return this.reflector.getAllAndOverride<string | undefined>(UNRECORDED, of) === undefined;
  }
}
