import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { type ChallengePurpose, PasskeyChallenge } from './second-factor.entity.js';
import { WrongPasskeyError } from './sign-in.errors.js';

const MINUTES = 5;

/** For a sign-in by passkey alone: there is nothing yet to which the challenge could be bound. */
export const unbound = '-';

/** Challenges that were given out: each is for one purpose and one asker, for minutes, and is taken once. */
@Injectable()
export class PasskeyChallenges {
  constructor(private readonly database: Database) {}

  /** Those that nobody answered go on this occasion. */
  async remember(challenge: string, purpose: ChallengePurpose, boundTo: string): Promise<void> {
    const expiresAt = new Date(Date.now() + MINUTES * 60_000);
    await this.database.transaction(async () => {
      await this.database.manager.delete(PasskeyChallenge, { expiresAt: LessThan(new Date()) });
      await this.database.manager.insert(PasskeyChallenge, { challenge, purpose, boundTo, expiresAt });
    });
  }

  /**
   * Takes the challenge that an answer names, whether the answer turns out right or not; so this must be a transaction of
   * its own.
   * @param clientDataJSON base64url
   * @throws WrongPasskeyError
   */
  async take(clientDataJSON: string, purpose: ChallengePurpose, boundTo: string): Promise<string> {
    const [taken] = await this.database.rows<{ challenge: string }>(
      `DELETE FROM passkey_challenge WHERE challenge = $1 AND purpose = $2 AND bound_to = $3 AND expires_at > now()
       RETURNING challenge`,
      [challengeIn(clientDataJSON), purpose, boundTo],
    );
    if (!taken) throw new WrongPasskeyError();
    return taken.challenge;
  }
}

function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = Object(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' ? challenge : '';
  } catch (reason) {
    if (reason instanceof SyntaxError) throw new WrongPasskeyError();
    throw reason;
  }
}
