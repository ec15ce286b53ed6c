import { makeAttendance } from './attendance.js';
import { schoolGroup, wardCells } from './cells.js';
import { makeMembers } from './members.js';
import { Random } from './random.js';
import { seatsOfCells } from './seats.js';
import { makeClasses, makeSession, studiedResolution, wardCommittee } from './session.js';
import type { DemoWard } from './ward.types.js';

/**
 * Sài Đồng ward on 16/01/2021 as the seed article tells it: committee, cells, leaders, plan and what was taught are the
 * article's; the members are invented, and the figures are the same for every seed. Pure: the same seed gives the same
 * data, on every machine and on every day.
 */
export function generateWard(seed = 2021): DemoWard {
  const random = new Random(seed);
  const seats = seatsOfCells(random, wardCells);
  const people = makeMembers(random, wardCells, seats);
  return {
    seed,
    committee: { ...wardCommittee, recipients: [...wardCommittee.recipients] },
    cells: wardCells.map((cell) => ({ ...cell })),
    groups: [{ ...schoolGroup, cellKeys: [...schoolGroup.cellKeys] }],
    members: people.map(({ member }) => member),
    resolution: { ...studiedResolution },
    session: makeSession(wardCells),
    classes: makeClasses(),
    attendance: makeAttendance(random, wardCells, people),
  };
}
