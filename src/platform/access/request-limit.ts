import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Environment } from '../config/environment.js';
import { TooManyRequestsError } from './access.errors.js';
import { addressKey } from './address-key.js';

const SECONDS = 10;

/** One hall has many devices behind one address. */
const ACCOUNTS_BEHIND_AN_ADDRESS = 10;

/**
 * How much one visitor may ask of this process. It counts in memory: a round trip for each mark would cost a door its
 * speed; with several processes the limit is as many times larger. Guessing and heavy work are counted in the database.
 */
@Injectable()
export class RequestLimit {
  private readonly byAddress: RateLimiterMemory | null;
  private readonly byAccount: RateLimiterMemory | null;

  constructor({ REQUESTS_PER_SECOND }: Environment) {
    const points = REQUESTS_PER_SECOND * SECONDS;
    const of = (many: number): RateLimiterMemory | null =>
      many === 0 ? null : new RateLimiterMemory({ points: many, duration: SECONDS });
    this.byAccount = of(points);
    this.byAddress = of(points * ACCOUNTS_BEHIND_AN_ADDRESS);
  }

  /** Each request of the API, whatever becomes of it. @throws TooManyRequestsError */
  async spendAddress(address: string): Promise<void> {
    await spend(this.byAddress, addressKey(address));
  }

  /** Once it is known who asks. @throws TooManyRequestsError */
  async spendAccount(accountId: string): Promise<void> {
    await spend(this.byAccount, accountId);
  }
}

async function spend(limiter: RateLimiterMemory | null, key: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new TooManyRequestsError(Math.ceil(reason.msBeforeNext / 1000));
    throw reason;
  }
}
