import { hash } from 'node:crypto';
import { fold } from '../members/import/tidy-text.js';
import { cardKey } from './register-snapshot.js';
import type { RowNote } from './row-content.js';
import type { ReadRow } from './row-reader.js';

interface Seen {
  row: number;
  /** All that the row says, hashed. */
  said: string;
  citizen: string;
  card: string;
}

/** Who stands twice in one list. Rows are noted one by one first, and asked about when all are known. */
export class Repeats {
  private readonly first = new Map<string, Seen>();
  private readonly notes = new Map<number, RowNote>();
  /** Rows that say again what another says. */
  private readonly copies = new Map<number, number>();

  note(read: ReadRow): void {
    const seen = seenOf(read);
    for (const [said, what] of keysOf(read)) {
      // Of a long list the keys themselves would be what is held most.
      const key = hash('sha256', said, 'buffer').toString('latin1', 0, 12);
      const other = this.first.get(key);
      if (!other) this.first.set(key, seen);
      else if (other.row !== read.row) this.compare(other, seen, what);
    }
  }

  /** All rows are noted: what they were found by is needed no longer, and is most of what a long list holds. */
  close(): void {
    this.first.clear();
  }

  /** Of which row this one is a copy. */
  copyOf(row: number): number | null {
    return this.copies.get(row) ?? null;
  }

  noteOf(row: number): RowNote | null {
    return this.notes.get(row) ?? null;
  }

  private compare(one: Seen, other: Seen, what: string): void {
    if (one.said === other.said) {
      this.copies.set(other.row, one.row);
      return;
    }
    const areTwo =
      what === 'họ tên, ngày sinh và chi bộ' && (differ(one.citizen, other.citizen) || differ(one.card, other.card));
    if (areTwo) return;
    const kind = what === 'họ tên, ngày sinh và chi bộ' ? 'doubt' : 'wrong';
    const tell = (row: number, of: number): void => {
      if (this.notes.get(row)?.kind === 'wrong') return;
      this.notes.set(row, { kind, field: null, column: null, sentence: `Trùng ${what} với dòng ${of}.` });
    };
    tell(one.row, other.row);
    tell(other.row, one.row);
  }
}

const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;

const seenOf = ({ row, values, state }: ReadRow): Seen => ({
  row,
  said: hash('sha256', JSON.stringify([values, state]), 'buffer').toString('latin1', 0, 16),
  citizen: values.citizenNumber ?? '',
  card: values.cardNumber ? cardKey(values.cardNumber) : '',
});

function keysOf({ values }: ReadRow): [key: string, what: string][] {
  const { fullName, birthDate, birthYear, cellId } = values;
  const keys: [string, string][] = [];
  if (values.citizenNumber) keys.push([`citizen ${values.citizenNumber}`, 'số căn cước']);
  if (values.cardNumber) keys.push([`card ${cardKey(values.cardNumber)}`, 'số thẻ']);
  if (fullName && birthYear) {
    keys.push([`name ${fold(fullName)} ${birthDate ?? birthYear} ${cellId ?? ''}`, 'họ tên, ngày sinh và chi bộ']);
  }
  return keys;
}
