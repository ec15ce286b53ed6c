import { integer } from '../../words/format.ts';
import type { Arrangement } from './arrangement.ts';

/** A piece of the sum; what needs a person is `owed`. */
export interface SumPiece {
  text: string;
  kind: 'plain' | 'owed' | 'total';
}

export interface Sums {
  /** People of each class, in the order of the classes. */
  classes: number[];
  /** Counted more than once: what the classes hold together beyond each cell once. */
  doubled: number;
  unplaced: number;
  total: number;
  /** Expected by the register as of the first day. */
  register: number;
}

/** @param countOf people of a cell who must attend; @param cells all cells of the committee */
export function sumsOf(
  classIds: readonly string[],
  arrangement: Arrangement,
  cells: readonly string[],
  countOf: (cellId: string) => number,
): Sums {
  const sum = (ids: Iterable<string>): number => [...ids].reduce((total, id) => total + countOf(id), 0);
  const lists = classIds.map((id) => arrangement[id] ?? []);
  const placed = new Set(lists.flat());
  const classes = lists.map(sum);
  const once = sum(placed);
  const unplaced = sum(cells.filter((id) => !placed.has(id)));
  const all = classes.reduce((total, one) => total + one, 0);
  return { classes, doubled: all - once, unplaced, total: once + unplaced, register: sum(new Set(cells)) };
}

/** `428 + 432 − 44 trùng + 50 chưa xếp = 866 phải học, đúng bằng sổ đảng viên.` */
export function sumSentence({ classes, doubled, unplaced, total, register }: Sums): SumPiece[] {
  const piece = (text: string, kind: SumPiece['kind'] = 'plain'): SumPiece => ({ text, kind });
  const end =
    total === register ? ' phải học, đúng bằng sổ đảng viên.' : ` phải học; sổ đảng viên có ${integer(register)}.`;
  const parts = [
    ...(classes.length > 0 ? [piece(classes.map(integer).join(' + '))] : []),
    ...(doubled > 0 ? [piece(' − '), piece(`${integer(doubled)} trùng`, 'owed')] : []),
    ...(unplaced > 0 ? [piece(classes.length > 0 ? ' + ' : ''), piece(`${integer(unplaced)} chưa xếp`, 'owed')] : []),
  ];
  return [...parts, piece(parts.length > 0 ? ' = ' : ''), piece(integer(total), 'total'), piece(end)];
}
