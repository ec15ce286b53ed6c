import type {
  Block,
  Caption,
  Letterhead,
  PaperDocument,
  Paragraph,
  SignatureBlock,
  Table,
  TableRow,
} from '../../../src/reports/document/document.js';

export const letterhead: Letterhead = {
  type: 'letterhead',
  superiorBody: 'Đảng bộ quận Long Biên',
  issuingBody: 'Đảng ủy phường Sài Đồng',
  number: 'Số 05-BC/ĐU',
  placeAndDate: 'Sài Đồng, ngày 18 tháng 01 năm 2021',
};

export const draftLetterhead: Letterhead = {
  ...letterhead,
  number: 'Số        -BC/ĐU',
  placeAndDate: 'Sài Đồng, ngày        tháng 01 năm 2021',
  draftMark: 'Dự thảo lần 1',
};

export const signature: SignatureBlock = {
  type: 'signature',
  recipients: [
    'Quận ủy Long Biên (để báo cáo)',
    'Các đồng chí Đảng ủy viên',
    'Các chi bộ trực thuộc',
    'Lưu Văn phòng Đảng ủy',
  ],
  power: 'T/M ĐẢNG ỦY',
  post: 'BÍ THƯ',
  signer: 'Đặng Đức Cường',
};

export const paragraph = (text: string): Paragraph => ({ type: 'paragraph', runs: [{ text }] });

export const SENTENCE =
  'Qua học tập, đảng viên nắm vững những nội dung cơ bản của Nghị quyết, từ đó nâng cao nhận thức, cùng Đảng bộ và Nhân dân phường thực hiện tốt nhiệm vụ công tác đảng, phát triển kinh tế - xã hội. ';

export const reportBlocks: Block[] = [
  {
    type: 'title',
    documentType: 'Báo cáo',
    subject:
      'kết quả học tập, quán triệt Nghị quyết Đại hội đại biểu\nĐảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025',
  },
  paragraph(
    'Thực hiện Kế hoạch số 09-KH/QU, ngày 26/11/2020 của Quận ủy Long Biên, Đảng ủy phường Sài Đồng báo cáo kết quả học tập, quán triệt Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025 như sau:',
  ),
  { type: 'heading', level: 1, text: 'I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO' },
  paragraph(
    'Đảng ủy đã ban hành Kế hoạch số 21-KH/ĐU, ngày 08/01/2021 về tổ chức học tập, quán triệt Nghị quyết; Thông báo số 34-TB/ĐU, ngày 11/01/2021 về việc triệu tập đảng viên; phân công các đồng chí trong Ban Chấp hành phụ trách từng lớp.',
  ),
  paragraph(
    'Các đồng chí Đặng Đức Cường, Bí thư Đảng ủy; Lê Thị Hiền, Phó Bí thư Thường trực Đảng ủy, Chủ tịch Hội đồng nhân dân phường; Vũ Tiến Hưng, Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân phường dự và chỉ đạo.',
  ),
  { type: 'heading', level: 1, text: 'II- KẾT QUẢ' },
  { type: 'heading', level: 2, text: '1. Tổ chức học tập' },
  paragraph(
    '- Số lớp: 2\u00a0lớp, trong ngày\u00a016/01/2021, tại Hội trường Trung đoàn\u00a0280. Lớp\u00a01 (buổi sáng, từ\u00a08h00) gồm các Chi\u00a0bộ\u00a01, 2, 5, 7, 8, 11, 12, 13, 14, 15; Lớp\u00a02 (buổi chiều, từ\u00a014h00) gồm Chi\u00a0bộ Công an, khối các Trường học và các Chi\u00a0bộ\u00a016, 17, 18, 19, 20, 22.',
  ),
  paragraph(
    '- Hình thức: nghe qua ghi hình đồng chí Vương Đình Huệ, Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội quán triệt Nghị quyết, trình chiếu tại hội nghị.',
  ),
  paragraph(
    '- Đảng viên: tổng số 930\u00a0đồng\u00a0chí; được miễn công tác và sinh hoạt, không dự 52\u00a0đồng\u00a0chí; tạm chuyển đi 12\u00a0đồng\u00a0chí; được triệu tập 866\u00a0đồng\u00a0chí (chính thức 841, dự bị 25).',
  ),
  {
    type: 'paragraph',
    runs: [
      { text: '- Tham gia: ' },
      { text: '832/866\u00a0đồng\u00a0chí, đạt 96,07\u00a0%', bold: true },
      {
        text: ' trên số được triệu tập (chính thức 807/841, dự bị 25/25). Lớp\u00a01: 412/428, đạt 96,26\u00a0%; Lớp\u00a02: 420/438, đạt 95,89\u00a0%.',
      },
    ],
  },
  paragraph(
    '- Vắng mặt: 34\u00a0đồng\u00a0chí, trong đó có lý do 24\u00a0đồng\u00a0chí, không có lý do 10\u00a0đồng\u00a0chí; sẽ học bù ngày\u00a023/01/2021.',
  ),
  { type: 'heading', level: 1, text: 'III- ĐÁNH GIÁ' },
  paragraph(
    `${SENTENCE}Hạn chế: còn 10\u00a0đồng\u00a0chí vắng không có lý do, tập trung ở Chi\u00a0bộ\u00a018 (4\u00a0đồng\u00a0chí).`,
  ),
  { type: 'heading', level: 1, text: 'IV- NHIỆM VỤ THỜI GIAN TỚI' },
  paragraph(
    'Tổ chức học bù cho 34\u00a0đồng\u00a0chí vào ngày\u00a023/01/2021; thu đủ bài thu hoạch trước ngày\u00a031/01/2021; các chi bộ xây dựng kế hoạch thực hiện trong quý I năm\u00a02021.',
  ),
  paragraph('(Kèm theo Biểu tổng hợp kết quả theo chi bộ).'),
];

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

export const samplePaper: PaperDocument = {
  title: 'Báo cáo số 05-BC/ĐU',
  report: 'result-report',
  author: 'Văn phòng Đảng ủy phường Sài Đồng',
  createdAt: new Date('2021-01-18T09:30:00Z'),
  sections: [
    { orientation: 'portrait', blocks: [letterhead, ...reportBlocks, signature] },
    { orientation: 'landscape', blocks: [appendixCaption, appendixTable] },
  ],
};

/** A paper of one portrait section. */
export const paperOf = (...blocks: Block[]): PaperDocument => ({
  ...samplePaper,
  sections: [{ orientation: 'portrait', blocks }],
});
