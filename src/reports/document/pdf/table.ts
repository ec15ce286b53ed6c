import type { Table, TableRow } from '../document.js';
import type { LayoutProfile } from '../layout-profile.types.js';
import { toPoints } from '../layout-profile.js';
import { cellText, cellsOf, isTotal, placeHead, splitLastWord, TableShapeError } from '../table-grid.js';
import { type Canvas, type Slot } from './canvas.js';
import { keepWidowsAndOrphans, type FlowItem } from './flow.js';
import { drawText, fullWidth, heightOf, itemsOf, setRuns, setText, type SetText } from './text-blocks.js';

/** A column on the paper, points. */
interface Band {
  left: number;
  width: number;
}

/**
 * A ruled table: the head repeated on every page, no row divided, a row of a part's figures never at a page's foot.
 * Throws a TableShapeError where the columns are wider than the text.
 */
export function layTable(canvas: Canvas, table: Table, profile: LayoutProfile): FlowItem[] {
  const bands = bandsOf(canvas, table);
  const head = layHead(canvas, table, bands, profile);
  const rows = table.rows.map((row) => layRow(canvas, table, row, bands, profile, head));
  keepWidowsAndOrphans(rows);
  const note =
    table.note === undefined
      ? []
      : itemsOf(
          canvas,
          setText(canvas, table.note, profile.table.note, fullWidth(canvas, 'left')),
          profile.table.noteGap,
        );
  // Whole, and under at least the last rows: two lines of it alone on a page would say nothing.
  for (const line of note.slice(0, -1)) line.isKeptWithNext = true;
  const last = rows.at(-1);
  if (last) last.isKeptWithNext = note.length > 0;
  return [head, ...rows, ...note];
}

function bandsOf({ area }: Canvas, table: Table): Band[] {
  let left = area.left;
  const bands = table.columns.map((column) => {
    const band = { left, width: toPoints(column.width) };
    left += band.width;
    return band;
  });
  if (left > area.left + area.width + 0.1) {
    const [columns, text] = [left - area.left, area.width].map((points) => (points / toPoints(1)).toFixed(1));
    throw new TableShapeError(table, `columns take ${columns} mm, the text is ${text} mm wide`);
  }
  return bands;
}

function layHead(canvas: Canvas, table: Table, bands: Band[], { table: layout }: LayoutProfile): FlowItem {
  const cells = placeHead(table).map((placed) => {
    const band = joinBands(bands, placed.column, placed.colspan);
    const style = placed.cell.style === 'italic' ? layout.headFormula : layout.head;
    return { ...placed, band, text: setText(canvas, placed.cell.text, style, slotIn(band, 'center', layout)) };
  });
  const heights = headHeights(
    table.head.length,
    cells.map(({ row, rowspan, text }) => ({ row, rowspan, height: cellHeight(text, layout) })),
  );
  const topOf = (row: number): number => heights.slice(0, row).reduce((sum, height) => sum + height, 0);
  const height = topOf(heights.length);
  const draw = (top: number): void => {
    const y = canvas.area.top + top;
    for (const { row, rowspan, band, text } of cells) {
      const cellTop = y + topOf(row);
      const bottom = y + topOf(row + rowspan);
      drawCell(canvas, text, { ...band, top: cellTop, bottom }, layout.rule);
    }
  };
  return { height, spaceBefore: 0, isKeptWithNext: true, isText: false, draw };
}

/** Heights of the head's rows: as high as their cells need; a cell over several rows widens the last of them. */
function headHeights(count: number, cells: { row: number; rowspan: number; height: number }[]): number[] {
  const heights = Array.from({ length: count }, () => 0);
  const bySpan = [...cells].sort((a, b) => a.rowspan - b.rowspan);
  for (const { row, rowspan, height } of bySpan) {
    const last = row + rowspan - 1;
    const others = heights.slice(row, last).reduce((sum, value) => sum + value, 0);
    heights[last] = Math.max(heights[last] ?? 0, height - others);
  }
  return heights;
}

function layRow(
  canvas: Canvas,
  table: Table,
  row: TableRow,
  bands: Band[],
  { table: layout }: LayoutProfile,
  repeatedHead: FlowItem,
): FlowItem {
  const plain = table.rowHeight === undefined ? layout.text : layout.penText;
  const style = isTotal(row) ? { ...plain, bold: true } : plain;
  const cells = cellsOf(table, row).map(({ column, value }, index) => {
    const band = joinBands(bands, index, 1);
    const text = cellText(value, column);
    const runs = table.emphasis?.[column.key] === 'last-word' ? emphasised(text) : [{ text }];
    return { band, text: setRuns(canvas, runs, style, slotIn(band, column.align, layout)) };
  });
  const natural = Math.max(...cells.map(({ text }) => cellHeight(text, layout)));
  const height = Math.max(natural, toPoints(table.rowHeight ?? 0));
  const draw = (top: number): void => {
    const y = canvas.area.top + top;
    for (const { band, text } of cells) drawCell(canvas, text, { ...band, top: y, bottom: y + height }, layout.rule);
  };
  return { height, spaceBefore: 0, isKeptWithNext: row.style === 'subtotal', isText: true, draw, repeatedHead };
}

const emphasised = (text: string): { text: string; bold?: boolean }[] => {
  const [start, last] = splitLastWord(text);
  return [{ text: start }, { text: last, bold: true }];
};

function joinBands(bands: Band[], from: number, count: number): Band {
  const joined = bands.slice(from, from + count);
  return { left: joined[0]?.left ?? 0, width: joined.reduce((sum, { width }) => sum + width, 0) };
}

const slotIn = (band: Band, align: Slot['align'], { paddingHorizontal }: LayoutProfile['table']): Slot => ({
  left: band.left + paddingHorizontal,
  width: band.width - 2 * paddingHorizontal,
  align,
});

const cellHeight = (text: SetText, { paddingVertical, rule }: LayoutProfile['table']): number =>
  Math.max(heightOf(text), text.style.pitch) + 2 * paddingVertical + rule;

/** Border and, in the middle of its height, the text of a cell; points from the paper's edge. */
function drawCell(canvas: Canvas, text: SetText, box: Band & { top: number; bottom: number }, rule: number): void {
  const { left, width, top, bottom } = box;
  canvas.pdf
    .lineWidth(rule)
    .rect(left, top, width, bottom - top)
    .stroke();
  drawText(canvas, text, top + (bottom - top - heightOf(text)) / 2);
}
