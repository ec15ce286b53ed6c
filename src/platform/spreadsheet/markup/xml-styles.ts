import { numberFormat } from '../number-format.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { StyleNumbers } from '../style-numbers.ts';
import { tooMuch } from '../refused.ts';
import type { Attributes } from '../xml.ts';

interface XmlStyle {
  fontName: string | undefined;
  format: string | undefined;
}

export interface FoundStyle {
  number: number;
  isDate: boolean;
}

const most = 70_000;
const dateNames = new Set([
  'General Date',
  'Long Date',
  'Medium Date',
  'Short Date',
  'Long Time',
  'Medium Time',
  'Short Time',
]);

/** The styles of an XML spreadsheet of 2003, by their ids; one without a typeface has that of its parent. */
export class XmlStyles {
  private readonly styles = new Map<string, XmlStyle>();
  private readonly found = new Map<string, FoundStyle>();
  private readonly numbers: StyleNumbers;
  private current: XmlStyle | null = null;

  constructor(sink: SheetSink) {
    this.numbers = new StyleNumbers(sink);
  }

  /** @returns whether the element belongs to a style */
  open(name: string, { ID = '', Parent = 'Default', FontName, Format }: Attributes): boolean {
    if (name === 'Style') {
      const parent = this.styles.get(Parent) ?? { fontName: undefined, format: undefined };
      this.current = { ...parent };
      this.styles.set(ID, this.current);
      if (this.styles.size > most) throw tooMuch('styles');
    } else if (name === 'Font' && this.current) this.current.fontName = FontName ?? this.current.fontName;
    else if (name === 'NumberFormat' && this.current) this.current.format = Format;
    return this.current !== null;
  }

  close(name: string): boolean {
    const wasInside = this.current !== null;
    if (name === 'Style') this.current = null;
    return wasInside;
  }

  find(id: string): FoundStyle {
    const known = this.found.get(id);
    if (known) return known;
    const { fontName, format } = this.styles.get(id) ??
      this.styles.get('Default') ?? { fontName: undefined, format: undefined };
    const { code, isDate } = numberFormat(164, format ?? 'General');
    const found = {
      number: this.numbers.number({ fontName, format: code }),
      isDate: isDate || dateNames.has(format ?? ''),
    };
    if (this.found.size < most) this.found.set(id, found);
    return found;
  }
}
