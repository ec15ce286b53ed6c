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

/** How the sum ends: beside the register, or, once there is a roll, without it: the roll also counts the exempt who came. */
function endOf({ doubled, unplaced, total, register }: Sums, isSummoned: boolean): string {
  if (isSummoned) return doubled + unplaced > 0 ? ' phải học.' : ' được triệu tập.';
  return total === register ? ' phải học, đúng bằng sổ đảng viên.' : ` phải học; sổ đảng viên có ${integer(register)}.`;
}

/** `428 + 432 − 44 trùng + 50 chưa xếp = 866 phải học, đúng bằng sổ đảng viên.` */
export function sumSentence(sums: Sums, isSummoned = false): SumPiece[] {
  const { classes, doubled, unplaced, total } = sums;
  const piece = (text: string, kind: SumPiece['kind'] = 'plain'): SumPiece => ({ text, kind });
  const parts = [
    ...(classes.length > 0 ? [piece(classes.map(integer).join(' + '))] : []),
    ...(doubled > 0 ? [piece(' − '), piece(`${integer(doubled)} trùng`, 'owed')] : []),
    ...(unplaced > 0 ? [piece(classes.length > 0 ? ' + ' : ''), piece(`${integer(unplaced)} chưa xếp`, 'owed')] : []),
  ];
  return [
    ...parts,
    piece(parts.length > 0 ? ' = ' : ''),
    piece(integer(total), 'total'),
    piece(endOf(sums, isSummoned)),
  ];
}
