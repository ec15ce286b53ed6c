import type { Figures, Session } from '../api/queries.ts';

/** The figures without classes that only make up for others: who studies there stays on the roll of his own class. */
export function figuresOfRolls(figures: Figures, { classes }: Pick<Session, 'classes'>): Figures {
  const makeUps = new Set(classes.filter(({ mode }) => mode === 'make-up').map(({ id }) => id));
  return { ...figures, classes: figures.classes.filter(({ classId }) => !makeUps.has(classId)) };
}
