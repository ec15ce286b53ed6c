import type { CellCode, ColumnSpan, MergedRange } from '../cell-code.ts';
import { LAST_COLUMN, LAST_ROW } from '../limits.ts';
import { Refused, tooMuch } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { StyleNumbers } from '../style-numbers.ts';
import { asFormula } from '../value-code.ts';
import type { Attributes, XmlReader } from '../xml.ts';
import { OdsStyles } from './ods-styles.ts';
import { OdsText } from './ods-text.ts';
import { odsValue } from './ods-value.ts';

const count = (value: string | undefined, most: number): number =>
  Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), most);

interface Column {
  from: number;
  to: number;
  style: string | undefined;
}

/** The sheets of an OpenDocument file. What is repeated is written out only where it holds something. */
export class OdsContent implements XmlReader {
  readonly passedOver = new Set(['annotation', 'shapes', 'frame', 'custom-shape', 'tracked-changes', 'forms', 'note']);
  private readonly sink: SheetSink;
  private readonly styles: OdsStyles;
  private readonly numbers: StyleNumbers;
  private readonly content: OdsText;
  private columns: Column[] = [];
  private hiddenColumns: ColumnSpan[] = [];
  private merges: MergedRange[] = [];
  private row = {
    number: 0,
    repeated: 1,
    isHidden: false,
    style: undefined as string | undefined,
    column: 0,
    cells: [] as CellCode[],
  };
  private cell: { attributes: Attributes; repeated: number } | null = null;
  private depth = 0;
  private hasComments = false;

  constructor(sink: SheetSink, styles: OdsStyles) {
    this.sink = sink;
    this.styles = styles;
    this.numbers = new StyleNumbers(sink);
    this.content = new OdsText((style) => styles.fontName('text', style));
  }

  pass(name: string): void {
    if (name === 'annotation') this.hasComments = true;
  }

  open(name: string, attributes: Attributes): void {
    if (this.cell) this.content.open(name, attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(attributes);
    else if (name === 'table-row') this.openRow(attributes);
    else if (name === 'table-column') this.openColumns(attributes);
    else if (name === 'table') this.openSheet(attributes);
    else if (name === 'table-source' || name === 'dde-source') throw new Refused('spreadsheet.links');
    else this.styles.open(name, attributes);
  }

  text(text: string): void {
    if (this.cell) this.content.write(text);
  }

  close(name: string): void {
    if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (this.cell) this.content.close(name);
    else if (name === 'table-row') this.closeRow();
    else if (name === 'table') this.closeSheet();
    else this.styles.close(name);
  }

  private openSheet(attributes: Attributes): void {
    this.depth += 1;
    if (this.depth > 1) throw tooMuch('tables within tables');
    this.columns = [];
    this.hiddenColumns = [];
    this.merges = [];
    this.hasComments = false;
    this.row = { ...this.row, number: 0, repeated: 1 };
    this.sink.startSheet(attributes['name'] ?? '', this.styles.isHidden(attributes['style-name']));
  }

  private closeSheet(): void {
    this.depth -= 1;
    if (this.hasComments) this.sink.leftOut.commentedSheets += 1;
    this.sink.endSheet({ hiddenColumns: this.hiddenColumns, merges: this.merges });
  }

  private openColumns(attributes: Attributes): void {
    const from = (this.columns.at(-1)?.to ?? 0) + 1;
    const to = from + count(attributes['number-columns-repeated'], LAST_COLUMN) - 1;
    if (this.columns.push({ from, to, style: attributes['default-cell-style-name'] }) > LAST_COLUMN)
      throw tooMuch('columns');
    if (['collapse', 'filter'].includes(attributes['visibility'] ?? '')) this.hiddenColumns.push({ from, to });
  }

  private openRow(attributes: Attributes): void {
    this.row = {
      number: this.row.number + this.row.repeated,
      repeated: count(attributes['number-rows-repeated'], LAST_ROW),
      isHidden: ['collapse', 'filter'].includes(attributes['visibility'] ?? ''),
      style: attributes['default-cell-style-name'],
      ...{ column: 0, cells: [] },
    };
  }

  private closeRow(): void {
    const { number, repeated, isHidden, cells } = this.row;
    for (let again = 0; cells.length > 0 && again < repeated; again += 1)
      this.sink.row(number + again, isHidden, cells);
  }

  private openCell(attributes: Attributes): void {
    this.content.start();
    this.cell = { attributes, repeated: count(attributes['number-columns-repeated'], LAST_COLUMN) };
  }

  private closeCell(): void {
    if (!this.cell) return;
    const { attributes, repeated } = this.cell;
    this.cell = null;
    const first = this.row.column + 1;
    this.row.column += repeated;
    this.addMerge(attributes, first);
    const value = odsValue(attributes, this.content);
    if (!value) return;
    if (this.row.column > LAST_COLUMN) throw tooMuch('columns');
    for (let column = first; column < first + repeated; column += 1) {
      const [letter, text, runs] = value;
      const style = this.styleNumber(attributes['style-name'], column);
      const code: CellCode = runs ? [column, letter, text, style, null, runs] : [column, letter, text, style];
      this.row.cells.push(attributes['formula'] === undefined ? code : asFormula(code));
    }
  }

  /** A cell without a style has that of its row, else that of its column. */
  private styleNumber(own: string | undefined, column: number): number {
    const style = own ?? this.row.style ?? this.columns.find(({ from, to }) => from <= column && column <= to)?.style;
    return this.numbers.number({ fontName: this.styles.fontName('table-cell', style) });
  }

  private addMerge(attributes: Attributes, left: number): void {
    const columns = count(attributes['number-columns-spanned'], LAST_COLUMN);
    const rows = count(attributes['number-rows-spanned'], LAST_ROW);
    if (columns === 1 && rows === 1) return;
    const top = this.row.number;
    const [bottom, right] = [Math.min(top + rows - 1, LAST_ROW), Math.min(left + columns - 1, LAST_COLUMN)];
    if (this.merges.push({ top, left, bottom, right }) > this.sink.limits.merges) throw tooMuch('merges');
  }
}
