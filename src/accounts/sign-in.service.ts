import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ActorSource } from '../platform/access/access.guard.js';
import type { Actor } from '../platform/access/actor.js';
import { Environment } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { Gathering } from '../platform/database/gathering.js';
import { Account } from './account.entity.js';
import { WrongCredentialsError } from './accounts.errors.js';
import { AttemptLimit } from './attempt-limit.js';
import { isPassword, nobodysHash } from './password.js';
import type { SignInDto } from './sign-in.dto.js';
import { SignIn } from './sign-in.entity.js';

const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer');

/** Sign-ins: opened by name and password, looked up by the hash of their token, ended by their owner. */
@Injectable()
export class SignInService implements ActorSource {
  /** Requests that come in together ask the database once: no cache, so an ended sign-in ends at once. */
  private readonly lookups: Gathering<string, Actor | null>;

  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly limit: AttemptLimit,
  ) {
    this.lookups = new Gathering((hashes) => this.find(hashes));
  }

  /** @returns the token for the cookie and how long it holds */
  async open(dto: SignInDto, address: string): Promise<{ token: string; maxAgeSeconds: number; actor: Actor }> {
    const loginName = dto.loginName.trim().toLowerCase();
    await this.limit.spend(address, loginName);
    const account = await this.database.manager.findOneBy(Account, { loginName });
    const fits = await isPassword(account?.passwordHash ?? (await nobodysHash()), dto.password);
    if (!account || !fits || account.disabledAt) throw new WrongCredentialsError();
    await this.limit.restore(address, loginName);
    return this.issue(account);
  }

  /** A fresh sign-in for an account whose owner has just proved himself. */
  async issue(account: Account): Promise<{ token: string; maxAgeSeconds: number; actor: Actor }> {
    const token = randomBytes(32).toString('base64url');
    const maxAgeSeconds = this.environment.SIGN_IN_HOURS * 3600;
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + maxAgeSeconds * 1000);
    await this.database.manager.insert(SignIn, {
      tokenHash: hashOf(token),
      accountId: account.id,
      createdAt,
      expiresAt,
    });
    const { id: accountId, committeeId, displayName, loginName } = account;
    return { token, maxAgeSeconds, actor: { accountId, committeeId, loginName, displayName } };
  }

  actorOf(token: string): Promise<Actor | null> {
    return this.lookups.get(hashOf(token).toString('hex'));
  }

  async end(token: string): Promise<void> {
    await this.database.manager.update(SignIn, { tokenHash: hashOf(token) }, { endedAt: new Date() });
  }

  private async find(hashes: string[]): Promise<(Actor | null)[]> {
    const found = await this.database.preparedRows<Actor & { hash: string }>(
      'find-sign-ins',
      `SELECT encode(s.token_hash, 'hex') AS hash, a.id AS "accountId", a.committee_id AS "committeeId",
              a.login_name AS "loginName", a.display_name AS "displayName"
         FROM sign_in s JOIN account a ON a.id = s.account_id
        WHERE s.token_hash = ANY ($1) AND s.ended_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL`,
      [[...new Set(hashes)].map((each) => Buffer.from(each, 'hex'))],
    );
    const actors = new Map(found.map(({ hash: of, ...actor }) => [of, actor]));
    return hashes.map((each) => actors.get(each) ?? null);
  }
}
