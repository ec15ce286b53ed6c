import type { Tally } from '../../attendance/tally.types.js';
import type { CellValue, Column, HeadCell, Table, TableRow } from '../document/document.js';
import { formatInteger } from '../document/vietnamese-format.js';
import type { ClassData, SessionReportData } from '../report-data.js';
import { partsOfDay } from '../session-words.js';

const figure = (key: string, width: number): Column => ({ key, width, align: 'right', format: 'integer' });

/** 257 mm in all: the text width of a landscape page. */
const columns: Column[] = [
  { key: 'no', width: 10, align: 'center', format: 'integer' },
  { key: 'name', width: 69, align: 'left', format: 'text' },
  figure('total', 19),
  figure('exempt', 19),
  figure('away', 17),
  figure('summoned', 19),
  figure('present', 19),
  figure('excused', 17),
  figure('unexcused', 17),
  { key: 'rate', width: 17, align: 'right', format: 'rate' },
  figure('owed', 17),
  { key: 'note', width: 17, align: 'left', format: 'text' },
];

const tall = (text: string): HeadCell => ({ text, rowspan: 2 });
const formula = (text: string): HeadCell => ({ text, style: 'italic' });

const head: HeadCell[][] = [
  [
    ...[
      tall('TT'),
      tall('Tổ chức đảng'),
      tall('Đảng viên'),
      tall('Miễn, vắng'),
      tall('Tạm chuyển'),
      tall('Được triệu tập'),
    ],
    ...[tall('Tham gia'), { text: 'Vắng', colspan: 2 }, tall('Tỷ lệ (%)'), tall('Phải học bù'), tall('Ghi chú')],
  ],
  [{ text: 'có lý do' }, { text: 'không lý do' }],
  ['', '', '(1)', '(2)', '(3)', '(4)=1-2-3', '(5)', '(6)', '(7)', '(5)/(4)', '(6)+(7)', ''].map(formula),
];

/** Who is not yet marked has no column of its own: the row says why (4) is more than (5)+(6)+(7). */
function figures(tally: Tally): CellValue[] {
  const { total, exemptAbsent, away, summoned, present, excused, unexcused, unmarked } = tally;
  const rate = summoned === 0 ? null : present / summoned;
  const note = unmarked === 0 ? null : `chưa điểm danh ${formatInteger(unmarked)}`;
  return [total, exemptAbsent, away, summoned, present, excused, unexcused, rate, excused + unexcused, note];
}

/** `Lớp 1, buổi sáng` */
const nameOf = (one: ClassData): string => [one.name, partsOfDay(one)].filter(Boolean).join(', ');

/** One row a cell under its class; totals first, so that nobody leafs. */
export function resultTable(data: SessionReportData, note: string): Table {
  const total: TableRow = { cells: [null, 'Toàn đảng bộ', ...figures(data.tally)], style: 'total', sums: [] };
  const rows = [total];
  let number = 0;
  for (const one of data.classes) {
    const at = rows.length;
    const sums = one.cells.map((_, index) => at + 1 + index);
    total.sums?.push(at);
    rows.push({ cells: [null, nameOf(one), ...figures(one.tally)], style: 'subtotal', sums });
    for (const { name, tally } of one.cells)
      rows.push({ cells: [(number += 1), name, ...figures(tally)], style: 'normal' });
  }
  return { type: 'table', name: 'Biểu tổng hợp', columns, head, rows, rateOf: { rate: ['present', 'summoned'] }, note };
}
