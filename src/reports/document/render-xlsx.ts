import ExcelJS from 'exceljs';
import type { Caption, PaperDocument } from './document.js';
import type { LayoutProfile } from './layout-profile.types.js';
import { standaloneMeasure } from './typeface.js';
import { addTableSheet, type TableOnPage } from './xlsx/table-sheet.js';
import { withoutControls } from '../../platform/text/without-controls.js';
import { setZipTimes } from './zip-times.js';

/** A document without tables has nothing to say in Excel. */
export class NoTableError extends Error {
  readonly code = 'document.no-table';

  constructor(doc: PaperDocument) {
    super(`"${doc.title}" has no table for a spreadsheet`);
  }
}

/**
 * The document's tables for Excel, one sheet each: true numbers, totals and rates as formulas whose stored results are
 * the printed values. The same document gives the same bytes. Throws a NoTableError, or a TableShapeError where a total
 * or rate is not what its cells give.
 */
export async function renderXlsx(doc: PaperDocument, profile: LayoutProfile): Promise<Buffer> {
  const tables = tablesOf(doc);
  if (tables.length === 0) throw new NoTableError(doc);
  const workbook = new ExcelJS.Workbook();
  workbook.title = withoutControls(doc.title);
  workbook.subject = doc.report;
  workbook.creator = withoutControls(doc.author ?? '');
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = doc.createdAt;
  workbook.modified = doc.createdAt;
  const measure = standaloneMeasure();
  const names = sheetNames(tables.map(({ table }) => table.name));
  tables.forEach((placed, index) => addTableSheet(workbook, names[index] ?? '', placed, profile, measure));
  return setZipTimes(Buffer.from(await workbook.xlsx.writeBuffer()), doc.createdAt);
}

/** Tables with the caption that stands over them. */
function tablesOf(doc: PaperDocument): TableOnPage[] {
  return doc.sections.flatMap(({ blocks, orientation }) => {
    let caption: Caption | undefined;
    return blocks.flatMap((block) => {
      if (block.type === 'caption') caption = block;
      if (block.type !== 'table') return [];
      const placed = { table: block, caption, orientation };
      caption = undefined;
      return [placed];
    });
  });
}

const LONGEST_NAME = 31;

/** Names as Excel allows them: no `* ? : \ / [ ]`, at most 31 characters, no two alike whatever their capitals. */
function sheetNames(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      withoutControls(name)
        .replace(/[*?:\\/[\]]/g, '-')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Biểu';
    let candidate = clean.slice(0, LONGEST_NAME);
    for (let number = 2; taken.has(candidate.toLocaleLowerCase('vi')); number += 1) {
      const suffix = ` (${number})`;
      candidate = clean.slice(0, LONGEST_NAME - suffix.length) + suffix;
    }
    taken.add(candidate.toLocaleLowerCase('vi'));
    return candidate;
  });
}
