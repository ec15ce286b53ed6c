import type {
  Block,
  Letterhead,
  PaperDocument,
  Paragraph,
  SignatureBlock,
} from '../../../src/reports/document/document.js';
import { appendixCaption, appendixTable } from './sample-tables.js';

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
