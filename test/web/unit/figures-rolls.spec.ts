import { describe, expect, it } from 'vitest';
import type { Figures, SessionClass, Tally } from '../../../web/src/api/queries.ts';
import { figuresOfRolls } from '../../../web/src/parts/class-figures.ts';

const none = { summoned: 0, present: 0 };
const tally: Tally = {
  ...{ total: 0, exemptAbsent: 0, away: 0, summoned: 0, present: 0, excused: 0, unexcused: 0, unmarked: 0 },
  ...{ presentElsewhere: 0, leftEarly: 0, official: none, probationary: none },
};
const oneClass = (id: string, mode: SessionClass['mode']): SessionClass => ({
  ...{ id, sessionId: 's', number: 1, name: id, mode, venue: '', capacity: null },
  ...{ cellIds: [], sittings: [], summonedAt: null, closedAt: null },
});

describe('a class that makes up for others', () => {
  it('has no figures of its own, since its people stay on the rolls of their classes', () => {
    const classes = [oneClass('Lớp 1', 'direct'), oneClass('Lớp học bù', 'make-up')];
    const figures: Figures = {
      tally,
      classes: classes.map(({ id, name }) => ({ classId: id, name, revision: 0, closedAt: null, tally, cells: [] })),
    };
    expect(figuresOfRolls(figures, { classes }).classes.map(({ name }) => name)).toEqual(['Lớp 1']);
  });
});
