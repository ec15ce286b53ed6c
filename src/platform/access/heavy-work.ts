import { type CustomDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import pLimit from 'p-limit';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { ActorRequest } from './access.decorator.js';
import type { RequestLayer } from './request-frame.js';
import { BusyError, TooMuchWorkError } from './access.errors.js';

export const HEAVY = 'heavy';

/** A route that takes seconds of a processor or megabytes of memory: papers, exports, imports, files. */
export const Heavy = (): CustomDecorator => SetMetadata(HEAVY, true);

/** At once in one process; so many more wait, and who comes after them is asked to come again. */
const AT_ONCE = 2;
const WAITING = 40;

/** Of one account, over all processes. */
const POINTS = 300;
const SECONDS = 600;

/** Stands outside of the request's transaction: who waits for his turn holds no connection to the database. */
@Injectable()
export class HeavyWork implements RequestLayer {
  private readonly turn = pLimit(AT_ONCE);
  private readonly byAccount: RateLimiterPostgres;

  constructor(
    private readonly reflector: Reflector,
    source: DataSource,
  ) {
    this.byAccount = new RateLimiterPostgres({
      ...{ storeClient: source, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true },
      ...{ keyPrefix: 'heavy', points: POINTS, duration: SECONDS },
    });
  }

  around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown> {
    const isHeavy = this.reflector.getAllAndOverride<boolean>(HEAVY, [context.getHandler(), context.getClass()]);
    if (!isHeavy) return work();
    const { actor } = context.switchToHttp().getRequest<ActorRequest>();
    return this.inTurn(actor?.accountId ?? 'nobody', work);
  }

  /** @throws TooMuchWorkError, BusyError */
  private async inTurn(accountId: string, work: () => Promise<unknown>): Promise<unknown> {
    await this.spend(accountId);
    if (this.turn.pendingCount >= WAITING) throw new BusyError();
    return this.turn(work);
  }

  private async spend(accountId: string): Promise<void> {
    try {
      await this.byAccount.consume(accountId);
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw new TooMuchWorkError(Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  }
}
