import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { today } from '../platform/database/today.js';
import { RetentionService } from './retention.service.js';

/** Half past two at night in Vietnam, in UTC. */
const HOUR = 19;
const MINUTE = 30;
const RETENTION_LOCK = 7_310_002;

/**
 * Goes through the committees every night. Where several processes run, whoever comes first does the work; who comes second
 * finds nothing that is due.
 */
@Injectable()
export class RetentionJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('retention');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly retention: RetentionService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => void this.night(), untilNight(new Date())).unref();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  /** A committee whose turn failed does not hold up the others. */
  async run(): Promise<void> {
    const committees = await this.database.rows<{ id: string }>('SELECT id FROM committees_for_jobs()');
    for (const { id } of committees) {
      try {
        await this.database.inScope(wholeCommittee(id), () => this.ofCommittee(id));
      } catch (reason) {
        this.log.error({ err: reason, committeeId: id }, 'retention failed');
      }
    }
  }

  private async ofCommittee(committeeId: string): Promise<void> {
    const [lock] = await this.database.rows<{ isMine: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS "isMine"',
      [RETENTION_LOCK, committeeId],
    );
    if (!lock?.isMine) return;
    const origin = { address: '', requestId: `retention ${today()}` };
    await this.retention.erase({ committeeId, accountId: null, signInId: null, origin });
  }

  private async night(): Promise<void> {
    try {
      await this.run();
    } catch (reason) {
      this.log.error({ err: reason }, 'retention failed');
    }
    this.onApplicationBootstrap();
  }
}

/** Milliseconds to the next night. */
export function untilNight(now: Date): number {
  const next = new Date(now);
  next.setUTCHours(HOUR, MINUTE, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next.getTime() - now.getTime();
}
