import { tally } from '../../../src/attendance/tally.js';
import type { PersonResult } from '../../../src/attendance/tally.types.js';
import type {
  CellData,
  ClassData,
  MemberData,
  SessionNarrative,
  SessionReportData,
} from '../../../src/reports/report-data.js';

/** A member with the cell and class that hold them. */
export interface SamplePerson extends MemberData {
  cell: string;
  class: 1 | 2;
  through: PersonResult['through'];
}

/** Name, year, then only what differs from an official member who was summoned and came to their own class. */
type Line = [fullName: string, birthYear: number | null, differs?: Partial<SamplePerson>];

/** Invented people. By hand: 17 in all, 1 exempt and absent, 1 away, 15 summoned, 12 present, 2 excused, 1 unexcused. */
const lines: Record<1 | 2, Record<string, Line[]>> = {
  1: {
    'Chi bộ 1': [
      ['Nguyễn Văn An', 1960, { office: 'Bí thư' }],
      ['Trần Thị Bích', 1972],
      ['Lê Đình Cường', 1985, { attendance: 'excused' }],
      ['Phạm Thị Dung', 1938, { duty: 'exempt', attendance: 'unmarked' }],
    ],
    'Chi bộ 2': [
      ['Đỗ Văn Đạt', 1990, { standing: 'probationary' }],
      ['Hoàng Thị Hà', 1941, { duty: 'exempt' }],
      ['Vũ Minh Hải', 1979, { attendance: 'unexcused' }],
      ['Bùi Quang Hiếu', 1992, { duty: 'away', attendance: 'unmarked' }],
      ['Ngô Thị Hoa', 1968, { leftEarly: true }],
    ],
  },
  2: {
    'Chi bộ Công an': [
      ['Mai Văn Kiên', 1983, { office: 'Chi ủy viên' }],
      ['Đinh Quốc Long', 1988],
    ],
    'Chi bộ Trường Mầm non Hoa Mai': [
      ['Lý Thị Mai', 1980],
      ['Phan Thị Ngọc', 1995, { standing: 'probationary', through: 'other-class' }],
    ],
    'Chi bộ Trường THCS Sài Đồng': [['Trịnh Văn Phúc', 1977, { attendance: 'excused' }]],
    'Chi bộ 16': [
      ['Hồ Văn Sơn', null],
      ['Nguyễn Thị Yến', 1965],
    ],
    'Chi bộ 18': [['Dương Văn Thắng', 1970]],
  },
};

const classes = {
  1: { startsAt: '08:00', closedAt: '2021-01-16T04:40:00.000Z', revision: 1 },
  2: { startsAt: '14:00', closedAt: '2021-01-16T10:25:00.000Z', revision: 2 },
};

const samplePeople: SamplePerson[] = ([1, 2] as const).flatMap((number) =>
  Object.entries(lines[number]).flatMap(([cell, members]) =>
    members.map(([fullName, birthYear, differs]): SamplePerson => ({
      ...{ id: fullName, cell, class: number, fullName, birthYear, office: null, through: null, leftEarly: false },
      ...{ standing: 'official', duty: 'summoned', attendance: 'present' },
      ...differs,
    })),
  ),
);

/** So many more members of Chi bộ 5, all present, in class 1. */
const crowdOf = (count: number): SamplePerson[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{
      id: `crowd-${index}`,
      cell: 'Chi bộ 5',
      class: 1,
      fullName: `Cao Văn ${index}`,
      birthYear: 1970,
      office: null,
    },
    ...{ standing: 'official', duty: 'summoned', attendance: 'present', through: 'own-class', leftEarly: false },
  }));

const resultsOf = (people: SamplePerson[]): PersonResult[] =>
  people.map((person) => ({ ...person, memberId: person.id, classId: `class-${person.class}`, cellId: person.cell }));

function cellOf(name: string, people: SamplePerson[]): CellData {
  const members = people.map(({ cell: _cell, class: _class, through: _through, ...member }) => member);
  const group = name.includes('Trường') ? 'khối các Trường học' : null;
  return { id: name, name, group, tally: tally(resultsOf(people)), members };
}

