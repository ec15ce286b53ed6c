import type { Faults } from './check-draft.ts';
import type { Draft } from './draft.ts';

/** What each part of the form is given: the draft, a way to change it, and what is wrong with it. */
export interface FormPart {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  faults: Faults;
}
