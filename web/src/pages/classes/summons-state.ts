import type { SessionClass } from '../../api/queries.ts';
import { integer } from '../../words/format.ts';
import type { BoardFacts } from './use-board.ts';

/** Why the people cannot be summoned yet, in sentences; empty when nothing is missing. */
export function summonsHindrances({ classes, arrangement, unplaced, names, countOf }: BoardFacts): string[] {
  if (classes.length === 0) return ['Chưa có lớp nào.'];
  const open = classes.filter(({ closedAt }) => closedAt === null);
  const doubled = [...names.keys()].filter((id) => holders(id, classes, arrangement) > 1);
  const people = unplaced.reduce((sum, id) => sum + countOf(id), 0);
  return [
    ...open.filter(({ sittings }) => sittings.length === 0).map(({ name }) => `${name} chưa có buổi học.`),
    ...open.filter(({ id }) => (arrangement[id] ?? []).length === 0).map(({ name }) => `${name} chưa có chi bộ nào.`),
    ...(unplaced.length > 0 ? [`${unplaced.length} chi bộ chưa có lớp (${integer(people)} người).`] : []),
    ...doubled.map((id) => `${names.get(id)} đang ở hai lớp.`),
  ];
}

const holders = (cellId: string, classes: readonly SessionClass[], arrangement: BoardFacts['arrangement']): number =>
  classes.filter(({ id }) => (arrangement[id] ?? []).includes(cellId)).length;
