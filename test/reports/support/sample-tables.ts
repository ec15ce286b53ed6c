import type { Caption, Table, TableRow } from '../../../src/reports/document/document.js';

export const appendixCaption: Caption = {
  type: 'caption',
  title: 'PHỤ LỤC',
  subtitle: 'Biểu tổng hợp kết quả học tập theo chi bộ',
  source: '(Kèm theo Báo cáo số 05-BC/ĐU, ngày 18/01/2021 của Đảng ủy phường Sài Đồng)',
};

/** Members, exempt and absent, away, present, excused, unexcused of invented cells. */
type Figures = [
  name: string,
  total: number,
  exempt: number,
  away: number,
  present: number,
  excused: number,
  unexcused: number,
];

const FIRST_CLASS: Figures[] = [
  ['Chi bộ 1', 46, 3, 0, 42, 1, 0],
  ['Chi bộ 2', 44, 2, 1, 39, 1, 1],
  ['Chi bộ 5', 48, 3, 0, 44, 1, 0],
  ['Chi bộ 7', 39, 2, 0, 36, 1, 0],
  ['Chi bộ 8', 52, 4, 1, 45, 1, 1],
  ['Chi bộ 11', 45, 2, 1, 41, 1, 0],
  ['Chi bộ 12', 49, 3, 1, 43, 1, 1],
  ['Chi bộ 13', 43, 2, 0, 39, 1, 1],
  ['Chi bộ 14', 47, 3, 1, 41, 2, 0],
  ['Chi bộ 15', 47, 3, 0, 42, 1, 1],
];

const SECOND_CLASS: Figures[] = [
  ['Chi bộ Công an', 32, 0, 0, 30, 2, 0],
  ['Chi bộ Trường Mầm non Sài Đồng', 18, 0, 0, 18, 0, 0],
  ['Chi bộ Trường Mầm non Hoa Mai', 15, 0, 0, 15, 0, 0],
  ['Chi bộ Trường Tiểu học Sài Đồng', 27, 0, 0, 26, 1, 0],
  ['Chi bộ Trường THCS Sài Đồng', 29, 0, 1, 28, 0, 0],
  ['=Chi bộ Trường THPT Sài Đồng', 24, 0, 0, 22, 2, 0],
  ['Chi bộ 16', 51, 4, 1, 45, 1, 0],
  ['Chi bộ 17', 56, 4, 1, 49, 2, 0],
  ['Chi bộ 18', 49, 3, 1, 38, 3, 4],
  ['Chi bộ 19', 58, 5, 1, 51, 1, 0],
  ['Chi bộ 20', 55, 4, 1, 49, 0, 1],
  ['Chi bộ 22', 56, 5, 1, 49, 1, 0],
];

function addUp(name: string, cells: Figures[]): Figures {
  const sum = (index: 1 | 2 | 3 | 4 | 5 | 6): number => cells.reduce((total, cell) => total + cell[index], 0);
  return [name, sum(1), sum(2), sum(3), sum(4), sum(5), sum(6)];
}

function rowOf(tt: number | null, [name, total, exempt, away, present, excused, unexcused]: Figures): TableRow {
  const summoned = total - exempt - away;
  const rate = summoned === 0 ? null : present / summoned;
  return {
    cells: [tt, name, total, exempt, away, summoned, present, excused, unexcused, rate, excused + unexcused, ''],
  };
}

const indexes = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

function appendixRows(): TableRow[] {
  const first = FIRST_CLASS.length;
  return [
    { ...rowOf(null, addUp('Toàn đảng bộ', [...FIRST_CLASS, ...SECOND_CLASS])), style: 'total', sums: [1, first + 2] },
    { ...rowOf(null, addUp('Lớp 1, buổi sáng', FIRST_CLASS)), style: 'subtotal', sums: indexes(2, first) },
    ...FIRST_CLASS.map((cell, index) => rowOf(index + 1, cell)),
    {
      ...rowOf(null, addUp('Lớp 2, buổi chiều', SECOND_CLASS)),
      style: 'subtotal',
      sums: indexes(first + 3, SECOND_CLASS.length),
    },
    ...SECOND_CLASS.map((cell, index) => rowOf(first + index + 1, cell)),
  ];
}

const count = (key: string, width: number): Table['columns'][number] => ({
  key,
  width,
  align: 'right',
  format: 'integer',
});

export const appendixTable: Table = {
  type: 'table',
  name: 'Biểu theo chi bộ',
  columns: [
    { key: 'tt', width: 10, align: 'center' },
    { key: 'name', width: 69, align: 'left', format: 'text' },
    count('total', 19),
    count('exempt', 19),
    count('away', 17),
    count('summoned', 19),
    count('present', 19),
    count('excused', 17),
    count('unexcused', 17),
    { key: 'rate', width: 17, align: 'right', format: 'rate' },
    count('makeUp', 17),
    { key: 'remark', width: 17, align: 'left' },
  ],
  head: [
    [
      { text: 'TT', rowspan: 2 },
      { text: 'Tổ chức đảng', rowspan: 2 },
      { text: 'Đảng viên', rowspan: 2 },
      { text: 'Miễn, vắng', rowspan: 2 },
      { text: 'Tạm chuyển', rowspan: 2 },
      { text: 'Được triệu tập', rowspan: 2 },
      { text: 'Tham gia', rowspan: 2 },
      { text: 'Vắng', colspan: 2 },
      { text: 'Tỷ lệ (%)', rowspan: 2 },
      { text: 'Phải học bù', rowspan: 2 },
      { text: 'Ghi chú', rowspan: 2 },
    ],
    [{ text: 'có lý do' }, { text: 'không lý do' }],
    ['', '', '(1)', '(2)', '(3)', '(4)=1-2-3', '(5)', '(6)', '(7)', '(5)/(4)', '(6)+(7)', ''].map((text) => ({
      text,
      style: 'italic' as const,
    })),
  ],
  rows: appendixRows(),
  rateOf: { rate: ['present', 'summoned'] },
  note: 'Được triệu tập = tổng số - miễn không dự - tạm chuyển: 930 - 52 - 12 = 866. Tham gia + vắng có lý do + vắng không lý do = 832 + 24 + 10 = 866, khớp ở cả 22\u00a0chi\u00a0bộ.',
};

const FAMILIES = ['Nguyễn Văn', 'Trần Thị Kim', 'Lê Tuấn', 'Phạm Ngọc', 'Hoàng Thị', 'Đỗ Văn', 'Vũ Đình'];
const GIVEN = ['An', 'Ánh', 'Bích', 'Cường', 'Dũng', 'Đạt', 'Hạnh', 'Khuê', 'Ngữ', 'Yến'];

/** A list to be signed, with as many invented people as asked for. */
export function signSheet(people: number): Table {
  return {
    type: 'table',
    name: 'Danh sách ký tên',
    rowHeight: 11,
    emphasis: { name: 'last-word' },
    columns: [
      { key: 'tt', width: 10, align: 'center' },
      { key: 'name', width: 62, align: 'left' },
      { key: 'born', width: 18, align: 'center' },
      { key: 'office', width: 17, align: 'left' },
      { key: 'sign', width: 58, align: 'left' },
    ],
    head: [['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ', 'Ký tên'].map((text) => ({ text }))],
    rows: indexes(0, people).map((index) => ({
      cells: [
        index + 1,
        `${FAMILIES[index % FAMILIES.length]} ${GIVEN[index % GIVEN.length]}`,
        1938 + (index % 60),
        '',
        '',
      ],
    })),
  };
}
