import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { inTightHeap } from '../platform/tight-heap.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { ImportState } from './register-import.entity.js';

/** What a process says while it works on a list. */
export interface Task {
  /** Somebody stopped it, or the server ends. */
  signal: AbortSignal;
  /** How far it is; written down about once a second. @throws the signal's reason once it was stopped */
  beat(done: number, total: number | null): Promise<void>;
}

/** A person said so, or began anew: the list's state is told already by whoever did. */
class StoppedError extends Error {}

/** A process is taken for dead when it has given no sign of life for so long. */
export const DEAD_AFTER_SECONDS = 30;
const BEAT_MS = 1000;
const ALIVE_MS = 8000;
const PATIENCE_MS = 4000;

const working: ImportState[] = ['reading', 'checking', 'writing'];

/** The state as it is: where the process that worked on a list is gone, the list stands still. */
export const stateNow = (state: ImportState, beatAt: Date): ImportState =>
  working.includes(state) && beatAt.getTime() < Date.now() - DEAD_AFTER_SECONDS * 1000 ? 'stopped' : state;

/** Work on lists that goes on after the request that asked for it was answered. */
@Injectable()
export class ImportWork implements OnModuleDestroy {
  private readonly log = new Logger('register-import');
  private readonly running = new Map<string, { abort: AbortController; over: Promise<void> }>();

  constructor(private readonly database: Database) {}

  async onModuleDestroy(): Promise<void> {
    for (const { abort } of this.running.values()) abort.abort(new Error('the server ends'));
    await Promise.all([...this.running.values()].map(({ over }) => over));
  }

  /**
   * The list's state says already what is being done; what comes of it is written by `work`, in transactions of its own. What
   * it throws of the field is the list's refusal, anything else stops it. What was still under way for the list ends first.
   * @returns when it is over; never rejects
   */
  start(actor: Actor, importId: string, work: (task: Task) => Promise<void>): Promise<void> {
    const before = this.running.get(importId)?.over;
    this.stop(importId);
    const abort = new AbortController();
    const alive = setInterval(() => void this.sign(actor, importId, abort), ALIVE_MS).unref();
    const beat = this.beatOf(actor, importId, abort);
    const over = Promise.resolve(before)
      .then(() => inTightHeap(() => work({ signal: abort.signal, beat })))
      .catch((reason: unknown) => this.fail(actor, importId, abort.signal, reason))
      .finally(() => {
        clearInterval(alive);
        if (this.running.get(importId)?.abort === abort) this.running.delete(importId);
      });
    this.running.set(importId, { abort, over });
    return over;
  }

  /** The same, for a request that answers when a short work is over, and a long one goes on without it. */
  async startAndWait(actor: Actor, importId: string, work: (task: Task) => Promise<void>): Promise<void> {
    const over = this.start(actor, importId, work);
    await Promise.race([over, sleep(PATIENCE_MS, undefined, { ref: false })]);
  }

  /** Here; a process elsewhere hears of it with its next sign of life. */
  stop(importId: string): void {
    this.running.get(importId)?.abort.abort(new StoppedError());
  }

  private beatOf(actor: Actor, importId: string, abort: AbortController): Task['beat'] {
    let last = 0;
    return async (done, total) => {
      abort.signal.throwIfAborted();
      if (Date.now() - last < BEAT_MS) return;
      last = Date.now();
      await this.tell(actor, importId, abort, ', done = $4, total = $5', [done, total]);
      abort.signal.throwIfAborted();
    };
  }

  private async sign(actor: Actor, importId: string, abort: AbortController): Promise<void> {
    try {
      await this.tell(actor, importId, abort, '', []);
    } catch (reason) {
      this.log.warn({ err: reason, importId }, 'no sign of life could be given');
    }
  }

  /** Whoever finds that the list is no longer being worked on has been stopped. */
  private async tell(
    actor: Actor,
    importId: string,
    abort: AbortController,
    more: string,
    values: unknown[],
  ): Promise<void> {
    const rows = await this.database.inScope(actor.scope, () =>
      this.database.rows(
        `UPDATE register_import SET beat_at = now()${more}
          WHERE committee_id = $1 AND id = $2 AND state = ANY ($3) RETURNING id`,
        [actor.committeeId, importId, working, ...values],
      ),
    );
    if (rows.length === 0) abort.abort(new StoppedError());
  }

  private async fail(actor: Actor, importId: string, signal: AbortSignal, reason: unknown): Promise<void> {
    if (signal.reason instanceof StoppedError) return;
    const isRefusal = reason instanceof DomainError;
    // What a list is refused for is told to its sender while it is read; later on nobody but the log hears of it.
    if (!signal.aborted) this.log.warn({ err: reason, importId }, 'work on a list ended');
    const refusal = isRefusal ? JSON.stringify({ code: reason.code, sentence: reason.message }) : null;
    try {
      await this.database.inScope(actor.scope, () => this.end(actor.committeeId, importId, refusal));
    } catch (failure) {
      this.log.error({ err: failure, importId }, 'the end of work on a list could not be written down');
    }
  }

  /** A list that can't be read is forgotten but for the sentence why; one that could be is only stopped. */
  private async end(committeeId: string, importId: string, refusal: string | null): Promise<void> {
    await this.database.rows(
      `UPDATE register_import
          SET state = CASE WHEN state = 'reading' AND $4::jsonb IS NOT NULL THEN 'refused' ELSE 'stopped' END,
              refusal = CASE WHEN state = 'reading' THEN $4::jsonb END
        WHERE committee_id = $1 AND id = $2 AND state = ANY ($3)`,
      [committeeId, importId, working, refusal],
    );
    await this.database.rows(
      `DELETE FROM import_part p USING register_import i
        WHERE (p.committee_id, p.import_id) = ($1, $2) AND (i.committee_id, i.id) = ($1, $2) AND i.state = 'refused'`,
      [committeeId, importId],
    );
  }
}
