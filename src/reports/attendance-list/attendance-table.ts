import type { CellValue, Column, Table, TableRow } from '../document/document.js';
import { formatInteger } from '../document/vietnamese-format.js';
import type { CellData, MemberData } from '../report-data.js';

/** Read by people as it is, or filtered and sorted in a spreadsheet. */
export type ListMedium = 'paper' | 'sheet';

/** One person of a class, with the cell whose roll names him and his number in the list. */
interface Person {
  number: number;
  cell: CellData;
  member: MemberData;
}

interface ListColumn {
  column: Column;
  head: string;
  of: (person: Person) => CellValue;
  /** Only where readers filter and sort: on paper the row over each cell names it, and the note says "dự bị". */
  isOnlyInSheet?: boolean;
}

/** Those of the paper are 165 mm wide in all: the text width of a portrait page. */
const listColumns: ListColumn[] = [
  {
    column: { key: 'no', width: 9, align: 'center', format: 'integer' },
    head: 'TT',
    of: ({ number }) => number,
  },
  {
    column: { key: 'name', width: 52, align: 'left', format: 'text' },
    head: 'Họ và tên',
    of: ({ member }) => member.fullName,
  },
  {
    column: { key: 'birthYear', width: 13, align: 'center', format: 'text' },
    head: 'Năm sinh',
    of: ({ member: { birthYear } }) => (birthYear === null ? null : String(birthYear)),
  },
  {
    column: { key: 'office', width: 28, align: 'left', format: 'text' },
    head: 'Chức vụ',
    of: ({ member }) => member.office,
  },
  {
    column: { key: 'cell', width: 40, align: 'left', format: 'text' },
    head: 'Chi bộ',
    of: ({ cell }) => cell.name,
    isOnlyInSheet: true,
  },
  {
    column: { key: 'standing', width: 22, align: 'left', format: 'text' },
    head: 'Đảng viên',
    of: ({ member: { standing } }) => (standing === 'official' ? 'Chính thức' : 'Dự bị'),
    isOnlyInSheet: true,
  },
  {
    column: { key: 'result', width: 33, align: 'left', format: 'text' },
    head: 'Kết quả',
    of: ({ member }) => resultOf(member),
  },
  {
    column: { key: 'note', width: 30, align: 'left', format: 'text' },
    head: 'Ghi chú',
    of: ({ member }) => noteOf(member),
  },
];

/** The class's people cell by cell, numbered through; with more than one cell a row over each says who came of it. */
export function attendanceTable(name: string, cells: CellData[], medium: ListMedium, note: string): Table {
  const shown = listColumns.filter(({ isOnlyInSheet }) => medium === 'sheet' || isOnlyInSheet !== true);
  let number = 0;
  const rows = cells.flatMap((cell) => [
    ...(cells.length > 1 ? [cellRow(cell, shown)] : []),
    ...cell.members.map((member): TableRow => {
      const person = { number: (number += 1), cell, member };
      return { cells: shown.map(({ of }) => of(person)), style: 'normal' };
    }),
  ]);
  return {
    ...{ type: 'table', name: name.slice(0, 31), rows, note },
    columns: shown.map(({ column }) => column),
    head: [shown.map(({ head }) => ({ text: head }))],
    emphasis: { name: 'last-word' },
  };
}

function cellRow({ name, tally: { present, summoned } }: CellData, shown: ListColumn[]): TableRow {
  const texts: Record<string, string> = {
    name,
    result: `Có mặt ${formatInteger(present)}/${formatInteger(summoned)}`,
  };
  return { cells: shown.map(({ column }) => texts[column.key] ?? null), style: 'subtotal' };
}

const results = {
  present: 'Có mặt',
  excused: 'Vắng có lý do',
  unexcused: 'Vắng không lý do',
  unmarked: 'Chưa điểm danh',
};

/** Who is away, or exempt and did not come, was not summoned: in neither numerator nor denominator (DESIGN §5). */
function resultOf({ duty, attendance }: MemberData): string {
  if (duty === 'away') return 'Tạm chuyển';
  return duty === 'exempt' && attendance !== 'present' ? 'Miễn' : results[attendance];
}

function noteOf({ standing, duty, attendance, leftEarly }: MemberData): string | null {
  const notes = [
    standing === 'probationary' ? 'Dự bị' : '',
    duty === 'exempt' && attendance === 'present' ? 'Diện miễn' : '',
    leftEarly ? 'Về sớm' : '',
  ].filter(Boolean);
  return notes.map((each, index) => (index === 0 ? each : each.toLocaleLowerCase('vi'))).join(', ') || null;
}
