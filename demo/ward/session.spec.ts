import { describe, expect, it } from 'vitest';
import { generateWard } from './ward.js';

const { session, resolution, classes, cells, groups, committee, attendance } = generateWard();

describe('the session of the demo ward', () => {
  it.each([
    'Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025',
    'được chuẩn bị công phu, khoa học',
    'kết tinh trí tuệ của toàn Đảng bộ Thành phố',
    'Tư tưởng cốt lõi của Nghị quyết được thể hiện trong chủ đề Đại hội',
    '“Gương mẫu xây dựng Đảng bộ và hệ thống chính trị trong sạch, vững mạnh; khơi dậy ý chí, phát huy truyền thống ngàn năm văn hiến, anh hùng, sức mạnh đại đoàn kết toàn dân; đẩy mạnh đổi mới sáng tạo và hội nhập quốc tế; xây dựng Thủ đô ngày càng giàu đẹp, văn minh, hiện đại”',
    'quyết tâm chính trị, ý chí, khát vọng của Đảng bộ và Nhân dân Thành phố',
    'kết quả đạt được, hạn chế, tồn tại',
    '5 bài học kinh nghiệm trong thực hiện Nghị quyết Đại hội lần thứ XVI, nhiệm kỳ 2015-2020',
    'mục tiêu, nhiệm vụ tổng quát đến năm 2025',
    'định hướng đến năm 2030',
    'tầm nhìn phát triển Thủ đô đến năm 2045',
    '20 chỉ tiêu chủ yếu đến năm 2025',
    '5 định hướng lớn và nhiệm vụ trọng tâm',
    '3 khâu đột phá',
    '14 nhóm nhiệm vụ, giải pháp chủ yếu',
  ])('tells what the article says was taught: %s', (statement) => {
    expect(session.narrative.content).toContain(statement);
  });

  it.each([
    'nắm vững những nội dung cơ bản của Nghị quyết',
    'nâng cao nhận thức',
    'cùng với Đảng bộ và Nhân dân toàn phường thực hiện tốt nhiệm vụ công tác đảng',
    'phát triển kinh tế - xã hội',
    'góp phần thực hiện thắng lợi Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII',
  ])('counts among the strengths what the article closes with: %s', (statement) => {
    expect(session.narrative.strengths).toContain(statement);
  });

  it('writes its narrative in full sentences whose figures are those of the roll', () => {
    for (const text of Object.values(session.narrative)) expect(text).toMatch(/[^.]\.$/);
    const absent = attendance.filter(({ outcome }) => outcome !== 'present').length;
    const present = attendance.filter(({ outcome }) => outcome === 'present').length;
    expect(session.narrative.makeUp).toContain(`${absent} đồng chí`);
    expect(session.narrative.writeUps).toContain(`318/${present} bài`);
    expect(session.narrative.shortcomings).toBe(
      'Còn 10 đồng chí vắng mặt không có lý do, tập trung ở Chi bộ 18 (4 đồng chí).',
    );
  });

  it('follows the plan, which follows the resolution; the date in the article would not', () => {
    const planned = session.basis?.issuedOn ?? '';
    expect([resolution.issuedOn, planned, session.heldOn, session.reportedOn]).toEqual(
      [session.reportedOn, session.heldOn, planned, resolution.issuedOn].toSorted(),
    );
    expect(session.basis).toMatchObject({ number: '09-KH/QU', issuer: 'Quận ủy Long Biên', issuedOn: '2020-11-26' });
    expect([session.heldOn, session.articleDate]).toEqual(['2021-01-16', '2020-07-16']);
    expect(session.articleDate < planned).toBe(true);
  });

  it('names the leaders in protocol order with the offices of the article', () => {
    expect(session.delegates.map(({ name, office }) => `${name} - ${office}`)).toEqual([
      'Đặng Đức Cường - Bí thư Đảng ủy phường',
      'Lê Thị Hiền - Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND phường',
      'Vũ Tiến Hưng - Phó Bí thư Đảng ủy, Chủ tịch UBND phường',
    ]);
    expect(committee.signerName).toBe('Đặng Đức Cường');
  });

  it('has 64 other participants; who is counted in a cell is not counted here again', () => {
    expect(session.guests.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(64);
    const uncounted = session.guests.filter(({ count }) => count === null).map(({ category }) => category);
    expect(uncounted).toEqual(['Ban Chấp hành Đảng bộ', 'Cấp ủy các chi bộ']);
  });

  it('is held in two classes, each cell in one, the schools together, all within the seats', () => {
    const named = classes.map(({ cellKeys }) => cellKeys.map((key) => cells.find((cell) => cell.key === key)?.name));
    expect(named[0]).toEqual([1, 2, 5, 7, 8, 11, 12, 13, 14, 15].map((number) => `Chi bộ ${number}`));
    expect([named[1]?.[0], ...(named[1]?.slice(6) ?? [])]).toEqual([
      'Chi bộ Công an',
      ...[16, 17, 18, 19, 20, 22].map((number) => `Chi bộ ${number}`),
    ]);
    expect(classes[1]?.cellKeys.slice(1, 6)).toEqual(groups[0]?.cellKeys);
    expect(groups.map(({ name }) => name)).toEqual(['khối các Trường học']);
    expect(classes.flatMap(({ cellKeys }) => cellKeys)).toEqual(cells.map(({ key }) => key));
    expect(classes.map(({ sittings }) => sittings[0]?.startsAt)).toEqual(['08:00', '14:00']);
    for (const { number, capacity } of classes) {
      expect(attendance.filter((record) => record.classNumber === number).length).toBeLessThanOrEqual(capacity);
    }
  });

  it('marks nobody outside the hours of the class, and closes it afterwards', () => {
    for (const { number, closedAt } of classes) {
      const times = attendance.filter((one) => one.classNumber === number).map(({ takenAt }) => takenAt);
      expect(times.every((time) => time < closedAt && time >= `2021-01-16T${number === 1 ? '07' : '13'}`)).toBe(true);
    }
  });
});
