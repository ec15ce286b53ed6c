import { cellText, writeList } from '../platform/spreadsheet/write-list.js';
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

/** Text cells throughout, so that nothing that somebody typed can be a formula. */
export const trailAsXlsx = (entries: readonly TrailEntryDto[], author: string, at: Date): Promise<Buffer> =>
  writeList({
    ...{ title: 'Nhật ký', author, at },
    sheets: [
      {
        name: 'Nhật ký',
        columns: columns.map(([head, width], place) => ({ head, width, kind: place === 0 ? 'integer' : 'text' })),
        rows: entries.map((entry) => ({ values: columns.map(([, , text]) => text(entry)) })),
      },
    ],
  });

/** RFC 4180 with a byte order mark, so that Excel reads Vietnamese; a cell that could be a formula begins with an apostrophe. */
export function trailAsCsv(entries: readonly TrailEntryDto[]): Buffer {
  const rows = [columns.map(([head]) => head), ...entries.map((entry) => columns.map(([, , text]) => text(entry)))];
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`, 'utf8');
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = cellText(value);
  const harmless = /^\s*[=+\-@]|^\s/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