function classOf(number: 1 | 2, people: SamplePerson[]): ClassData {
  const { startsAt, ...closing } = classes[number];
  const own = people.filter((person) => person.class === number);
  return {
    ...{ id: `class-${number}`, number, name: `Lớp ${number}`, mode: 'recording', venue: 'Hội trường Trung đoàn 280' },
    sittings: [{ heldOn: '2021-01-16', startsAt, endsAt: null, topic: null }],
    ...closing,
    tally: tally(resultsOf(own)),
    cells: [...Map.groupBy(own, ({ cell }) => cell)].map(([name, members]) => cellOf(name, members)),
  };
}

const congress = 'Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII';

const narrative: SessionNarrative = {
  leadership: 'Đảng ủy đã ban hành Kế hoạch số 21-KH/ĐU, ngày 08/01/2021.',
  content: 'Các đảng viên đã nghe những nội dung cơ bản của Nghị quyết.\nTrong đó có 3 khâu đột phá.',
  writeUps: 'Đã nhận 5/12 bài thu hoạch.',
  publicity: 'Đã đăng tin trên Cổng thông tin điện tử của phường.',
  actionPlan: 'Các chi bộ xây dựng kế hoạch thực hiện trong quý I năm 2021.',
  strengths: 'Qua học tập, đảng viên nắm vững những nội dung cơ bản của Nghị quyết.',
  shortcomings: 'Còn 1 đồng chí vắng mặt không có lý do, ở Chi bộ 2.',
  tasks: 'Thu đủ bài thu hoạch trước ngày 31/01/2021.',
  makeUp: 'Tổ chức học bù cho 3 đồng chí vào ngày 23/01/2021.',
};

const committee: SessionReportData['committee'] = {
  name: 'Đảng bộ phường Sài Đồng',
  bodyName: 'Đảng ủy phường Sài Đồng',
  superiorName: 'Đảng bộ quận Long Biên',
  superiorBodyName: 'Quận ủy Long Biên',
  place: 'Sài Đồng',
  documentCode: 'ĐU',
  signingPower: 'T/M ĐẢNG ỦY',
  signerPost: 'BÍ THƯ',
  signerName: 'Đặng Đức Cường',
  recipients: ['Quận ủy Long Biên (để báo cáo)', 'Lưu Văn phòng Đảng ủy'],
};

/** What is studied, who speaks, who comes beside the members. */
const matterAndPersons: Pick<SessionReportData, 'resolutions' | 'presenters' | 'delegates' | 'guests'> = {
  resolutions: [
    { number: null, title: `Nghị quyết ${congress}, nhiệm kỳ 2020-2025`, issuer: congress, issuedOn: '2020-10-13' },
  ],
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
    { category: 'Cán bộ, công chức, viên chức, người lao động trong cơ quan phường', count: 42 },
    { category: 'Cấp ủy các chi bộ', count: null },
  ],
};

/**
 * A session of two classes after the seed article, its figures counted from its people by the one counter.
 * @param change made to each person before anything is counted
 * @param crowd members more in Chi bộ 5
 */
export function sampleReportData(
  change: (person: SamplePerson) => SamplePerson = (person) => person,
  crowd = 0,
): SessionReportData {
  const people = [...samplePeople, ...crowdOf(crowd)].map(change);
  return structuredClone({
    committee,
    session: {
      id: 'session',
      title: 'Học tập, quán triệt Nghị quyết',
      mode: 'recording',
      basis: {
        ...{ number: '09-KH/QU', issuer: 'Quận ủy Long Biên', issuedOn: '2020-11-26' },
        name: 'Kế hoạch tổ chức học tập',
      },
      narrative,
    },
    ...matterAndPersons,
    classes: [classOf(1, people), classOf(2, people)],
    tally: tally(resultsOf(people)),
    reportedOn: '2021-01-18',
    createdAt: new Date('2021-01-18T00:00:00Z'),
    author: 'Văn phòng Đảng ủy',
  } satisfies SessionReportData);
}
