import ExcelJS from 'exceljs';
import { withoutControls } from '../platform/text/without-controls.js';
import type { TrailEntryDto } from './audit.dto.js';
import { momentInWords } from './told-value.js';

/** Column by column: head, width in Excel, and what stands there. */
const columns: readonly [head: string, width: number, text: (entry: TrailEntryDto) => string | number][] = [
  ['Mục', 8, ({ seq }) => seq],
  ['Thời điểm (giờ Việt Nam)', 20, ({ at }) => momentInWords(at)],
  ['Người làm', 28, ({ who }) => who ?? 'Chưa đăng nhập'],
  ['Địa chỉ máy', 18, ({ address }) => address],
  ['Việc', 34, ({ what }) => what],
  ['Đối tượng', 40, ({ subject }) => subject.name ?? ''],
  ['Nội dung', 70, contentOf],
  ['Lý do', 30, ({ reason }) => reason ?? ''],
  ['Mã băm', 66, ({ hash }) => hash],
];

/** What was recorded, in one cell. */
export function contentOf({ values }: TrailEntryDto): string {
  const told = values.map(({ label, isErased, isChange, from, to }) => {
    if (isErased) return `${label}: đã xóa theo luật`;
    return isChange ? `${label}: từ “${from}” thành “${to}”` : `${label}: ${to}`;
  });
  return told.join('; ');
}

/** Excel takes no more in one cell. */
const longestCell = 32_000;
/** Without what XML cannot hold, lone surrogates among it. */
const plain = (text: string): string => withoutControls(text.toWellFormed()).slice(0, longestCell).toWellFormed();

/** Text cells throughout, so that nothing that somebody typed can be a formula. */
export async function trailAsXlsx(entries: readonly TrailEntryDto[], author: string, at: Date): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: author, lastModifiedBy: author, created: at, modified: at, title: 'Nhật ký' });
  const sheet = workbook.addWorksheet('Nhật ký', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(([header, width]) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  for (const entry of entries) {
    const texts = columns.map(([, , text]) => text(entry));
    sheet.addRow(texts.map((text) => (typeof text === 'number' ? text : plain(text))));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** RFC 4180 with a byte order mark, so that Excel reads Vietnamese; a cell that could be a formula begins with an apostrophe. */
export function trailAsCsv(entries: readonly TrailEntryDto[]): Buffer {
  const rows = [columns.map(([head]) => head), ...entries.map((entry) => columns.map(([, , text]) => text(entry)))];
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`, 'utf8');
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = plain(value);
  const harmless = /^\s*[=+\-@]|^\s/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
