import type { CellCode, ColumnSpan, MergedRange } from '../cell-code.ts';
import { CELL_CHARACTERS, LAST_COLUMN } from '../limits.ts';
import type { PackedTexts } from '../packed-texts.ts';
import { damaged, tooMuch } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { asFormula, isoCode, numberCode } from '../value-code.ts';
import type { Attributes } from '../xml.ts';
import { placeOf, rangeOf } from './cell-place.ts';
import { RichText, unescaped } from './rich-text.ts';

export interface SheetSurroundings {
  texts: PackedTexts;
  isDate: boolean[];
  isFrom1904: boolean;
}

type OpenCell = { column: number; type: string; style: number; isFormula: boolean; value: string };

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Reads the XML of one sheet as it comes; what it holds at a time is one row. */
export class SheetReader {
  private readonly around: SheetSurroundings;
  private readonly sink: SheetSink;
  private readonly hiddenColumns: ColumnSpan[] = [];
  private readonly merges: MergedRange[] = [];
  private readonly rich = new RichText();
  private row = { number: 0, isHidden: false, lastColumn: 0, cells: [] as CellCode[] };
  private cell: OpenCell | null = null;
  private inside: 'v' | 'is' | '' = '';
  private isInData = false;

  constructor(around: SheetSurroundings, sink: SheetSink) {
    this.around = around;
    this.sink = sink;
  }

  open(name: string, attributes: Attributes): void {
    if (this.cell) this.openInCell(name, attributes, this.cell);
    else if (name === 'c' && this.isInData) this.openCell(attributes);
    else if (name === 'row' && this.isInData) this.openRow(attributes);
    else if (name === 'sheetData') this.isInData = true;
    else if (name === 'col') this.addColumns(attributes);
    else if (name === 'mergeCell') this.addMerge(attributes);
  }

  text(text: string): void {
    if (this.inside === 'is') this.rich.write(text);
    else if (this.inside === 'v' && this.cell) {
      this.cell.value += text;
      if (this.cell.value.length > CELL_CHARACTERS) throw tooMuch('text of a cell');
    }
  }

  close(name: string): void {
    if (this.inside === 'is' && name !== 'is') this.rich.close(name);
    else if (name === this.inside) this.inside = '';
    else if (name === 'c' && this.cell) this.closeCell(this.cell);
    else if (name === 'row' && this.isInData) this.sink.row(this.row.number, this.row.isHidden, this.row.cells);
    else if (name === 'sheetData') this.isInData = false;
  }

  end(): void {
    this.sink.endSheet({ hiddenColumns: this.hiddenColumns, merges: this.merges });
  }

  private openRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.row.number + 1 : Number(r);
    if (!Number.isInteger(number)) throw damaged(`row ${r}`);
    this.row = { number, isHidden: isOn(hidden), lastColumn: 0, cells: [] };
  }

  private openCell({ r, t = 'n', s = '0' }: Attributes): void {
    const column = r === undefined ? this.row.lastColumn + 1 : (placeOf(r)?.column ?? 0);
    if (column < 1 || this.row.cells.length >= LAST_COLUMN) throw damaged(`cell ${r} in row ${this.row.number}`);
    this.row.lastColumn = column;
    this.cell = { column, type: t, style: Number(s), isFormula: false, value: '' };
  }

  private openInCell(name: string, attributes: Attributes, cell: OpenCell): void {
    if (this.inside === 'is') this.rich.open(name, attributes);
    else if (name === 'v') this.inside = 'v';
    else if (name === 'f') cell.isFormula = true;
    else if (name === 'is') {
      this.inside = 'is';
      this.rich.start();
    }
  }

  private closeCell(cell: OpenCell): void {
    this.cell = null;
    const code = cell.type === 'inlineStr' ? this.ownText(cell) : this.codeOf(cell);
    if (!code) return;
    this.row.cells.push(cell.isFormula ? asFormula(code) : code);
  }

  private ownText(cell: OpenCell): CellCode | null {
    return this.textCode(cell, { text: this.rich.text(), runs: this.rich.stretches() });
  }

  private textCode(
    { column, style, isFormula }: OpenCell,
    { text, runs }: { text: string; runs?: unknown },
  ): CellCode | null {
    if (text === '' && !isFormula) return null;
    return runs ? [column, 't', text, style, null, runs as CellCode[5]] : [column, 't', text, style];
  }

  private codeOf(cell: OpenCell): CellCode | null {
    const { column, type, style, value, isFormula } = cell;
    if (type === 's' && value !== '') return this.textCode(cell, this.sharedText(value));
    if (type === 'str') return this.textCode(cell, { text: unescaped(value) });
    // Without a value: a cell that only looks like something, or a formula that no program has worked out.
    if (value === '') return isFormula ? [column, '', '', style] : null;
    if (type === 'b') return [column, 'b', isOn(value) ? 'TRUE' : 'FALSE', style];
    if (type === 'e') return [column, 'e', value, style];
    if (type === 'd') return isoCode(column, value, style);
    return this.numberCode(column, value, style);
  }

  private sharedText(index: string): { text: string; runs?: unknown } {
    const found = this.around.texts.at(Number(index));
    if (!found) throw damaged(`no text ${index}`);
    return found;
  }

  private numberCode(column: number, value: string, style: number): CellCode {
    if (!Number.isFinite(Number(value))) throw damaged(`number ${value.slice(0, 40)}`);
    const { isDate, isFrom1904 } = this.around;
    return numberCode(column, value, style, { isDate: isDate[style] ?? false, isFrom1904 });
  }

  private addColumns({ min, max, hidden }: Attributes): void {
    if (!isOn(hidden)) return;
    this.hiddenColumns.push({ from: Number(min), to: Math.min(Number(max), LAST_COLUMN) });
    if (this.hiddenColumns.length > LAST_COLUMN) throw damaged('columns');
  }

  private addMerge({ ref = '' }: Attributes): void {
    const range = rangeOf(ref);
    if (range) this.merges.push(range);
    if (this.merges.length > this.sink.limits.merges) throw tooMuch('merges');
  }
}
