import type { CellNames } from './cell-names.js';
import { changesOf } from './changes.js';
import type { RegisterSnapshot } from './register-snapshot.js';
import type { RowContent } from './row-content.js';

/** A row that is to be written. */
export interface Ready {
  row: number;
  /** null for somebody new. */
  memberId: string | null;
  content: RowContent;
}

/** Rows of which the check is no longer true: somebody has changed the register since, or two rows mean one member. */
export class StaleRows {
  readonly rows: number[] = [];
  private readonly meant = new Set<string>();

  constructor(
    private readonly register: RegisterSnapshot,
    private readonly cells: CellNames,
  ) {}

  look(batch: readonly Ready[]): void {
    for (const ready of batch) {
      const isStale = ready.memberId === null ? this.isKnownNow(ready) : this.isOther(ready, ready.memberId);
      if (isStale) this.rows.push(ready.row);
    }
  }

  /** Who was new is in the register by now. */
  private isKnownNow({ content: { values, candidates } }: Ready): boolean {
    const byNumber = this.register.withCitizenNumber(values.citizenNumber) ?? this.register.withCard(values.cardNumber);
    if (byNumber) return true;
    const seen = new Set(candidates.map(({ memberId }) => memberId));
    return this.register.withNameAndBirth(values).some(({ id }) => !seen.has(id));
  }

  private isOther({ content }: Ready, memberId: string): boolean {
    const known = this.register.byId.get(memberId);
    if (!known || this.meant.has(memberId)) return true;
    this.meant.add(memberId);
    const seen = content.candidates.find((each) => each.memberId === memberId)?.changes ?? content.changes;
    // As it was shown, word by word: what stood and what would stand.
    return JSON.stringify(changesOf(known, content, this.cells, this.register)) !== JSON.stringify(seen);
  }
}
