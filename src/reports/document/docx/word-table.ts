import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow as WordRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';
import type { Column, Run, Table, TableRow } from '../document.js';
import type { Gaps } from '../gaps.js';
import type { TableLayout } from '../layout-profile.types.js';
import { cellsOf, cellText, isTotal, placeHead, splitLastWord } from '../table-grid.js';
import { emptyParagraph, millimetres, twips, wordLine, wordParagraph } from './word-text.js';

/** Where a table stands: whether a signature follows closely, and the white under it in points. */
export interface TablePlace {
  isBoundToNext: boolean;
  gaps: Gaps;
}

/** A ruled table whose head is repeated, and the sentence under it or an empty line: tables that touch become one. */
export function wordTable(table: Table, layout: TableLayout, place: TablePlace): FileChild[] {
  const { isBoundToNext, gaps } = place;
  const hasNote = table.note !== undefined;
  const lastRows = table.rows.length - 2;
  const rows = table.rows.map((row, index) => {
    const isBoundBelow = isBoundToNext && index >= lastRows;
    const isNearEdge = index === 0 || index === lastRows || (hasNote && index > lastRows);
    return bodyRow(table, row, layout, isNearEdge || isBoundBelow || row.style === 'subtotal');
  });
  const note = hasNote
    ? [
        wordLine(table.note ?? '', layout.note, {
          align: 'left',
          spaceBefore: layout.noteGap,
          spaceAfter: gaps.after,
          isKeptWithNext: isBoundToNext,
        }),
      ]
    : [emptyParagraph(gaps.after, isBoundToNext)];
  return [ruledTable(table, layout, [...headRows(table, layout), ...rows]), ...note];
}

function ruledTable(table: Table, layout: TableLayout, rows: WordRow[]): WordTable {
  const border = { style: BorderStyle.SINGLE, size: Math.round(layout.rule * 8), color: '000000' };
  const widths = table.columns.map(({ width }) => millimetres(width));
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(layout.paddingVertical),
      bottom: twips(layout.paddingVertical),
      left: twips(layout.paddingHorizontal),
      right: twips(layout.paddingHorizontal),
    },
    rows,
  });
}

function headRows(table: Table, layout: TableLayout): WordRow[] {
  const placed = placeHead(table);
  return table.head.map(
    (_, row) =>
      new WordRow({
        tableHeader: true,
        cantSplit: true,
        children: placed
          .filter((cell) => cell.row === row)
          .map(({ cell, column, colspan, rowspan }) => {
            const style = cell.style === 'italic' ? layout.headFormula : layout.head;
            return wordCell(
              widthOf(table.columns.slice(column, column + colspan)),
              wordLine(cell.text, style, { align: 'center', isKeptWithNext: true }),
              { ...(colspan > 1 ? { columnSpan: colspan } : {}), ...(rowspan > 1 ? { rowSpan: rowspan } : {}) },
            );
          }),
      }),
  );
}

function bodyRow(table: Table, row: TableRow, layout: TableLayout, isKeptWithNext: boolean): WordRow {
  const plain = table.rowHeight === undefined ? layout.text : layout.penText;
  const style = isTotal(row) ? { ...plain, bold: true } : plain;
  return new WordRow({
    cantSplit: true,
    ...(table.rowHeight === undefined
      ? {}
      : { height: { value: millimetres(table.rowHeight), rule: HeightRule.ATLEAST } }),
    children: cellsOf(table, row).map(({ column, value }) => {
      const runs = runsOf(cellText(value, column), table.emphasis?.[column.key] === 'last-word');
      return wordCell(widthOf([column]), wordParagraph(runs, style, { align: column.align, isKeptWithNext }));
    }),
  });
}

function runsOf(text: string, isEmphasised: boolean): Run[] {
  if (!isEmphasised) return [{ text }];
  const [start, last] = splitLastWord(text);
  return [{ text: start }, { text: last, bold: true }];
}

const widthOf = (columns: Column[]): number => columns.reduce((sum, { width }) => sum + millimetres(width), 0);

function wordCell(width: number, child: Paragraph, span: { columnSpan?: number; rowSpan?: number } = {}): TableCell {
  return new TableCell({
    ...span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [child],
  });
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** One undivided row of columns without rules or padding; widths in millimetres. */
export function invisibleTable(columns: { width: number; children: Paragraph[] }[]): WordTable {
  const widths = columns.map(({ width }) => millimetres(width));
  const cells = columns.map(
    ({ children }, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        borders: NO_BORDERS,
        children: children.length === 0 ? [new Paragraph({})] : children,
      }),
  );
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: [new WordRow({ cantSplit: true, children: cells })],
  });
}
