import type { Alignment, Border, Cell, CellValue as ExcelValue, Workbook, Worksheet } from 'exceljs';
import type { Caption, CellValue, Column, Section, Table, TableRow } from '../document.js';
import { toPoints } from '../layout-profile.js';
import type { LayoutProfile, PageLayout, TextStyle } from '../layout-profile.types.js';
import { breakLines } from '../pdf/line-breaker.js';
import { cellsOf, cellText, isTotal, placeHead } from '../table-grid.js';
import { faceOf, type MeasureText } from '../typeface.js';
import { formatRateBare } from '../vietnamese-format.js';
import { withoutControls } from '../../../platform/text/without-controls.js';
import { assertRate, ratioColumns, sumFormula, type SheetRowOf } from './formulas.js';

/** A table with what stands above it and the paper on which it is printed. */
export interface TableOnPage {
  table: Table;
  caption: Caption | undefined;
  orientation: Section['orientation'];
}

/** All that the parts of one sheet share. Rows and columns of a sheet count from 1. */
interface Sheet {
  worksheet: Worksheet;
  table: Table;
  profile: LayoutProfile;
  measure: MeasureText;
  /** Widths of the columns, points. */
  widths: number[];
}

const MILLIMETRES_PER_INCH = 25.4;
/** Excel counts widths in digits of its default face (7 pixels at 96 dpi) beside 5 pixels of margin. */
const PIXELS_PER_POINT = 96 / 72;
const DIGIT_PIXELS = 7;
const MARGIN_PIXELS = 5;
const A4 = 9;
/** A longer text is wrapped. */
const WIDEST_COLUMN = 100;

/** Adds the sheet of one table: caption, head (frozen and repeated in print), rows, note. */
export function addTableSheet(
  workbook: Workbook,
  name: string,
  placed: TableOnPage,
  profile: LayoutProfile,
  measure: MeasureText,
): void {
  const { table, caption, orientation } = placed;
  const worksheet = workbook.addWorksheet(name);
  const widths = table.columns.map((column, index) => columnWidth(table, column, index, profile, measure));
  const sheet: Sheet = { worksheet, table, profile, measure, widths };
  widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = (width * PIXELS_PER_POINT - MARGIN_PIXELS) / DIGIT_PIXELS;
  });
  const headTop = writeCaption(sheet, caption) + 1;
  const bodyTop = writeHead(sheet, headTop);
  table.rows.forEach((row, index) => writeRow(sheet, row, bodyTop + index, (other) => bodyTop + other));
  if (table.note !== undefined) writeAcross(sheet, bodyTop + table.rows.length, table.note, profile.table.note, 'left');
  worksheet.views = [{ state: 'frozen', ySplit: bodyTop - 1, xSplit: 0 }];
  setUpPrinting(worksheet, profile, orientation, `${headTop}:${bodyTop - 1}`);
}

function setUpPrinting(
  worksheet: Worksheet,
  profile: LayoutProfile,
  orientation: Section['orientation'],
  head: string,
): void {
  const page = profile.page[orientation];
  worksheet.pageSetup = {
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: marginsOf(page, profile.pageNumber.fromTop),
    printTitlesRow: head,
  };
  const number = `&C&"${profile.typeface},Regular"&${profile.pageNumber.text.size}&P`;
  worksheet.headerFooter = { differentFirst: profile.pageNumber.fromPage > 1, oddHeader: number };
}

function marginsOf({ top, bottom, left, right }: PageLayout, header: number): Worksheet['pageSetup']['margins'] {
  const inches = (length: number): number => Math.round((length / MILLIMETRES_PER_INCH) * 1000) / 1000;
  return {
    top: inches(top),
    bottom: inches(bottom),
    left: inches(left),
    right: inches(right),
    header: inches(header),
    footer: inches(header),
  };
}

/** As wide as on paper, or wider where a name needs it: a sheet is read on a screen first. */
function columnWidth(
  table: Table,
  column: Column,
  index: number,
  { table: layout }: LayoutProfile,
  measure: MeasureText,
): number {
  const { paddingHorizontal } = layout;
  const style = table.rowHeight === undefined ? layout.text : layout.penText;
  const texts = table.rows.map((row) =>
    measure(cellText(row.cells[index] ?? null, column), faceOf({ bold: true }), style.size),
  );
  const longest = texts.reduce((widest, width) => Math.max(widest, width), 0) + 2 * paddingHorizontal;
  return Math.max(toPoints(column.width), Math.min(longest, toPoints(WIDEST_COLUMN)));
}

/** Answers the last row written, 0 without a caption. */
function writeCaption(sheet: Sheet, caption: Caption | undefined): number {
  if (!caption) return 0;
  const layout = sheet.profile.caption;
  const lines: [string | undefined, TextStyle][] = [
    [caption.title, layout.title],
    [caption.subtitle, layout.subtitle],
    [caption.source, layout.source],
  ];
  const given = lines.flatMap(([text, style]) => (text === undefined ? [] : [{ text, style }]));
  given.forEach(({ text, style }, index) => writeAcross(sheet, index + 1, text, style, 'center'));
  return given.length;
}

