import { readSheets } from '../../../src/platform/spreadsheet/read-sheets.js';
import type { SheetCell } from '../../../src/platform/spreadsheet/sheet-file.js';
import { all, openPackage } from '../../reports/support/read-package.js';

/** One sheet of a workbook, by readers that did not write it. */
export interface ReadSheet {
  name: string;
  rows: (string | number | Date | null)[][];
  formulas: number;
  /** What may be chosen in its columns, as formulas. */
  choices: string[];
}

function valueOf({ result, text, number }: SheetCell): string | number | Date | null {
  if (result === 'empty') return null;
  if (result === 'date') return new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return result === 'number' ? number : text;
}

export async function readXlsx(bytes: Buffer): Promise<ReadSheet[]> {
  const { sheets } = await readSheets(bytes, 'danh-sach.xlsx');
  const part = await openPackage(bytes);
  return Promise.all(
    sheets.map(async (sheet, at) => {
      const rows = [...sheet.rows()];
      const columns = Array.from({ length: sheet.columnCount }, (_, column) => column + 1);
      const xml = await part(`xl/worksheets/sheet${at + 1}.xml`);
      return {
        name: sheet.name,
        rows: rows.map((row) => columns.map((column) => valueOf(row.cell(column)))),
        formulas: rows.flatMap(({ cells }) => cells).filter(({ kind }) => kind === 'formula').length,
        choices: all(xml, 'formula1').map(({ text }) => text),
      };
    }),
  );
}
