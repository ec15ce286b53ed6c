import type { Schemas } from '../../api/client.ts';
import type { Tally } from '../../api/queries.ts';

export type PersonOnRoll = Schemas['PersonOnRoll'];

/** A column of the table of figures. */
export const columns = ['members', 'out', 'summoned', 'present', 'excused', 'unexcused', 'unmarked'] as const;
export type Column = (typeof columns)[number];

export const isColumn = (text: string | null): text is Column => columns.some((column) => column === text);

/** The figure of a column, as the server counted it. */
export function figureOf(tally: Tally, column: Column): number {
  if (column === 'members') return tally.total;
  if (column === 'out') return tally.exemptAbsent + tally.away;
  return tally[column];
}

/** Who counts as summoned: an exempt member who came does, one who stayed away does not. */
const isSummoned = ({ duty, attendance }: PersonOnRoll): boolean =>
  duty === 'summoned' || (duty === 'exempt' && attendance === 'present');

function isBehind(person: PersonOnRoll, column: Column): boolean {
  if (column === 'members') return true;
  if (column === 'out') return !isSummoned(person);
  return isSummoned(person) && (column === 'summoned' || person.attendance === column);
}

/** The people whom a figure counts: as many as the figure, or one of the two is older than the other. */
export const namesBehind = (people: readonly PersonOnRoll[], column: Column, cellId?: string | null): PersonOnRoll[] =>
  people.filter((person) => (!cellId || person.cellId === cellId) && isBehind(person, column));

/** The same people cell by cell, in the order in which they come. */
export function byCell(people: readonly PersonOnRoll[]): [cellId: string, people: PersonOnRoll[]][] {
  const cells = new Map<string, PersonOnRoll[]>();
  for (const person of people) cells.set(person.cellId, [...(cells.get(person.cellId) ?? []), person]);
  return [...cells];
}

/** What a person's line says beside the name. */
export function stateOf({ duty, attendance, through, leftEarly }: PersonOnRoll): string {
  if (duty === 'away') return 'tạm chuyển đi';
  if (duty === 'exempt' && attendance !== 'present') return 'được miễn, không dự';
  const words = [attendanceWords[attendance]];
  if (duty === 'exempt') words.push('được miễn');
  if (through === 'other-class') words.push('học ở lớp khác');
  if (leftEarly) words.push('về sớm');
  return words.join(', ');
}

const attendanceWords: Record<PersonOnRoll['attendance'], string> = {
  present: 'có mặt',
  excused: 'vắng có lý do',
  unexcused: 'vắng không lý do',
  unmarked: 'chưa điểm danh',
};

/** How the names behind a figure are called: `38 người chưa điểm danh`. */
export const columnWords: Record<Column, string> = {
  members: 'đảng viên',
  out: 'người được miễn không dự, tạm chuyển đi',
  summoned: 'người được triệu tập',
  present: 'người có mặt',
  excused: 'người vắng có lý do',
  unexcused: 'người vắng không lý do',
  unmarked: 'người chưa điểm danh',
};
