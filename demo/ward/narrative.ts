import type { SessionNarrative } from '../../src/reports/report-data.js';
import { figuresOf } from './figures.js';
import type { DemoCell } from './ward.types.js';

const matter = 'Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025';

/** What the office wrote for its report. Its figures are drawn from the cells', so that text and table agree. */
export function narrativeOf(cells: readonly DemoCell[]): SessionNarrative {
  const rows = cells.map(({ key, name }) => ({ name, ...figuresOf(key) }));
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const absent = sum((row) => row.excused + row.unexcused);
  const worst = rows.reduce((one, other) => (other.unexcused > one.unexcused ? other : one));
  return {
    leadership,
    content: content.join('\n'),
    writeUps: `Đến ngày 18/01/2021, Đảng ủy đã nhận 318/${sum((row) => row.present)} bài thu hoạch; hạn nộp 31/01/2021.`,
    publicity: 'Đã đăng tin trên Cổng thông tin điện tử của phường và phát trên hệ thống truyền thanh.',
    actionPlan:
      'Đảng ủy giao Văn phòng Đảng ủy tham mưu kế hoạch thực hiện Nghị quyết, ban hành trong quý I năm 2021, làm cơ sở để các chi bộ xây dựng kế hoạch của mình.',
    strengths,
    shortcomings:
      `Còn ${sum((row) => row.unexcused)} đồng chí vắng mặt không có lý do, ` +
      `tập trung ở ${worst.name} (${worst.unexcused} đồng chí).`,
    tasks:
      'Thu đủ bài thu hoạch trước ngày 31/01/2021; các chi bộ xây dựng kế hoạch thực hiện Nghị quyết trong quý I năm 2021 và đưa vào nội dung sinh hoạt chi bộ.',
    makeUp: `Tổ chức học bù cho ${absent} đồng chí vắng mặt vào ngày 23/01/2021.`,
  };
}

const leadership =
  'Đảng ủy đã ban hành Kế hoạch số 21-KH/ĐU, ngày 08/01/2021 về tổ chức học tập, quán triệt Nghị quyết; ' +
  'Thông báo số 34-TB/ĐU, ngày 11/01/2021 về việc triệu tập đảng viên; ' +
  'phân công các đồng chí trong Ban Chấp hành phụ trách từng lớp.';

/** Every statement of the article about what was taught, in its order. */
const content = [
  `Đảng viên đã nghe đồng chí Bí thư Thành ủy truyền đạt các nội dung cơ bản của ${matter}. ` +
    'Văn kiện Đại hội đại biểu lần thứ XVII Đảng bộ Thành phố được chuẩn bị công phu, khoa học, ' +
    'thực sự là kết tinh trí tuệ của toàn Đảng bộ Thành phố.',
  'Tư tưởng cốt lõi của Nghị quyết được thể hiện trong chủ đề Đại hội: “Gương mẫu xây dựng Đảng bộ và hệ thống chính trị ' +
    'trong sạch, vững mạnh; khơi dậy ý chí, phát huy truyền thống ngàn năm văn hiến, anh hùng, sức mạnh đại đoàn kết toàn dân; ' +
    'đẩy mạnh đổi mới sáng tạo và hội nhập quốc tế; xây dựng Thủ đô ngày càng giàu đẹp, văn minh, hiện đại”. ' +
    'Chủ đề đã thể hiện quyết tâm chính trị, ý chí, khát vọng của Đảng bộ và Nhân dân Thành phố xây dựng Thủ đô ' +
    'ngày càng giàu đẹp, văn minh.',
  'Đồng chí đã làm rõ những kết quả đạt được, hạn chế, tồn tại và 5 bài học kinh nghiệm trong thực hiện Nghị quyết Đại hội ' +
    'lần thứ XVI, nhiệm kỳ 2015-2020 của Đảng bộ Thành phố; đặc biệt là phân tích kỹ về mục tiêu, nhiệm vụ tổng quát ' +
    'đến năm 2025, định hướng đến năm 2030 và tầm nhìn phát triển Thủ đô đến năm 2045; 20 chỉ tiêu chủ yếu đến năm 2025; ' +
    '5 định hướng lớn và nhiệm vụ trọng tâm; 3 khâu đột phá; 14 nhóm nhiệm vụ, giải pháp chủ yếu được đề ra tại Nghị quyết ' +
    'Đại hội lần thứ XVII Đảng bộ Thành phố.',
];

const strengths =
  'Qua học tập, quán triệt, đảng viên của Đảng bộ phường Sài Đồng nắm vững những nội dung cơ bản của Nghị quyết, từ đó ' +
  'nâng cao nhận thức, cùng với Đảng bộ và Nhân dân toàn phường thực hiện tốt nhiệm vụ công tác đảng, phát triển ' +
  `kinh tế - xã hội, góp phần thực hiện thắng lợi ${matter}.`;
