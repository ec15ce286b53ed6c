import { api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { keptMarks } from './kept-marks.ts';
import { type OwnMark, type RefusedMark, type ShownMark, shownOwn, shownSeen } from './marks.ts';
import { Outbox, PATIENCE_MS } from './outbox.ts';
import { standingMarks } from './roll-state.ts';

const { client, dataOf } = api;

const EVERY_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;

/** Since when nobody answers, and when it is tried again. */
export interface Away {
  since: number;
  retryAt: number;
  isSignedOut: boolean;
}

export interface FeedState {
  marks: readonly ShownMark[];
  standing: ReadonlyMap<string, ShownMark>;
  waiting: number;
  /** False where what waits would be lost with the page. */
  isDurable: boolean;
  refused: readonly RefusedMark[];
  away: Away | null;
  /** When what had waited for the server was sent at last; null where nothing had. */
  caughtUpAt: number | null;
  isLoaded: boolean;
}

/** Marks of one sitting, own and others': sends what waits, then asks what is new, every two seconds. */
export class SittingFeed {
  state: FeedState;
  private readonly known = new Map<string, ShownMark>();
  /** One object for each waiting mark, so that its row is drawn once. */
  private readonly waitingShown = new Map<string, ShownMark>();
  private readonly outbox: Outbox;
  private readonly listeners = new Set<() => void>();
  private since: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isStopped = true;
  private failures = 0;
  private away: Away | null = null;
  private caughtUpAt: number | null = null;

  constructor(
    private readonly sittingId: string,
    private readonly me: { accountId: string; displayName: string },
  ) {
    this.outbox = new Outbox(sittingId, keptMarks(me.accountId, sittingId), (sent) => this.onOutbox(sent));
    this.state = this.read();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.isStopped) this.start();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  readonly current = (): FeedState => this.state;

  add(marks: readonly OwnMark[]): void {
    this.caughtUpAt = null;
    this.outbox.add(marks);
    if (!this.away) this.tryNow();
  }

  drop(ids: readonly string[]): void {
    this.outbox.drop(ids);
  }

  retryRefused(): void {
    this.outbox.retry();
    this.tryNow();
  }

  tryNow(): void {
    clearTimeout(this.timer);
    void this.run();
  }

  private start(): void {
    this.isStopped = false;
    void this.run();
  }

  private stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    if (this.isRunning || this.isStopped) return;
    this.isRunning = true;
    const owed = this.outbox.waiting.length;
    try {
      await this.outbox.send();
      await this.poll();
      this.onAnswer(owed);
    } catch (reason) {
      this.onSilence(reason);
    } finally {
      this.isRunning = false;
      const hasNew = !this.away && this.outbox.waiting.length > 0;
      const wait = this.away ? this.away.retryAt - Date.now() : hasNew ? 0 : EVERY_MS;
      clearTimeout(this.timer);
      if (!this.isStopped) this.timer = setTimeout(() => void this.run(), wait);
    }
  }

  private async poll(): Promise<void> {
    const { until, marks } = await dataOf(
      client.GET('/api/v1/sittings/{sittingId}/marks', {
        params: { path: { sittingId: this.sittingId }, query: this.since ? { since: this.since } : {} },
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    );
    const isFirst = this.since === null;
    this.since = until;
    const fresh = marks.filter(({ id }) => !this.known.has(id));
    for (const mark of fresh) this.known.set(mark.id, shownSeen(this.sittingId, mark));
    if (fresh.length > 0 || isFirst) this.emit();
  }

  private onAnswer(owed: number): void {
    this.failures = 0;
    if (!this.away) return;
    this.away = null;
    this.caughtUpAt = owed > 0 ? Date.now() : null;
    this.emit();
  }

  /** What is not a Problem is a fault of this page: it is shown as silence too, and what was typed is kept. */
  private onSilence(reason: unknown): void {
    this.failures += 1;
    const wait = Math.min(EVERY_MS * 2 ** (this.failures - 1), LONGEST_WAIT_MS);
    const isSignedOut = reason instanceof Problem && reason.status === 401;
    this.away = { since: this.away?.since ?? Date.now(), retryAt: Date.now() + wait, isSignedOut };
    this.emit();
  }

  private onOutbox(confirmed: readonly OwnMark[]): void {
    for (const mark of confirmed) this.known.set(mark.id, shownOwn(mark, this.me.displayName, false));
    this.emit();
  }

  private shownWaiting(): ShownMark[] {
    const { waiting } = this.outbox;
    const ids = new Set(waiting.map(({ id }) => id));
    for (const id of this.waitingShown.keys()) if (!ids.has(id)) this.waitingShown.delete(id);
    return waiting.map((mark) => {
      const shown = this.waitingShown.get(mark.id) ?? shownOwn(mark, this.me.displayName, true);
      this.waitingShown.set(mark.id, shown);
      return shown;
    });
  }

  private read(): FeedState {
    const marks = [...this.known.values(), ...this.shownWaiting()];
    return {
      ...{ marks, standing: standingMarks(marks), waiting: this.outbox.waiting.length, refused: this.outbox.refused },
      isDurable: this.outbox.isDurable,
      ...{ away: this.away, caughtUpAt: this.caughtUpAt, isLoaded: this.since !== null },
    };
  }

  private emit(): void {
    this.state = this.read();
    for (const listener of this.listeners) listener();
  }
}
