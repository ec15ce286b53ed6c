import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { TooManyAttemptsError } from './accounts.errors.js';

const quarterHour = 900;

/**
 * Slows guessing down without letting anybody lock others out: few tries for one name from one address, more for one
 * address over all names. The counters stand in the database, so that they hold for all processes.
 */
@Injectable()
export class AttemptLimit {
  private readonly byPair: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(source: DataSource) {
    const shared = {
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      duration: quarterHour,
    };
    this.byPair = new RateLimiterPostgres({ ...shared, keyPrefix: 'sign-in-pair', points: 10 });
    this.byAddress = new RateLimiterPostgres({ ...shared, keyPrefix: 'sign-in-address', points: 100 });
  }

  /** @throws TooManyAttemptsError */
  async spend(address: string, loginName: string): Promise<void> {
    try {
      await this.byAddress.consume(address);
      await this.byPair.consume(`${address} ${loginName}`);
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw new TooManyAttemptsError(Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  }

  /** After a right password the name starts afresh from this address. */
  async restore(address: string, loginName: string): Promise<void> {
    await this.byPair.delete(`${address} ${loginName}`);
  }
}
