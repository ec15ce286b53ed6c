import { Injectable } from '@nestjs/common';
import type { ActorSource } from '../platform/access/access.guard.js';
import type { Holder, Origin, Reach } from '../platform/access/actor.js';
import type { Permission } from '../platform/access/permissions.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Environment } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { Gathering } from '../platform/database/gathering.js';
import { type RowScope, wholeCommittee } from '../platform/database/row-scope.js';
import { today } from '../platform/database/today.js';
import { ReachService } from './reach.service.js';
import { hashOf } from './secret.js';
import { SignIn } from './sign-in.entity.js';

/** A sign-in is "seen" to the nearest minutes; writing each request down would cost more than it tells. */
const SEEN_EVERY_MINUTES = 5;

type Found = Holder & {
  hash: string;
  isOver: boolean;
  seenAt: Date;
  refusedAt: Date | null;
};

const isOlderThan = (minutes: number, moment: Date): boolean => moment.getTime() < Date.now() - minutes * 60_000;

/** Who holds a token: every request asks. */
@Injectable()
export class SignInLookup implements ActorSource {
  /** Requests that come in together ask the database once: no cache, so an ended sign-in ends at once. */
  private readonly lookups: Gathering<string, Found | null>;

  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly reach: ReachService,
    private readonly audit: AuditTrail,
  ) {
    this.lookups = new Gathering((hashes) => this.find(hashes));
  }

  async holderOf(token: string, origin: Origin): Promise<Holder | null> {
    const found = await this.lookups.get(hashOf(token).toString('hex'));
    if (!found) return null;
    const { hash: _hash, isOver, seenAt, refusedAt, ...holder } = found;
    if (isOver || this.isIdle(found)) {
      await this.recordRefusal(holder, origin, refusedAt);
      return null;
    }
    if (isOlderThan(SEEN_EVERY_MINUTES, seenAt)) await this.touch(holder.signInId);
    return { ...holder, lacksSecondFactor: holder.lacksSecondFactor && isPowerful(holder) };
  }

  scopeOf(holder: Holder, reach: Reach, permission: Permission): Promise<RowScope | null> {
    return this.reach.scopeOf(holder, reach, permission);
  }

  /** Programs and doors wait for as long as they like; a browser that nobody uses is left alone with whoever comes by. */
  private isIdle({ signInKind, seenAt }: Found): boolean {
    return signInKind === 'browser' && isOlderThan(this.environment.SIGN_IN_IDLE_MINUTES, seenAt);
  }

  /** A token that somebody goes on using after its end is told of, once in a while. */
  private async recordRefusal(holder: Holder, origin: Origin, refusedAt: Date | null): Promise<void> {
    if (refusedAt && !isOlderThan(SEEN_EVERY_MINUTES, refusedAt)) return;
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
              committee_path AS "committeePath", shows_names_above AS "showsNamesAbove", grants,
              lacks_second_factor(account_id, committee_id) AS "lacksSecondFactor"
         FROM sign_ins_by_token($1, $2)`,
      [[...new Set(hashes)].map((each) => Buffer.from(each, 'hex')), today()],
    );
    const byHash = new Map(found.map((each) => [each.hash, each]));
    return hashes.map((each) => byHash.get(each) ?? null);
  }
}

/** Whom a committee may ask for a second factor: who gives rights away, and who may carry data out. */
const isPowerful = ({ grants }: Holder): boolean =>
  grants.some(({ role, mayExport }) => role === 'administrator' || mayExport);
