import type { DateRange } from '../platform/database/date-range.types.js';
import type { Block, CellValue, PaperDocument, Table } from '../reports/document/document.js';
import { formatDate } from '../reports/document/vietnamese-format.js';
import type { HeldMarkDto, PersonDataDto } from './person-data.dto.js';
import { inWords } from './person-words.js';

const day = (iso: string | null): string => (iso === null ? '' : formatDate(iso));

/** `từ 01/01/2020`, `từ 01/01/2020 đến trước 01/03/2021` */
const during = ({ from, to }: DateRange): string => `từ ${day(from)}${to === null ? '' : ` đến trước ${day(to)}`}`;

/** `16/01/2021 08:05` in Vietnam. */
const moment = (at: Date): string => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' },
  });
  const [date = '', hour = ''] = format.format(at).split(' ');
  return `${day(date)} ${hour}`;
};

/** The document that a person is given who asks what is held about him (domain facts §7). */
export function personDocument(data: PersonDataDto, bodyName: string): PaperDocument {
  const { member, takenOn } = data;
  const blocks: Block[] = [
    {
      type: 'caption',
      title: 'DỮ LIỆU CÁ NHÂN ĐANG LƯU GIỮ',
      subtitle: member.fullName,
      source: `(${bodyName} lập ngày ${day(takenOn)})`,
    },
    ...part('Thông tin trong danh sách đảng viên', facts(data)),
    ...part('Nơi sinh hoạt, miễn sinh hoạt, tạm chuyển, chức vụ', dated(data)),
    ...part('Các việc đã ghi và văn bản', steps(data)),
    ...part('Học tập, hội họp', rolls(data)),
    ...part('Yêu cầu về dữ liệu cá nhân', requests(data)),
    ...part('Những lần dữ liệu được xem, sửa, sử dụng', uses(data)),
  ];
  return {
    ...{ title: 'Dữ liệu cá nhân', report: 'person-data', createdAt: new Date(`${takenOn}T00:00:00Z`) },
    sections: [{ orientation: 'portrait', blocks }],
  };
}

function part(title: string, { rows, ...table }: Table): Block[] {
  const heading: Block = { type: 'heading', level: 2, text: title };
  if (rows.length > 0) return [heading, { ...table, rows }];
  return [heading, { type: 'paragraph', runs: [{ text: 'Không có.' }] }];
}

/** @param columns head and width in mm; 165 mm in all */
function table(name: string, columns: [head: string, width: number][], rows: CellValue[][]): Table {
  return {
    ...{ type: 'table', name },
    columns: columns.map(([, width], index) => ({ key: `c${index}`, width, align: 'left', format: 'text' })),
    head: [columns.map(([text]) => ({ text }))],
    rows: rows.map((cells) => ({ cells })),
  };
}

function facts({ member }: PersonDataDto): Table {
  const rows: [string, string | null][] = [
    ['Họ và tên', member.fullName],
    ['Ngày sinh', member.birthDate ? day(member.birthDate) : (member.birthYear?.toString() ?? null)],
    ['Giới tính', inWords(member.sex)],
    ['Số thẻ đảng viên', member.cardNumber],
    ['Ngày vào Đảng', day(member.admittedOn)],
    ['Ngày chính thức', day(member.officialOn)],
    ['Số căn cước', member.citizenNumber],
    ['Điện thoại', member.phone],
  ];
  return {
    ...table(
      'Thông tin',
      [
        ['Mục', 55],
        ['Nội dung', 110],
      ],
      rows.filter(([, value]) => value),
    ),
    note: 'Số căn cước và điện thoại được che bớt trên giấy; người yêu cầu được xem đủ số tại nơi giải quyết.',
  };
}

function dated({ member, cells }: PersonDataDto): Table {
  const rows = [
    ...cells.map(({ name, kind, from, to }) => [
      'Sinh hoạt',
      `${name} (${inWords(kind).toLocaleLowerCase('vi')})`,
      during({ from, to }),
    ]),
    ...member.exemptions.map(({ kind, valid }) => ['Miễn sinh hoạt', inWords(kind), during(valid)]),
    ...member.aways.map(({ place, valid }) => ['Tạm chuyển đi', place, during(valid)]),
    ...member.offices.map(({ title, valid }) => ['Chức vụ', title, during(valid)]),
  ];
  return table(
    'Quá trình',
    [
      ['Loại', 35],
      ['Nội dung', 75],
      ['Thời gian', 55],
    ],
    rows,
  );
}

function steps({ steps: list }: PersonDataDto): Table {
  const rows = list.map(({ on, kind, reason, paperNumber, paperOn }) => [
    day(on),
    [inWords(kind), inWords(reason).toLocaleLowerCase('vi')].filter(Boolean).join(': '),
    paperNumber && `${paperNumber}${paperOn ? ` ngày ${day(paperOn)}` : ''}`,
  ]);
  return table(
    'Các việc đã ghi',
    [
      ['Ngày', 24],
      ['Việc', 71],
      ['Văn bản', 70],
    ],
    rows,
  );
}

const markInWords = ({ takenAt, kind, reason, note }: HeldMarkDto): string =>
  [`${moment(takenAt)} ${inWords(kind).toLocaleLowerCase('vi')}`, inWords(reason), note].filter(Boolean).join(', ');

function rolls({ rolls: list }: PersonDataDto): Table {
  const rows = list.map((roll) => [
    day(roll.heldOn),
    `${roll.sessionTitle} (${roll.className}; ${roll.cellName}; ${inWords(roll.standing).toLocaleLowerCase('vi')})`,
    roll.attendance === null ? inWords(roll.duty) : inWords(roll.attendance),
    roll.marks.map(markInWords).join('; '),
  ]);
  return table(
    'Học tập',
    [
      ['Ngày', 24],
      ['Hội nghị', 61],
      ['Kết quả', 30],
      ['Các lần điểm danh', 50],
    ],
    rows,
  );
}

function requests({ requests: list }: PersonDataDto): Table {
  const rows = list.map(({ receivedOn, kind, state, detail, outcome }) => [
    ...[day(receivedOn), inWords(kind), [detail, outcome].filter(Boolean).join(' – '), inWords(state)],
  ]);
  return table(
    'Yêu cầu',
    [
      ['Ngày nhận', 24],
      ['Loại', 40],
      ['Nội dung', 66],
      ['Tình trạng', 35],
    ],
    rows,
  );
}

function uses({ uses: list }: PersonDataDto): Table {
  const rows = list.map(({ at, action, by }) => [moment(at), inWords(action), by]);
  return table(
    'Sử dụng',
    [
      ['Lúc', 38],
      ['Việc', 77],
      ['Người thực hiện', 50],
    ],
    rows,
  );
}
