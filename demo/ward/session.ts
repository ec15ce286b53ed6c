import { cellKeysOfClass } from './cells.js';
import { narrativeOf } from './narrative.js';
import type { DemoCell, DemoClass, DemoCommittee, DemoResolution, DemoSession } from './ward.types.js';

export const wardCommittee: Readonly<DemoCommittee> = {
  name: 'Đảng bộ phường Sài Đồng',
  bodyName: 'Đảng ủy phường Sài Đồng',
  superiorName: 'Đảng bộ quận Long Biên',
  superiorBodyName: 'Quận ủy Long Biên',
  place: 'Sài Đồng',
  documentCode: 'ĐU',
  signingPower: 'T/M ĐẢNG ỦY',
  signerPost: 'BÍ THƯ',
  signerName: 'Đặng Đức Cường',
  recipients: [
    'Quận ủy Long Biên (để báo cáo)',
    'Các đồng chí Đảng ủy viên',
    'Các chi bộ trực thuộc',
    'Lưu Văn phòng Đảng ủy',
  ],
  foundedOn: '2004-01-01',
};

/** Passed when the congress closed; it carries no number in the sources that we have. */
export const studiedResolution: Readonly<DemoResolution> = {
  number: null,
  title: 'Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025',
  issuer: 'Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII',
  issuedOn: '2020-10-13',
  level: 'provincial',
};

const heldOn = '2021-01-16';

export function makeSession(cells: readonly DemoCell[]): DemoSession {
  return {
    title: `Học tập, quán triệt ${studiedResolution.title}`,
    mode: 'recording',
    basis: {
      number: '09-KH/QU',
      issuer: 'Quận ủy Long Biên',
      issuedOn: '2020-11-26',
      name: `Kế hoạch tổ chức học tập, quán triệt, tuyên truyền và triển khai thực hiện ${studiedResolution.title}`,
    },
    heldOn,
    articleDate: '2020-07-16',
    reportedOn: '2021-01-18',
    attendanceRule: 'every-sitting',
    isLeftEarlyPresent: true,
    presenters: [{ name: 'Vương Đình Huệ', office: 'Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội' }],
    delegates: [
      { name: 'Đặng Đức Cường', office: 'Bí thư Đảng ủy phường' },
      { name: 'Lê Thị Hiền', office: 'Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND phường' },
      { name: 'Vũ Tiến Hưng', office: 'Phó Bí thư Đảng ủy, Chủ tịch UBND phường' },
    ],
    guests: [
      { category: 'Ban Chấp hành Đảng bộ', count: null },
      { category: 'Lãnh đạo UBND phường', count: 2 },
      { category: 'Thường trực UBMTTQ phường', count: 3 },
      { category: 'Trưởng, phó các ngành, đoàn thể', count: 17 },
      // The article prints "cán bộ chông chức": one letter slipped into "công chức".
      { category: 'Cán bộ, công chức, viên chức, người lao động trong cơ quan phường', count: 42 },
      { category: 'Cấp ủy các chi bộ', count: null },
    ],
    narrative: narrativeOf(cells),
  };
}

export function makeClasses(): DemoClass[] {
  return [
    classOf(1, '08:00', '11:00', `${heldOn}T11:40:00+07:00`),
    classOf(2, '14:00', '17:00', `${heldOn}T17:25:00+07:00`),
  ];
}

function classOf(number: 1 | 2, startsAt: string, endsAt: string, closedAt: string): DemoClass {
  return {
    number,
    name: `Lớp ${number}`,
    mode: 'recording',
    venue: 'Hội trường Trung đoàn 280',
    capacity: 500,
    cellKeys: [...cellKeysOfClass[number]],
    sittings: [{ heldOn, startsAt, endsAt, topic: null }],
    closedAt,
  };
}
