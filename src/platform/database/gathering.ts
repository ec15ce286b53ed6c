import { AsyncLocalStorage } from 'node:async_hooks';

interface Waiting<Key, Value> {
  key: Key;
  resolve: (value: Value) => void;
  reject: (reason: unknown) => void;
}

/**
 * Gathers what is asked while one round is under way into the next round: many requests, one statement, each answered
 * when its own round has ended. One round at a time, so load makes rounds larger, not more.
 */
export class Gathering<Key, Value> {
  private waiting: Waiting<Key, Value>[] = [];
  private isRunning = false;
  /** A round serves many callers: it never runs inside the transaction of the one who came first. */
  private readonly inOwnContext = AsyncLocalStorage.snapshot();

  /**
   * @param round answers its keys in their order; when it throws, all of them are refused with that reason
   * @param largest keys in one round at most
   */
  constructor(
    private readonly round: (keys: Key[]) => Promise<Value[]>,
    private readonly largest = 1000,
  ) {}

  get(key: Key): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (!this.isRunning) {
        this.isRunning = true;
        // What arrives in the same turn of the event loop joins the first round.
        this.inOwnContext(() => setImmediate(() => void this.drain()));
      }
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const members = this.waiting.splice(0, this.largest);
      try {
        const values = await this.round(members.map(({ key }) => key));
        members.forEach(({ resolve, reject }, index) => {
          const value = values[index];
          if (value === undefined) reject(new Error('a round answered fewer keys than it was asked'));
          else resolve(value);
        });
      } catch (reason) {
        for (const { reject } of members) reject(reason);
      }
    }
    this.isRunning = false;
  }
}
