import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';
import { readPaper } from './support/read-paper.js';

let day: ArticleDay;
beforeAll(async () => {
  day = await prepareArticleDay();
});
afterAll(() => day.test.stop());

const resolution = 'Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025';

/**
 * What the article says, in the order in which it says it, in official spelling. Its day, 16/7/2020, is a slip: the plan
 * that it carries out is of 26/11/2020 and it was published on 18/01/2021.
 */
const facts: Record<string, string[]> = {
  'the plan': ['Thực hiện Kế hoạch số 09-KH/QU, ngày 26/11/2020 của Quận ủy Long Biên'],
  'day and hall': ['ngày 16/01/2021, tại Hội trường Trung đoàn 280'],
  'who held it': ['Đảng ủy phường Sài Đồng'],
  'what was studied': [`học tập, quán triệt ${resolution}`],
  'class 1': ['2 lớp', 'Lớp 1 (buổi sáng', 'các Chi bộ 1, 2, 5, 7, 8, 11, 12, 13, 14, 15'],
  'class 2': [
    'Lớp 2 (buổi chiều, từ 14h00) gồm Chi bộ Công an, khối các Trường học và các Chi bộ 16, 17, 18, 19, 20, 22',
  ],
  'who came to direct': [
    'Đặng Đức Cường, Bí thư Đảng ủy phường',
    'Lê Thị Hiền, Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND phường',
    'Vũ Tiến Hưng, Phó Bí thư Đảng ủy, Chủ tịch UBND phường',
  ],
  'who took part': [
    ...['các đồng chí trong Ban Chấp hành Đảng bộ', 'lãnh đạo UBND phường', 'Thường trực UBMTTQ phường'],
    ...['rưởng, phó các ngành, đoàn thể', 'cán bộ, công chức, viên chức, người lao động trong cơ quan phường'],
    'cấp ủy các chi bộ',
  ],
  'the form': [
    'nghe qua ghi hình đồng chí Vương Đình Huệ, Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội quán triệt Nghị quyết, trình chiếu tại hội nghị',
  ],
  'what was taught': [
    `truyền đạt các nội dung cơ bản của ${resolution}`,
    'được chuẩn bị công phu, khoa học, thực sự là kết tinh trí tuệ của toàn Đảng bộ Thành phố',
    '“Gương mẫu xây dựng Đảng bộ và hệ thống chính trị trong sạch, vững mạnh; khơi dậy ý chí, phát huy truyền thống ngàn năm văn hiến, anh hùng, sức mạnh đại đoàn kết toàn dân; đẩy mạnh đổi mới sáng tạo và hội nhập quốc tế; xây dựng Thủ đô ngày càng giàu đẹp, văn minh, hiện đại”',
    'quyết tâm chính trị, ý chí, khát vọng của Đảng bộ và Nhân dân Thành phố xây dựng Thủ đô ngày càng giàu đẹp, văn minh',
    'những kết quả đạt được, hạn chế, tồn tại và 5 bài học kinh nghiệm trong thực hiện Nghị quyết Đại hội lần thứ XVI, nhiệm kỳ 2015-2020',
    'mục tiêu, nhiệm vụ tổng quát đến năm 2025, định hướng đến năm 2030 và tầm nhìn phát triển Thủ đô đến năm 2045',
    ...['20 chỉ tiêu chủ yếu đến năm 2025', '5 định hướng lớn và nhiệm vụ trọng tâm', '3 khâu đột phá'],
    '14 nhóm nhiệm vụ, giải pháp chủ yếu được đề ra tại Nghị quyết Đại hội lần thứ XVII Đảng bộ Thành phố',
  ],
  'what it brought': [
    'đảng viên của Đảng bộ phường Sài Đồng nắm vững những nội dung cơ bản của Nghị quyết, từ đó nâng cao nhận thức, cùng với Đảng bộ và Nhân dân toàn phường thực hiện tốt nhiệm vụ công tác đảng, phát triển kinh tế - xã hội',
    `góp phần thực hiện thắng lợi ${resolution}`,
  ],
};

describe.each([
  ['news-item', 'docx'],
  ['news-item', 'html'],
  ['result-report', 'pdf'],
  ['result-report', 'docx'],
])('the %s as %s', (report, format) => {
  let text: string;
  beforeAll(async () => {
    ({ text } = await readPaper(format, await day.paper(report, format)));
  });

  it.each(Object.entries(facts))('tells %s', (_, sentences) => {
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it('tells how many members there are: exactly in the report, as the article does in the news', () => {
    const words = { 'news-item': 'hơn 900 đảng viên đang sinh hoạt', 'result-report': 'tổng số 930 đồng chí' };
    expect(text).toContain(words[report as keyof typeof words]);
  });

  it('has no gap that nobody filled, no doubled mark, no leftover of the wording file', () => {
    expect(text).not.toMatch(/[{}[\]]|undefined|null|NaN|\.\.| ,| ;|,,|;;|\( | \)/);
  });
});
