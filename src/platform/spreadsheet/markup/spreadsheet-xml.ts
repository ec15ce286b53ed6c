import type { CellCode, ColumnSpan, MergedRange, SheetFormat, TextRun, ValueLetter } from '../cell-code.ts';
import { CELL_CHARACTERS, LAST_COLUMN, LAST_ROW } from '../limits.ts';
import { damaged, tooMuch } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { asFormula, isoCode, numberCode } from '../value-code.ts';
import { type Attributes, readXml, type XmlReader } from '../xml.ts';
import { XmlStyles } from './xml-styles.ts';

const chunkBytes = 64 * 1024;

interface XmlCell {
  column: number;
  across: number;
  down: number;
  style: string;
  isFormula: boolean;
  type: string;
  runs: TextRun[];
  length: number;
}

const count = (value: string | undefined): number => Math.max(0, Number.parseInt(value ?? '', 10) || 0);

/** Excel's XML of 2002 and 2003, which reporting programs still write and name .xls. */
class SpreadsheetXml implements XmlReader {
  private readonly sink: SheetSink;
  private readonly styles: XmlStyles;
  private hiddenColumns: ColumnSpan[] = [];
  private merges: MergedRange[] = [];
  private lastColumn = 0;
  private spanned = 0;
  private row = { number: 0, isHidden: false, lastColumn: 0, cells: [] as CellCode[] };
  private cell: XmlCell | null = null;
  private inside: 'Data' | 'Visible' | '' = '';
  private font: string | null = null;
  private visible = '';
  private isFrom1904 = false;

  constructor(sink: SheetSink) {
    this.sink = sink;
    this.styles = new XmlStyles(sink);
  }

  open(name: string, attributes: Attributes): void {
    if (this.inside === 'Data') this.font = name === 'Font' ? (attributes['Face'] ?? this.font) : this.font;
    else if (this.styles.open(name, attributes)) return;
    else if (name === 'Data' && this.cell) this.openData(this.cell, attributes);
    else if (name === 'Cell') this.openCell(attributes);
    else if (name === 'Row') this.openRow(attributes);
    else if (name === 'Column') this.openColumn(attributes);
    else if (name === 'Worksheet') this.openSheet(attributes);
    else if (name === 'Visible') this.inside = 'Visible';
    else if (name === 'Date1904') this.isFrom1904 = true;
  }

  text(text: string): void {
    if (this.inside === 'Visible') this.visible += text;
    if (this.inside !== 'Data' || !this.cell) return;
    this.cell.length += text.length;
    if (this.cell.length > CELL_CHARACTERS) throw tooMuch('text of a cell');
    this.cell.runs.push({ text, fontName: this.font });
  }

  close(name: string): void {
    if (this.inside === 'Data') {
      if (name === 'Font') this.font = null;
      if (name === 'Data') this.inside = '';
    } else if (this.styles.close(name)) return;
    else if (name === 'Visible') this.inside = '';
    else if (name === 'Cell' && this.cell) this.closeCell(this.cell);
    else if (name === 'Row') this.sink.row(this.row.number, this.row.isHidden, this.row.cells);
    else if (name === 'Worksheet') this.closeSheet();
  }

  private openSheet({ Name = '' }: Attributes): void {
    this.hiddenColumns = [];
    this.merges = [];
    this.lastColumn = 0;
    this.visible = '';
    this.spanned = 0;
    this.row = { number: 0, isHidden: false, lastColumn: 0, cells: [] };
    this.sink.startSheet(Name, false);
  }

  private closeSheet(): void {
    const isHidden = /hidden/i.test(this.visible);
    this.sink.endSheet({ hiddenColumns: this.hiddenColumns, merges: this.merges, ...(isHidden && { isHidden }) });
  }

  private openColumn({ Index, Span, Hidden }: Attributes): void {
    const from = Index === undefined ? this.lastColumn + 1 : count(Index);
    const to = Math.min(from + count(Span), LAST_COLUMN);
    this.lastColumn = to;
    if (Hidden === '1') this.hiddenColumns.push({ from, to });
    if (this.hiddenColumns.length > LAST_COLUMN) throw damaged('columns');
  }

  private openRow({ Index, Span, Hidden }: Attributes): void {
    const number = Index === undefined ? this.row.number + 1 + this.spanned : count(Index);
    // A row with a span stands for the empty ones below it too.
    this.spanned = count(Span);
    this.row = { number, isHidden: Hidden === '1', lastColumn: 0, cells: [] };
  }

  private openCell({ Index, MergeAcross, MergeDown, StyleID = '', Formula }: Attributes): void {
    const column = Index === undefined ? this.row.lastColumn + 1 : count(Index);
    const across = count(MergeAcross);
    if (column < 1 || column > LAST_COLUMN || this.row.cells.length > LAST_COLUMN) throw damaged(`cell ${column}`);
    this.row.lastColumn = column + across;
    const isFormula = Formula !== undefined;
    this.cell = { column, across, down: count(MergeDown), style: StyleID, isFormula, type: '', runs: [], length: 0 };
  }

  private openData(cell: XmlCell, { Type = 'String' }: Attributes): void {
    this.inside = 'Data';
    this.font = null;
    cell.type = Type;
  }

  private closeCell(cell: XmlCell): void {
    this.cell = null;
    const { column, across, down } = cell;
    if (across > 0 || down > 0) this.addMerge(column, across, down);
    const code = this.codeOf(cell);
    if (code) this.row.cells.push(cell.isFormula ? asFormula(code) : code);
  }

  private addMerge(left: number, across: number, down: number): void {
    const top = this.row.number;
    this.merges.push({
      top,
      left,
      bottom: Math.min(top + down, LAST_ROW),
      right: Math.min(left + across, LAST_COLUMN),
    });
    if (this.merges.length > this.sink.limits.merges) throw tooMuch('merges');
  }

  private codeOf({ column, style, type, runs, isFormula }: XmlCell): CellCode | null {
    const text = runs.map((run) => run.text).join('');
    const { number, isDate } = this.styles.find(style);
    if (text === '' && !isFormula) return null;
    const flags: Record<string, [ValueLetter, string]> = {
      Boolean: ['b', text === '1' ? 'TRUE' : 'FALSE'],
      Error: ['e', text],
      '': ['', ''],
    };
    const flag = flags[type];
    if (flag) return [column, flag[0], flag[1], number];
    if (type === 'DateTime') return isoCode(column, text, number);
    if (type === 'Number' && Number.isFinite(Number(text))) {
      return numberCode(column, text, number, { isDate, isFrom1904: this.isFrom1904 });
    }
    return runs.some(({ fontName }) => fontName !== null)
      ? [column, 't', text, number, null, runs]
      : [column, 't', text, number];
  }
}

/** @param bytes as UTF-8 */
export async function readSpreadsheetXml(bytes: Buffer, sink: SheetSink): Promise<SheetFormat> {
  function* chunks(): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      sink.done = () => at / bytes.length;
      yield bytes.subarray(at, at + chunkBytes);
    }
  }
  await readXml(chunks(), new SpreadsheetXml(sink));
  return 'xml';
}
