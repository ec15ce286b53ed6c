import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { addressKey } from '../platform/access/address-key.js';
import { TooManyAttemptsError } from './accounts.errors.js';

/** Wrong codes from one address within a quarter of an hour. */
const GUESSES = 20;

/** Slows down whoever guesses codes of doors; the devices of one hall often come from one address. */
@Injectable()
export class DoorLimit {
  private readonly byAddress: RateLimiterPostgres;

  constructor(source: DataSource) {
    const table = { storeClient: source, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true };
    this.byAddress = new RateLimiterPostgres({ ...table, keyPrefix: 'door-code', points: GUESSES, duration: 900 });
  }

  /** @throws TooManyAttemptsError */
  async spend(address: string): Promise<void> {
    try {
      await this.byAddress.consume(addressKey(address));
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw new TooManyAttemptsError(Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  }

  /** A right code costs nothing. */
  async giveBack(address: string): Promise<void> {
    await this.byAddress.reward(addressKey(address));
  }
}
