import { deflateRawSync } from 'node:zlib';
import type { CellCode, CellStyle, LeftOut, RowCode, SheetEnd, SheetFormat, ReaderMessage } from './cell-code.ts';
import { CELL_CHARACTERS, LAST_COLUMN, LAST_ROW, type SheetLimits } from './limits.ts';
import { damaged, tooMuch } from './refused.ts';

const batchCharacters = 128 * 1024;
const progressRows = 2000;
/** 16.384 columns of 250 letters. */
const rowCharacters = 4 * 1024 * 1024;
const nameCharacters = 255;
/** Excel itself stops at 65.490 cell formats. */
const mostStyles = 70_000;

/** Takes what the readers find, in the order of sheets and rows, and sends it on in packed batches: no reader holds a sheet. */
export class SheetSink {
  readonly limits: SheetLimits;
  private readonly styles: CellStyle[] = [];
  readonly leftOut: LeftOut = { pictures: 0, charts: 0, commentedSheets: 0, sheets: [] };
  /** From 0 to 1, told by the reader that knows how far it is. */
  done: () => number = () => 0;
  private readonly send: (message: ReaderMessage) => void;
  private pending: string[] = [];
  private pendingCharacters = 0;
  private sheets = 0;
  private cells = 0;
  private keptBytes = 0;
  private rows = 0;
  private lastRow = 0;
  private lastColumn = 0;

  constructor(limits: SheetLimits, send: (message: ReaderMessage) => void) {
    this.limits = limits;
    this.send = send;
  }

  startSheet(name: string, isHidden: boolean): void {
    this.sheets += 1;
    if (this.sheets > this.limits.sheets) throw tooMuch('sheets');
    this.lastRow = 0;
    this.lastColumn = 0;
    this.send({ type: 'sheet', name: name.slice(0, nameCharacters), isHidden });
  }

  /** A sheet that has no cells. */
  leaveOut(name: string): void {
    if (this.leftOut.sheets.push(name.slice(0, nameCharacters)) > this.limits.sheets) throw tooMuch('sheets');
  }

  /** @returns the style's number, from 0 in the order of adding */
  addStyle({ fontName, format }: { fontName?: string | null | undefined; format?: string | undefined }): number {
    const style: CellStyle = {
      ...(typeof fontName === 'string' && { fontName: fontName.slice(0, nameCharacters) }),
      ...(format !== undefined && { format: format.slice(0, nameCharacters) }),
    };
    if (this.styles.length >= mostStyles) throw tooMuch('styles');
    return this.styles.push(style) - 1;
  }

  /** Rows come in rising order; one without cells is not kept. Cells may come in any order. */
  row(number: number, isHidden: boolean, cells: CellCode[]): void {
    if (cells.length === 0) return;
    if (number <= this.lastRow || number > LAST_ROW) throw damaged(`row ${number} after row ${this.lastRow}`);
    this.lastRow = number;
    this.count(cells);
    const code: RowCode = [number, isHidden ? 1 : 0, cells];
    const packed = JSON.stringify(code);
    if (packed.length > rowCharacters) throw tooMuch(`row ${number}`);
    this.pending.push(packed);
    this.pendingCharacters += packed.length;
    if (this.pendingCharacters > batchCharacters) this.flush();
    this.rows += 1;
    if (this.rows % progressRows === 0) this.send({ type: 'progress', done: this.done(), rows: this.rows });
  }

  endSheet(end: SheetEnd): void {
    this.flush();
    if (end.merges.length > this.limits.merges) throw tooMuch('merges');
    this.send({ type: 'sheet-end', rowCount: this.lastRow, columnCount: this.lastColumn, end });
  }

  end(format: SheetFormat): void {
    this.send({ type: 'progress', done: 1, rows: this.rows });
    this.send({ type: 'read', format, styles: this.styles, leftOut: this.leftOut });
  }

  /** Memory outside the heap that a reader takes: it is counted with what is kept of the rows. */
  keep(bytes: number): void {
    this.keptBytes += bytes;
    if (this.keptBytes > this.limits.keptBytes) throw tooMuch('keptBytes');
  }

  private count(cells: CellCode[]): void {
    this.cells += cells.length;
    if (this.cells > this.limits.cells) throw tooMuch('cells');
    let previous = 0;
    let isSorted = true;
    for (const [column, , text] of cells) {
      if (column < 1 || column > LAST_COLUMN) throw damaged(`column ${column}`);
      if (text.length > CELL_CHARACTERS) throw tooMuch('text of a cell');
      if (column <= previous) isSorted = false;
      previous = column;
      if (column > this.lastColumn) this.lastColumn = column;
    }
    if (!isSorted) cells.sort(([one], [other]) => one - other);
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    const bytes = Buffer.from(`[${this.pending.join(',')}]`);
    this.pending = [];
    this.pendingCharacters = 0;
    this.keep(bytes.length);
    this.send({ type: 'rows', bytes: deflateRawSync(bytes, { level: 1 }) });
  }
}
