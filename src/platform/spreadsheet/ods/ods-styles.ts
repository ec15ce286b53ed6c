import { firstFamily } from '../markup/css-fonts.ts';
import { tooMuch } from '../refused.ts';
import type { Attributes } from '../xml.ts';

interface OdsStyle {
  parent: string | null;
  fontName: string | null;
  isHidden: boolean;
}

const most = 70_000;
const longestAncestry = 32;

/** The styles of an OpenDocument file as far as typefaces and hidden sheets go, from both of its parts. */
export class OdsStyles {
  /** By family and name: `table-cell/ce1`. */
  private readonly styles = new Map<string, OdsStyle>();
  private readonly faces = new Map<string, string>();
  private current: OdsStyle | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'font-face') this.faces.set(attributes['name'] ?? '', family(attributes['font-family']) ?? '');
    else if (name === 'style')
      this.add(`${attributes['family']}/${attributes['name']}`, attributes['parent-style-name']);
    else if (name === 'default-style') this.add(`${attributes['family']}/`, undefined);
    else if (name === 'text-properties' && this.current) {
      const own = family(attributes['font-family']) ?? this.faces.get(attributes['font-name'] ?? '');
      this.current.fontName = own ?? attributes['font-name'] ?? null;
    } else if (name === 'table-properties' && this.current) this.current.isHidden = attributes['display'] === 'false';
  }

  close(name: string): void {
    if (name === 'style' || name === 'default-style') this.current = null;
  }

  isHidden(table: string | undefined): boolean {
    return this.styles.get(`table/${table}`)?.isHidden ?? false;
  }

  fontName(family: 'table-cell' | 'text', style: string | undefined): string | null {
    let found = this.styles.get(`${family}/${style}`);
    for (let step = 0; found && step < longestAncestry; step += 1) {
      if (found.fontName !== null) return found.fontName;
      found = found.parent === null ? undefined : this.styles.get(`${family}/${found.parent}`);
    }
    return this.styles.get(`${family}/`)?.fontName ?? null;
  }

  private add(key: string, parent: string | undefined): void {
    this.current = { parent: parent ?? null, fontName: null, isHidden: false };
    this.styles.set(key, this.current);
    if (this.styles.size > most || this.faces.size > most) throw tooMuch('styles');
  }
}

const family = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : (firstFamily(`font-family:${name}`) ?? undefined);
