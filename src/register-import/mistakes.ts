import type { Mistake } from './reading.types.js';
import type { Judged } from './verdict.js';

/** Kinds of mistakes that are told at once; the rest stands with its rows. */
const MOST = 20;

/** The same mistake in many rows is one thing to put right. */
export class MistakeCount {
  private readonly kinds = new Map<string, Mistake>();

  note({ row, content: { notes } }: Judged & { row: number }): void {
    for (const { kind, field, sentence } of notes.filter(({ kind: each }) => each !== 'restored')) {
      const alike = `${kind} ${field} ${sentence.replace(/“[^”]*”|\d[\d/]*/g, '…')}`;
      const mistake = this.kinds.get(alike) ?? { sentence, field, rows: 0, firstRow: row };
      mistake.rows += 1;
      this.kinds.set(alike, mistake);
    }
  }

  most(): Mistake[] {
    return [...this.kinds.values()].toSorted((a, b) => b.rows - a.rows || a.firstRow - b.firstRow).slice(0, MOST);
  }
}
