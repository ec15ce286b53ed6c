import { api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { KeptMarks } from './kept-marks.ts';
import { bodyOf, type OwnMark, type RefusedMark } from './marks.ts';

const { client, dataOf } = api;

const MOST_IN_ONE = 500;
/** A server that keeps silent this long counts as gone; what was sent is sent again under the same id. */
export const PATIENCE_MS = 10_000;

const sentences: Record<string, string> = {
  closed: 'Lớp đã chốt.',
  conflict: 'Mã điểm danh này đã dùng cho nội dung khác. Văn phòng sẽ xem lại.',
  'not-on-roll': 'Người này không còn trong danh sách của lớp.',
  failed: 'Máy chủ không ghi được lượt này.',
};

/** Nobody answered, or the answer says nothing about the mark: it waits and is sent again. */
export const isAway = (problem: Problem): boolean =>
  problem.isNoServer || problem.status >= 500 || problem.status === 429 || problem.status === 401;

/** Every mark is kept before it is sent, and let go only after the server has answered for it. */
export class Outbox {
  waiting: readonly OwnMark[];
  refused: readonly RefusedMark[];
  /** False once the browser could not keep a mark: closing the page would lose what waits. */
  isDurable = true;

  constructor(
    private readonly sittingId: string,
    private readonly kept: KeptMarks,
    private readonly onChange: (confirmed: readonly OwnMark[]) => void,
  ) {
    const all = kept.all();
    this.waiting = all.filter(({ refusal }) => !refusal).map(({ mark }) => mark);
    this.refused = all.flatMap(({ mark, refusal }) => (refusal ? [{ mark, ...refusal }] : []));
  }

  add(marks: readonly OwnMark[]): void {
    for (const mark of marks) this.isDurable = this.kept.keep(mark) && this.isDurable;
    this.waiting = [...this.waiting, ...marks];
    this.onChange([]);
  }

  /** Forgets refused marks: a person has read why. */
  drop(ids: readonly string[]): void {
    for (const id of ids) this.kept.forget(id);
    this.refused = this.refused.filter(({ mark }) => !ids.includes(mark.id));
    this.onChange([]);
  }

  /** Refused marks go out again, as after a class was opened once more. */
  retry(): void {
    const again = this.refused.map(({ mark }) => mark);
    this.refused = [];
    this.add(again);
  }

  /** Sends all that waits, in the order taken. @throws Problem when the server is away; what waits stays */
  async send(): Promise<void> {
    while (this.waiting.length > 0) await this.sendRun(this.nextRun());
  }

  /** A withdrawal goes alone: the server may ask for its reason, and a batch would be refused with it. */
  private nextRun(): OwnMark[] {
    const end = this.waiting.findIndex(({ kind }) => kind === 'withdrawn');
    const run = this.waiting.slice(0, end === -1 ? MOST_IN_ONE : Math.min(end, MOST_IN_ONE));
    return run.length > 0 ? run : this.waiting.slice(0, 1);
  }

  private async sendRun(run: OwnMark[]): Promise<void> {
    const [only] = run;
    const answers = only && run.length === 1 ? [await this.sendOne(only)] : await this.sendMany(run);
    const confirmed: OwnMark[] = [];
    for (const [index, mark] of run.entries()) {
      const refusal = answers[index] ?? null;
      if (refusal) {
        this.kept.keep(mark, refusal);
        this.refused = [...this.refused, { mark, ...refusal }];
      } else {
        this.kept.forget(mark.id);
        confirmed.push(mark);
      }
    }
    const done = new Set(run.map(({ id }) => id));
    this.waiting = this.waiting.filter(({ id }) => !done.has(id));
    this.onChange(confirmed);
  }

  private async sendOne(mark: OwnMark): Promise<Omit<RefusedMark, 'mark'> | null> {
    const path = { sittingId: this.sittingId, id: mark.id };
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      await client.PUT('/api/v1/sittings/{sittingId}/marks/{id}', { params: { path }, body: bodyOf(mark), signal });
      return null;
    } catch (reason) {
      return refusalOf(reason);
    }
  }

  private async sendMany(run: OwnMark[]): Promise<(Omit<RefusedMark, 'mark'> | null)[]> {
    const marks = run.map((mark) => ({ ...bodyOf(mark), id: mark.id }));
    try {
      const results = await dataOf(
        client.POST('/api/v1/sittings/{sittingId}/marks', {
          params: { path: { sittingId: this.sittingId } },
          body: { marks },
          signal: AbortSignal.timeout(PATIENCE_MS),
        }),
      );
      const byId = new Map(results.map(({ id, status }) => [id, status]));
      return run.map(({ id }) => {
        const status = byId.get(id) ?? 'failed';
        return status === 'saved' || status === 'repeated'
          ? null
          : { code: status === 'closed' ? 'class.closed' : status, message: sentences[status] ?? status };
      });
    } catch (reason) {
      const refusal = refusalOf(reason);
      return run.map(() => refusal);
    }
  }
}

/** @throws what says nothing about the mark itself */
function refusalOf(reason: unknown): Omit<RefusedMark, 'mark'> {
  if (!(reason instanceof Problem) || isAway(reason)) throw reason;
  return { code: reason.code, message: reason.message };
}
