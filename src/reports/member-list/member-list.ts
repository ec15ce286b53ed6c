import type { MemberDto } from '../../members/member-record.dto.js';
import type { Block, CellValue, Column, PaperDocument, Table } from '../document/document.js';
import { formatDate, formatInteger, formatLongDate } from '../document/vietnamese-format.js';
import type { CommitteeData } from '../report-data.js';
import type { Wording, WordingShape, WordingValues } from '../wording/wording.js';

export const memberListShape: WordingShape = {
  sections: ['type', 'subject', 'conditions', 'summary'],
  names: ['day', 'conditions', 'count', 'probationary', 'exempt', 'away'],
};

export interface MemberListData {
  committee: CommitteeData;
  /** In the order of the list on the screen. */
  members: MemberDto[];
  /** The day as of which the register was asked. */
  asOf: string;
  /** In words; empty where everybody is meant. */
  conditions: string;
  printedOn: string;
  author: string;
}

interface ListColumn {
  column: Column;
  head: string;
  of: (member: MemberDto, number: number) => CellValue;
}

/** 165 mm in all: the text width of a portrait page. */
const columns: ListColumn[] = [
  { column: { key: 'no', width: 11, align: 'center', format: 'integer' }, head: 'TT', of: (_, number) => number },
  {
    column: { key: 'name', width: 50, align: 'left', format: 'text' },
    head: 'Họ và tên',
    of: ({ fullName }) => fullName,
  },
  {
    column: { key: 'born', width: 14, align: 'center', format: 'text' },
    head: 'Năm sinh',
    of: ({ birthYear }) => birthYear?.toString() ?? null,
  },
  { column: { key: 'cell', width: 36, align: 'left', format: 'text' }, head: 'Chi bộ', of: ({ cellName }) => cellName },
  {
    column: { key: 'admitted', width: 23, align: 'center', format: 'text' },
    head: 'Ngày vào Đảng',
    of: ({ admittedOn }) => admittedOn && formatDate(admittedOn),
  },
  { column: { key: 'note', width: 31, align: 'left', format: 'text' }, head: 'Ghi chú', of: noteOf },
];

function noteOf({ office, standing, duty }: MemberDto): string | null {
  const notes = [
    office ?? '',
    standing === 'probationary' ? 'dự bị' : '',
    { summoned: '', exempt: 'miễn sinh hoạt', away: 'tạm chuyển đi' }[duty],
  ].filter(Boolean);
  const text = notes.join(', ');
  return text ? text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) : null;
}

/** Danh sách đảng viên: the members of a filter under the committee's head, with who and how many they are. */
export function buildMemberList(data: MemberListData, wording: Wording): PaperDocument {
  const { committee, members, conditions, printedOn, author } = data;
  const values = valuesOf(data);
  const type = wording.text('type', values);
  const subject = wording.text('subject', values);
  return {
    ...{ title: `${type} ${subject}`.replaceAll('\u00A0', ' '), report: 'member-list', author },
    createdAt: new Date(`${printedOn}T00:00:00Z`),
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          {
            ...{ type: 'letterhead', superiorBody: committee.superiorName, issuingBody: committee.bodyName },
            // A list is no numbered paper.
            ...{ number: '', placeAndDate: `${committee.place}, ${formatLongDate(printedOn)}` },
          },
          { type: 'title', documentType: type, subject },
          ...under(conditions, wording, values),
          tableOf(members, wording.text('summary', values)),
        ],
      },
    ],
  };
}

function under(conditions: string, wording: Wording, values: WordingValues): Block[] {
  if (!conditions) return [];
  const runs = [{ text: wording.text('conditions', values), italic: true }];
  return [{ type: 'paragraph', align: 'center', isIndented: false, runs }];
}

function tableOf(members: MemberDto[], note: string): Table {
  return {
    ...{ type: 'table', name: 'Đảng viên', note },
    columns: columns.map(({ column }) => column),
    head: [columns.map(({ head }) => ({ text: head }))],
    rows: members.map((member, index) => ({ cells: columns.map(({ of }) => of(member, index + 1)) })),
    emphasis: { name: 'last-word' },
  };
}

function valuesOf({ members, asOf, conditions }: MemberListData): WordingValues {
  const count = (of: (member: MemberDto) => boolean): string => formatInteger(members.filter(of).length);
  return {
    ...{ day: formatDate(asOf), conditions, count: formatInteger(members.length) },
    probationary: count(({ standing }) => standing === 'probationary'),
    exempt: count(({ duty }) => duty === 'exempt'),
    away: count(({ duty }) => duty === 'away'),
  };
}
