import type { CellCode, MergedRange, RowCode } from '../cell-code.ts';
import { CELL_CHARACTERS, LAST_COLUMN, LAST_ROW } from '../limits.ts';
import { tooMuch } from '../refused.ts';

/** Stands for `<br>` until the white space around is gone; no page can contain it. */
export const lineBreak = '\u0000';

/** White space of the page's source is no part of a text; no-break spaces and soft hyphens are letters of old encodings. */
function tidy(text: string): string {
  const broken = text.replace(/[ \t\n\r\f]+/g, ' ').split(lineBreak);
  const lines = broken.map((line) => line.replace(/^ | $/g, ''));
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? '' : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\n');
}

/** One table. Its rows are kept until it ends: a table within it is a sheet of its own and ends earlier. */
export class HtmlTable {
  readonly rows: RowCode[] = [];
  readonly merges: MergedRange[] = [];
  private row = 0;
  private column = 0;
  private isHidden = false;
  private cells: CellCode[] = [];
  private cell: { column: number; texts: string[]; length: number; font: string | null } | null = null;
  /** By column: the last row that a cell from above reaches. */
  private readonly reaches = new Map<number, number>();

  openRow(isHidden: boolean): void {
    this.closeRow();
    this.row += 1;
    this.column = 0;
    this.isHidden = isHidden;
  }

  closeRow(): void {
    if (this.cells.length > 0) this.rows.push([this.row, this.isHidden ? 1 : 0, this.cells]);
    this.cells = [];
  }

  openCell(columns: number, rows: number): void {
    if (this.row === 0) this.openRow(false);
    do this.column += 1;
    while ((this.reaches.get(this.column) ?? 0) >= this.row);
    const left = this.column;
    if (left > LAST_COLUMN) throw tooMuch('columns');
    const right = Math.min(left + columns - 1, LAST_COLUMN);
    const bottom = Math.min(this.row + rows - 1, LAST_ROW);
    if (rows > 1) for (let column = left; column <= right; column += 1) this.reaches.set(column, bottom);
    if (right > left || bottom > this.row) this.merges.push({ top: this.row, left, bottom, right });
    this.column = right;
    this.cell = { column: left, texts: [], length: 0, font: null };
  }

  /** @param font in force; the first letter decides that of the cell */
  write(text: string, font: string | null): void {
    if (!this.cell) return;
    if (this.cell.font === null && /[^ \t\n\r\f\0]/.test(text)) this.cell.font = font;
    this.cell.length += text.length;
    if (this.cell.length > CELL_CHARACTERS) throw tooMuch('text of a cell');
    this.cell.texts.push(text);
  }

  /** @param style number of the style for a typeface */
  closeCell(style: (font: string | null) => number): void {
    if (!this.cell) return;
    const { column, texts, font } = this.cell;
    this.cell = null;
    const text = tidy(texts.join(''));
    if (text !== '') this.cells.push([column, 't', text, style(font)]);
  }
}