/** A text over all columns. */
function writeAcross(sheet: Sheet, row: number, text: string, style: TextStyle, horizontal: 'left' | 'center'): void {
  const { worksheet, table, widths } = sheet;
  worksheet.mergeCells(row, 1, row, table.columns.length);
  const cell = worksheet.getCell(row, 1);
  cell.value = withoutControls(text);
  cell.numFmt = '@';
  dress(sheet, cell, style, { horizontal, vertical: 'middle', wrapText: true });
  worksheet.getRow(row).height = heightOf(
    sheet,
    text,
    style,
    widths.reduce((sum, width) => sum + width, 0),
  );
}

/** Answers the first row under the head. */
function writeHead(sheet: Sheet, top: number): number {
  const { worksheet, table, profile, widths } = sheet;
  const heights = table.head.map(() => 0);
  for (const { cell, row, column, colspan, rowspan } of placeHead(table)) {
    const style = cell.style === 'italic' ? profile.table.headFormula : profile.table.head;
    const [first, last] = [top + row, top + row + rowspan - 1];
    if (colspan * rowspan > 1) worksheet.mergeCells(first, column + 1, last, column + colspan);
    const target = worksheet.getCell(first, column + 1);
    target.value = withoutControls(cell.text);
    target.numFmt = '@';
    const width = widths.slice(column, column + colspan).reduce((sum, value) => sum + value, 0);
    const height = heightOf(sheet, cell.text, style, width) / rowspan;
    for (let r = row; r < row + rowspan; r += 1) heights[r] = Math.max(heights[r] ?? 0, height);
    for (let r = first; r <= last; r += 1) {
      for (let c = column + 1; c <= column + colspan; c += 1) {
        dress(
          sheet,
          worksheet.getCell(r, c),
          style,
          { horizontal: 'center', vertical: 'middle', wrapText: true },
          true,
        );
      }
    }
  }
  heights.forEach((height, index) => {
    worksheet.getRow(top + index).height = height;
  });
  return top + table.head.length;
}

function writeRow(sheet: Sheet, row: TableRow, number: number, sheetRow: SheetRowOf): void {
  const { worksheet, table, profile, widths } = sheet;
  const plain = table.rowHeight === undefined ? profile.table.text : profile.table.penText;
  const style = isTotal(row) ? { ...plain, bold: true } : plain;
  let height = toPoints(table.rowHeight ?? 0);
  cellsOf(table, row).forEach(({ column, value }, index) => {
    const cell = worksheet.getCell(number, index + 1);
    cell.value = excelValue(sheet, { row, column, value, index, number, sheetRow });
    cell.numFmt = numberFormat(column, value);
    dress(
      sheet,
      cell,
      style,
      { horizontal: column.align, vertical: 'middle', wrapText: typeof value === 'string' },
      true,
    );
    height = Math.max(height, heightOf(sheet, cellText(value, column), style, widths[index] ?? 0));
  });
  worksheet.getRow(number).height = height;
}

interface CellPlace {
  row: TableRow;
  column: Column;
  value: CellValue;
  index: number;
  number: number;
  sheetRow: SheetRowOf;
}

/** True numbers, formulas with the printed value as their result, and text that stays text. */
function excelValue(
  { table, worksheet }: Sheet,
  { row, column, value, index, number, sheetRow }: CellPlace,
): ExcelValue {
  const rateOf = table.rateOf?.[column.key];
  if (rateOf && typeof value !== 'string') {
    const ratio = ratioColumns(table, rateOf);
    assertRate(table, row, index, ratio);
    const [numerator, denominator] = ratio.map((position) => `${worksheet.getColumn(position + 1).letter}${number}`);
    const formula = `IF(${denominator}=0,"${formatRateBare(null)}",${numerator}/${denominator})`;
    return { formula, result: value ?? formatRateBare(null) };
  }
  if (row.sums && column.format === 'integer' && typeof value === 'number') {
    return { formula: sumFormula(table, row, index, worksheet.getColumn(index + 1).letter, sheetRow), result: value };
  }
  if (value === null && column.format === 'rate') return formatRateBare(null);
  if (typeof value !== 'string') return value;
  return value === '' ? null : withoutControls(value);
}

function numberFormat(column: Column, value: CellValue): string {
  if (column.format === 'rate') return '0.00%';
  if (column.format === 'integer') return '#,##0';
  return typeof value === 'number' ? 'General' : '@';
}

function dress({ profile }: Sheet, cell: Cell, style: TextStyle, alignment: Partial<Alignment>, isRuled = false): void {
  const line: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
  cell.font = { name: profile.typeface, size: style.size, bold: style.bold, italic: style.italic, family: 1 };
  cell.alignment = alignment;
  if (isRuled) cell.border = { top: line, bottom: line, left: line, right: line };
}

function heightOf({ profile, measure }: Sheet, text: string, style: TextStyle, width: number): number {
  const { paddingHorizontal, paddingVertical } = profile.table;
  const available = Math.max(width - 2 * paddingHorizontal, style.size);
  const lines = breakLines([{ ...style, text }], measure, { size: style.size, width: available });
  return Math.max(lines.length, 1) * style.pitch + 2 * paddingVertical;
}
