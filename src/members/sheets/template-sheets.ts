import type { ListColumn, ListRow, ListSheet } from '../../platform/spreadsheet/write-list.js';
import { type ImportField, nationalExport } from '../import/fields.js';
import { memberStates } from '../import/status-words.js';
import { columnOf } from './national-sheet.js';

const moreFields: ImportField[] = ['sex', 'officialOn', 'exemptFrom', 'office', 'phone'];
const CELLS = 'Chi bộ';

const advice: [field: ImportField, words: string][] = [
  ['fullName', 'Bắt buộc. Chữ hoa hay chữ thường đều được.'],
  ['cardNumber', 'Tám chữ số, giữ số 0 ở đầu.'],
  ['citizenNumber', 'Mười hai chữ số. Có số này thì không nhầm người.'],
  ['birth', 'Ngày/tháng/năm; chỉ biết năm thì ghi năm.'],
  ['admittedOn', 'Ngày vào Đảng. Đảng viên dự bị bắt buộc có.'],
  ['cell', 'Bắt buộc với người mới. Chọn trong danh sách; chi bộ chưa có thì lập ở trang Chi bộ trước.'],
  ['residenceCell', 'Chỉ ghi khi nơi cư trú khác chi bộ đang sinh hoạt và thuộc đảng bộ này.'],
  [
    'status',
    `Một trong: ${[memberStates.active, memberStates.exempt, memberStates.away].join('; ')}. Để trống là đang sinh hoạt.`,
  ],
  ['sex', 'Nam hoặc Nữ.'],
  ['officialOn', 'Ngày công nhận chính thức; đảng viên dự bị để trống.'],
  ['exemptFrom', 'Ngày được miễn công tác và sinh hoạt, nếu có.'],
  ['office', 'Chức vụ trong Đảng: Bí thư, Phó Bí thư, Cấp ủy viên.'],
  ['phone', 'Số điện thoại, giữ số 0 ở đầu.'],
];

const choicesOf = (field: ImportField, cells: number): Pick<ListColumn, 'choices'> => {
  if (field === 'sex') return { choices: ['Nam', 'Nữ'] };
  if (field === 'status') return { choices: [memberStates.active, memberStates.exempt, memberStates.away] };
  if ((field === 'cell' || field === 'residenceCell') && cells > 0)
    return { choices: `='${CELLS}'!$A$2:$A$${cells + 1}` };
  return {};
};

const linesOf = (lines: string[][]): ListRow[] => lines.map((values) => ({ values }));

/** An empty list under heads that an import knows, the committee's cells to choose from, and how it is filled in. */
export function templateSheets(cells: string[]): ListSheet[] {
  const columns = [...nationalExport, ...moreFields].map((field) => ({
    ...columnOf(field),
    ...choicesOf(field, cells.length),
  }));
  return [
    { name: 'Danh sách', columns, rows: [], frozen: 2 },
    {
      name: 'Hướng dẫn',
      columns: [
        { head: 'Cột', width: 28, kind: 'text' },
        { head: 'Cách ghi', width: 90, kind: 'text' },
      ],
      rows: linesOf(advice.map(([field, words]) => [columnOf(field).head, words])),
    },
    { name: CELLS, columns: [{ head: CELLS, width: 50, kind: 'text' }], rows: linesOf(cells.map((name) => [name])) },
  ];
}
