import type { Session, SessionClass, Sitting } from '../../api/queries.ts';
import type { MarkFact, PersonState } from './roll-state.ts';

/** One cell of the class with its people, in the order of the roll. */
export interface CellStates<Mark extends MarkFact> {
  cellId: string;
  name: string;
  states: PersonState<Mark>[];
}

/** Classes that have a roll of their own; who makes up for a session stays on the roll of his class. */
export const rollClasses = ({ classes }: Session): SessionClass[] => classes.filter(({ mode }) => mode !== 'make-up');

/** The class asked for, else the first that is open and summoned, else the first open, else the first. */
export function classOf(session: Session, asked: string | null): SessionClass | null {
  const classes = rollClasses(session);
  return (
    classes.find(({ id }) => id === asked) ??
    classes.find(({ closedAt, summonedAt }) => !closedAt && summonedAt) ??
    classes.find(({ closedAt }) => !closedAt) ??
    classes[0] ??
    null
  );
}

/** The sitting asked for, else the one of today, else the first. */
export const sittingOf = ({ sittings }: SessionClass, asked: string | null, today: string): Sitting | null =>
  sittings.find(({ id }) => id === asked) ?? sittings.find(({ heldOn }) => heldOn === today) ?? sittings[0] ?? null;

/** The people of a class, cell by cell, both in the order of the roll. */
export function cellsOf<Mark extends MarkFact>(states: readonly PersonState<Mark>[]): CellStates<Mark>[] {
  const cells = new Map<string, CellStates<Mark>>();
  for (const state of states) {
    const { cellId, cellName: name } = state.person;
    const cell = cells.get(cellId) ?? { cellId, name, states: [] };
    cell.states.push(state);
    cells.set(cellId, cell);
  }
  return [...cells.values()];
}

const owes = ({ states }: CellStates<MarkFact>): boolean =>
  states.some(({ person, attendance }) => person.duty === 'summoned' && attendance === 'unmarked');

/** Cells where somebody is not marked yet. */
export const owingCells = <Mark extends MarkFact>(cells: readonly CellStates<Mark>[]): CellStates<Mark>[] =>
  cells.filter(owes);

/** The cell after this one, round the end. */
export function cellAfter<Mark extends MarkFact>(
  cells: readonly CellStates<Mark>[],
  cellId: string,
): CellStates<Mark> | null {
  if (cells.length < 2) return null;
  return cells[(cells.findIndex((cell) => cell.cellId === cellId) + 1) % cells.length] ?? null;
}
