import type { Mistake } from './reading.types.js';
import type { Judged } from './verdict.js';

/** Kinds of mistakes that are told at once; the rest stands with its rows. */
const MOST = 20;

/** A list's mistakes stand beside it unsealed: what a cell says, days and the names of others are left out. */
const withoutPeople = (sentence: string, names: readonly string[]): string =>
  names
    .reduce((text, name) => text.replaceAll(name, '…'), sentence)
    .replace(/… \([^)]*\)/g, '…')
    .replace(/“[^”]*”/g, '“…”')
    .replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, '…');

/** The same mistake in many rows is one thing to put right. */
export class MistakeCount {
  private readonly kinds = new Map<string, Mistake>();

  note({ row, content: { notes, candidates } }: Judged & { row: number }): void {
    const names = candidates.map(({ fullName }) => fullName);
    for (const { kind, field, sentence: said } of notes.filter(({ kind: each }) => each !== 'restored')) {
      const sentence = withoutPeople(said, names);
      const alike = `${kind} ${field} ${sentence.replace(/\d+/g, '…')}`;
      const mistake = this.kinds.get(alike) ?? { sentence, field, rows: 0, firstRow: row };
      mistake.rows += 1;
      this.kinds.set(alike, mistake);
    }
  }

  most(): Mistake[] {
    return [...this.kinds.values()].toSorted((a, b) => b.rows - a.rows || a.firstRow - b.firstRow).slice(0, MOST);
  }
}
