import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ActorSource } from '../platform/access/access.guard.js';
import type { Actor, Holder, Origin, Reach } from '../platform/access/actor.js';
import type { Permission } from '../platform/access/permissions.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Environment } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { Gathering } from '../platform/database/gathering.js';
import { type RowScope, wholeCommittee } from '../platform/database/row-scope.js';
import { today } from '../platform/database/today.js';
import { Account } from './account.entity.js';
import { WrongCredentialsError } from './accounts.errors.js';
import { AttemptLimit } from './attempt-limit.js';
import { isPassword, nobodysHash } from './password.js';
import { ReachService } from './reach.service.js';
import type { SignInDto } from './sign-in.dto.js';
import { SignIn } from './sign-in.entity.js';

const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer');

/** A sign-in is "seen" to the nearest minutes; writing each request down would cost more than it tells. */
const SEEN_EVERY_MINUTES = 5;

type Found = Omit<Holder, 'signInKind'> & {
  hash: string;
  signInKind: Holder['signInKind'];
  isOver: boolean;
  seenAt: Date;
  refusedAt: Date | null;
};

/** A browser as it shows itself. */
export interface Visitor extends Origin {
  agent: string;
}

/** What a successful sign-in hands out. */
export interface Opened {
  token: string;
  maxAgeSeconds: number;
}

/** Sign-ins: opened by name and password, looked up by the hash of their token, ended by their owner. */
@Injectable()
export class SignInService implements ActorSource {
  /** Requests that come in together ask the database once: no cache, so an ended sign-in ends at once. */
  private readonly lookups: Gathering<string, Found | null>;

  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly limit: AttemptLimit,
    private readonly reach: ReachService,
    private readonly audit: AuditTrail,
  ) {
    this.lookups = new Gathering((hashes) => this.find(hashes));
  }

  /** @throws WrongCredentialsError, the same for an unknown name, a wrong password and a disabled account */
  async open(dto: SignInDto, visitor: Visitor): Promise<Opened> {
    const loginName = dto.loginName.trim().toLowerCase();
    await this.limit.spend(visitor.address, loginName);
    const [account] = await this.database.rows<Account>(
      `SELECT id, committee_id AS "committeeId", password_hash AS "passwordHash", disabled_at AS "disabledAt"
         FROM account_at_door($1)`,
      [loginName],
    );
    const fits = await isPassword(account?.passwordHash ?? (await nobodysHash()), dto.password);
    if (!account || !fits || account.disabledAt) {
      if (account) await this.recordFailure(account, visitor);
      throw new WrongCredentialsError();
    }
    await this.limit.restore(visitor.address, loginName);
    return this.issue(account, visitor);
  }

  /** A fresh sign-in of a browser, for an account whose owner has just proved himself. */
  issue({ id: accountId, committeeId }: Pick<Account, 'id' | 'committeeId'>, visitor: Visitor): Promise<Opened> {
    const token = randomBytes(32).toString('base64url');
    const maxAgeSeconds = this.environment.SIGN_IN_HOURS * 3600;
    const now = new Date();
    const signIn = {
      ...{ tokenHash: hashOf(token), id: uuidv7(), kind: 'browser' as const, accountId, committeeId },
      ...{ createdAt: now, provedAt: now, seenAt: now, address: visitor.address, agent: visitor.agent.slice(0, 300) },
      expiresAt: new Date(now.getTime() + maxAgeSeconds * 1000),
    };
    return this.database.inScope(wholeCommittee(committeeId, accountId), async () => {
      await this.database.manager.insert(SignIn, signIn);
      const actor = { accountId, committeeId, signInId: signIn.id, origin: visitor };
      this.audit.record(actor, { action: 'sign-in.opened', subject: { kind: 'account', id: accountId } });
      return { token, maxAgeSeconds };
    });
  }

  async holderOf(token: string, origin: Origin): Promise<Holder | null> {
    const found = await this.lookups.get(hashOf(token).toString('hex'));
    if (!found) return null;
    const { hash: _hash, isOver, seenAt, refusedAt, ...holder } = found;
    if (isOver) {
      await this.recordRefusal(holder, origin, refusedAt);
      return null;
    }
    if (isOld(seenAt)) await this.touch(holder.signInId);
    return holder;
  }

  scopeOf(holder: Holder, reach: Reach, permission: Permission): Promise<RowScope | null> {
    return this.reach.scopeOf(holder, reach, permission);
  }

  async end(actor: Actor): Promise<void> {
    await this.database.manager.update(SignIn, { id: actor.signInId }, { endedAt: new Date() });
    this.audit.record(actor, { action: 'sign-in.ended', subject: { kind: 'account', id: actor.accountId } });
  }

  private recordFailure({ id: accountId, committeeId }: Account, origin: Origin): Promise<void> {
    return this.database.inScope(wholeCommittee(committeeId), async () => {
      const nobody = { accountId: null, signInId: null, committeeId, origin };
      this.audit.record(nobody, { action: 'sign-in.failed', subject: { kind: 'account', id: accountId } });
    });
  }

  /** A token that somebody goes on using after its end is told of, once in a while. */
  private async recordRefusal(holder: Holder, origin: Origin, refusedAt: Date | null): Promise<void> {
    if (refusedAt && !isOld(refusedAt)) return;
    const { committeeId, accountId, signInId } = holder;
    await this.database.inScope(wholeCommittee(committeeId), async () => {
      await this.database.manager.update(SignIn, { id: signInId }, { refusedAt: new Date() });
      const subject = { kind: 'account', id: accountId };
      this.audit.record({ accountId: null, signInId, committeeId, origin }, { action: 'sign-in.refused', subject });
    });
  }

  private async touch(signInId: string): Promise<void> {
    await this.database.rows('UPDATE sign_in SET seen_at = now() WHERE id = $1', [signInId]);
  }

  private async find(hashes: string[]): Promise<(Found | null)[]> {
    const found = await this.database.preparedRows<Found>(
      'find-sign-ins',
      `SELECT encode(hash, 'hex') AS hash, sign_in_id AS "signInId", kind AS "signInKind", permissions, proved_at AS "provedAt",
              seen_at AS "seenAt", refused_at AS "refusedAt", is_over AS "isOver", account_id AS "accountId",
              login_name AS "loginName", display_name AS "displayName", committee_id AS "committeeId",
              committee_path AS "committeePath", shows_names_above AS "showsNamesAbove", grants
         FROM sign_ins_by_token($1, $2)`,
      [[...new Set(hashes)].map((each) => Buffer.from(each, 'hex')), today()],
    );
    const byHash = new Map(found.map((each) => [each.hash, each]));
    return hashes.map((each) => byHash.get(each) ?? null);
  }
}

const isOld = (moment: Date): boolean => moment.getTime() < Date.now() - SEEN_EVERY_MINUTES * 60_000;
