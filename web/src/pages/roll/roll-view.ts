import type { Schemas } from '../../api/client.ts';
import type { Session, SessionClass, Sitting, Tally } from '../../api/queries.ts';
import type { Kind, ShownMark } from './marks.ts';
import type { CellStates } from './roll-place.ts';
import type { ExceptDraft } from './use-exceptions.ts';
import type { Marking } from './use-marking.ts';
import type { NameSearch } from './use-name-search.ts';
import type { RollPlace } from './use-roll-place.ts';
import type { OpenSitting } from './use-sitting.ts';

export interface ClassRollProps {
  session: Session;
  one: SessionClass;
  sitting: Sitting;
  place: RollPlace;
  roll: Schemas['RollDto'];
  me: Schemas['MeDto'];
}

/** All that the parts of the page share about the class whose roll is taken. */
export interface OpenRoll extends ClassRollProps, OpenSitting {
  cells: CellStates<ShownMark>[];
  cell: CellStates<ShownMark>;
  classTally: Tally;
  marking: Marking;
  isReadOnly: boolean;
}

/** What both arrangements, desk and phone, draw one cell from. */
export interface CellView {
  open: OpenRoll;
  search: NameSearch;
  isExcept: boolean;
  draft: ExceptDraft;
  /** Marks whom the name field means, or sets him as an exception. */
  takeTarget: (kind: Kind) => void;
  /** What a click on a row does: present where nobody marked him, else his panel. */
  takeRow: (memberId: string) => void;
  openPerson: (memberId: string) => void;
  acts: { toggleExcept: () => void; save: () => void; undo: () => void; nextCell: () => void; leaveExcept: () => void };
}
