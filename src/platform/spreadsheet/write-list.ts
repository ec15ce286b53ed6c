import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type ExcelJS from 'exceljs';
import { withoutControls } from '../text/without-controls.js';

/** A day is a Date at midnight UTC. */
export type ListValue = string | number | Date | null;

export interface ListColumn {
  head: string;
  /** Of characters, as Excel measures a column. */
  width: number;
  /** All but `integer` keep what is typed into them later on as it is typed: leading zeros, and a year that a column of days would turn into 1905. */
  kind: 'text' | 'day' | 'integer';
  /** What may be chosen: some words, or where they stand, `=Khác!$A$2:$A$9`. */
  choices?: string[] | string;
}

export interface ListRow {
  values: ListValue[];
  /** Columns, from 0, that are to be seen at once. */
  marked?: ReadonlySet<number>;
}

export interface ListSheet {
  name: string;
  columns: ListColumn[];
  rows: Iterable<ListRow> | AsyncIterable<ListRow>;
  /** Columns that stay in sight at the left. */
  frozen?: number;
  isHidden?: boolean;
}

export interface ListBook {
  title: string;
  author: string;
  at: Date;
  sheets: ListSheet[];
}

/** Excel takes no more in one cell. */
const LONGEST = 32_000;
/** Rows below the head in which choices are offered. */
const CHOICES_DOWN_TO = 5001;
const formats = { text: '@', day: 'dd/mm/yyyy', integer: '0', number: 'General' } as const;
const mark = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF8DCD6' } } as const;
const font = { name: 'Times New Roman', size: 12 } as const;
const line = { style: 'thin', color: { argb: 'FFBFB6A6' } } as const;
const border = { top: line, left: line, bottom: line, right: line };
/** Of one line, in points. */
const LINE_HEIGHT = 16.5;
const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFE9DE' } } as const;

/** As it may stand in a cell: what begins with = + - @ is a text like any other, since no formula is ever written. */
export const cellText = (text: string): string => withoutControls(text.toWellFormed()).slice(0, LONGEST).toWellFormed();

/** Lists as an .xlsx, row after row: what is written is packed at once, so that a long list is held nowhere as objects. */
export async function writeList({ title, author, at, sheets }: ListBook): Promise<Buffer> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  // It comes with the first list that is written: a server that writes none should not hold it.
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  Object.assign(book, { title: cellText(title), creator: cellText(author), lastModifiedBy: cellText(author) });
  Object.assign(book, { created: at, modified: at });
  for (const sheet of sheets) await addSheet(book, sheet);
  await book.commit();
  return bytes;
}

async function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, list: ListSheet): Promise<void> {
  const { name, columns, rows, frozen = 0, isHidden = false } = list;
  const sheet = book.addWorksheet(name, {
    state: isHidden ? 'hidden' : 'visible',
    views: [{ state: 'frozen', ySplit: 1, xSplit: frozen }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.columns = columns.map(({ width, kind }) => ({ width, style: { numFmt: formatOf(null, kind) } }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  offerChoices(sheet, columns);
  const head = sheet.addRow(columns.map(({ head: text }) => cellText(text)));
  head.eachCell((cell) => {
    Object.assign(cell, { font: { ...font, bold: true }, fill: headFill, border, numFmt: formats.text });
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  });
  head.height =
    LINE_HEIGHT *
    linesOf(
      columns,
      columns.map(({ head: text }) => text),
    );
  head.commit();
  for await (const row of rows) addRow(sheet, columns, row);
  sheet.commit();
}

function formatOf(value: ListValue, kind: ListColumn['kind']): string {
  if (value instanceof Date) return formats.day;
  if (typeof value === 'number') return Number.isInteger(value) ? formats.integer : formats.number;
  return value === null && kind === 'integer' ? formats.integer : formats.text;
}

function addRow(sheet: ExcelJS.Worksheet, columns: ListColumn[], { values, marked }: ListRow): void {
  const row = sheet.addRow([]);
  columns.forEach(({ kind }, at) => {
    const value = values[at] ?? null;
    const cell = row.getCell(at + 1);
    cell.value = typeof value === 'string' ? cellText(value) : value;
    Object.assign(cell, { font, border, numFmt: formatOf(value, kind) });
    cell.alignment = { vertical: 'top', wrapText: true, horizontal: kind === 'text' ? 'left' : 'center' };
    if (marked?.has(at)) cell.fill = mark;
  });
  row.height = LINE_HEIGHT * linesOf(columns, values);
  row.commit();
}

/** Of the tallest cell: not every program that opens a file makes a row as high as what it holds. */
const linesOf = (columns: readonly ListColumn[], values: readonly ListValue[]): number =>
  Math.max(
    ...columns.map(({ width }, at) => {
      const value = values[at];
      if (typeof value !== 'string') return 1;
      return value.split('\n').reduce((lines, text) => lines + Math.max(1, Math.ceil((text.length * 0.9) / width)), 0);
    }),
  );

/** Of a whole column at once: exceljs has it, its types do not. */
type Validated = ExcelJS.Worksheet & {
  dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
};

/** What Excel offers in a column; another word is still taken, with a question. */
function offerChoices(sheet: ExcelJS.Worksheet, columns: ListColumn[]): void {
  columns.forEach(({ choices }, at) => {
    if (!choices) return;
    const { letter } = sheet.getColumn(at + 1);
    const formula = typeof choices === 'string' ? choices.replace(/^=/, '') : `"${choices.join(',')}"`;
    (sheet as Validated).dataValidations.add(`${letter}2:${letter}${CHOICES_DOWN_TO}`, {
      ...{ type: 'list', allowBlank: true, formulae: [formula], showErrorMessage: true, errorStyle: 'warning' },
      ...{ errorTitle: 'Xem lại', error: 'Từ này không có trong danh sách chọn. Vẫn giữ?' },
    });
  });
}
