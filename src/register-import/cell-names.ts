import { fold, tidy } from '../members/import/tidy-text.js';
import type { CellReading } from './reading.types.js';

/** A cell of the committee, as it stands on the day of the reading. */
export interface KnownCell {
  id: string;
  name: string;
  /** `38.168.053.000.001` */
  code: string | null;
}

/** “Chi bộ số 1”, “CHI BO 1” and “1” are one name. */
const bare = (name: string): string => fold(name).replace(/^(?:chi bo|cb)\s+(?:so\s+)?(?=.)/, '');

/** The key under which a name is remembered. */
export const cellKey = (name: string): string => fold(name).slice(0, 500);

/** Finds the cell that a list means. Nothing is guessed: a name that fits two cells fits none. */
export class CellNames {
  private readonly exact = new Map<string, string | null>();
  private readonly similar = new Map<string, string | null>();
  private readonly codes = new Map<string, string>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    cells: readonly KnownCell[],
    private readonly remembered: ReadonlyMap<string, string>,
  ) {
    this.names = new Map(cells.map(({ id, name }) => [id, name]));
    for (const { id, name, code } of cells) {
      note(this.exact, fold(name), id);
      note(this.similar, bare(name), id);
      if (code) this.codes.set(code.replace(/\D/g, ''), id);
    }
  }

  find(written: string): Pick<CellReading, 'cellId' | 'found'> {
    const name = tidy(written);
    const exact = this.exact.get(fold(name));
    if (exact) return { cellId: exact, found: 'exact' };
    const known = this.remembered.get(cellKey(name));
    if (known) return { cellId: known, found: 'remembered' };
    const coded = this.byCode(name);
    if (coded) return { cellId: coded, found: 'code' };
    const similar = this.similar.get(bare(name));
    return similar ? { cellId: similar, found: 'similar' } : { cellId: null, found: null };
  }

  nameOf(id: string): string {
    return this.names.get(id) ?? '–';
  }

  byCode(code: string): string | null {
    const figures = code.replace(/\D/g, '');
    return figures.length === 14 ? (this.codes.get(figures) ?? null) : null;
  }
}

function note(names: Map<string, string | null>, key: string, id: string): void {
  names.set(key, names.has(key) && names.get(key) !== id ? null : id);
}
