import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { TooManyAttemptsError } from './accounts.errors.js';
import { addressKey } from '../platform/access/address-key.js';

/** Where secrets can be tried. What is tried at two places (a password at sign-in and at a proof) is one gate. */
export type Gate = 'sign-in' | 'second-factor' | 'invitation' | 'device';

interface Allowance {
  seconds: number;
  /** Tries for one subject from one address. */
  pair: number;
  /** Tries from one address, whatever they are for. */
  address: number;
}

const allowances: Record<Gate, Allowance> = {
  'sign-in': { seconds: 900, pair: 10, address: 100 },
  'second-factor': { seconds: 600, pair: 5, address: 50 },
  invitation: { seconds: 900, pair: 10, address: 30 },
  device: { seconds: 900, pair: 10, address: 30 },
};

const DAY = 86_400;

/** Tries for one subject a day, over all addresses, before each further one has to wait for longer. */
const FREE_TRIES = 10;
const LONGEST_WAIT = 900;

/** Seconds: 2, 4, 8 … up to a quarter of an hour. */
const waitAfter = (tries: number): number => Math.min(2 ** Math.max(0, tries - FREE_TRIES), LONGEST_WAIT);

/**
 * Slows guessing down without letting anybody lock others out (docs/decisions/0008). The counters stand in the database, so
 * that they hold for all processes; where they cannot be read nothing may be tried.
 */
@Injectable()
export class AttemptLimit {
  private readonly gates: Record<Gate, { pair: RateLimiterPostgres; address: RateLimiterPostgres }>;
  /** Counts; refuses nothing by itself. */
  private readonly tries: RateLimiterPostgres;
  private readonly waits: RateLimiterPostgres;
  private readonly daily: RateLimiterPostgres;

  constructor(source: DataSource) {
    const limiter = (keyPrefix: string, points: number, duration: number): RateLimiterPostgres =>
      new RateLimiterPostgres({
        ...{ storeClient: source, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true },
        ...{ keyPrefix, points, duration },
      });
    const gate = (name: Gate) => {
      const { seconds, pair, address } = allowances[name];
      return { pair: limiter(`${name}-pair`, pair, seconds), address: limiter(`${name}-address`, address, seconds) };
    };
    this.gates = {
      'sign-in': gate('sign-in'),
      'second-factor': gate('second-factor'),
      invitation: gate('invitation'),
      device: gate('device'),
    };
    this.tries = limiter('tries', Number.MAX_SAFE_INTEGER, DAY);
    this.waits = limiter('wait', 1, 1);
    this.daily = limiter('daily', 50, DAY);
  }

  /**
   * One try, counted before it is known whether it is right, so that tries made at once are counted too.
   * @param subject what is tried: a login name, an account, a code's bearer; the address alone counts where there is none
   * @throws TooManyAttemptsError
   */
  async spend(gate: Gate, address: string, subject?: string): Promise<void> {
    const key = addressKey(address);
    const { pair, address: ofAddress } = this.gates[gate];
    await refusing(async () => {
      await ofAddress.consume(key);
      if (subject !== undefined) await pair.consume(`${key} ${subject}`);
    });
  }

  /** After a right secret the subject starts afresh from this address. */
  async restore(gate: Gate, address: string, subject: string): Promise<void> {
    await this.gates[gate].pair.delete(`${addressKey(address)} ${subject}`);
  }

  /**
   * A try from where the subject was never right before: after some of them in a day, from wherever they come, each has to
   * wait twice as long as the one before.
   * @throws TooManyAttemptsError
   */
  async slowDown(gate: Gate, subject: string): Promise<void> {
    await refusing(async () => {
      const { consumedPoints } = await this.tries.consume(`${gate} ${subject}`);
      if (consumedPoints <= FREE_TRIES) return;
      await this.waits.consume(`${gate} ${subject}`, 1, { customDuration: waitAfter(consumedPoints) });
    });
  }

  /**
   * Tries a day for a secret that is short enough to be hit in the long run, from wherever they come. Only where nobody can
   * get without a first right secret: otherwise strangers could lock the owner out.
   * @throws TooManyAttemptsError
   */
  async spendOfDay(gate: Gate, subject: string): Promise<void> {
    await refusing(() => this.daily.consume(`${gate} ${subject}`));
  }
}

async function refusing(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new TooManyAttemptsError(Math.ceil(reason.msBeforeNext / 1000));
    throw reason;
  }
}
