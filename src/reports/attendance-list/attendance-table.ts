import type { CellValue, Column, Table, TableRow } from '../document/document.js';
import { formatInteger } from '../document/vietnamese-format.js';
import type { CellData, MemberData } from '../report-data.js';

/** 165 mm in all: the text width of a portrait page. */
const columns: Column[] = [
  { key: 'no', width: 9, align: 'center', format: 'integer' },
  { key: 'name', width: 43, align: 'left', format: 'text' },
  { key: 'birthYear', width: 12, align: 'center', format: 'text' },
  { key: 'office', width: 21, align: 'left', format: 'text' },
  { key: 'cell', width: 22, align: 'left', format: 'text' },
  { key: 'standing', width: 21, align: 'left', format: 'text' },
  { key: 'result', width: 23, align: 'left', format: 'text' },
  { key: 'note', width: 14, align: 'left', format: 'text' },
];

const head = [
  ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ', 'Chi bộ', 'Đảng viên', 'Kết quả', 'Ghi chú'].map((text) => ({ text })),
];

/** The class's people cell by cell, numbered through; with more than one cell a row over each says who came of it. */
export function attendanceTable(name: string, cells: CellData[], note: string): Table {
  let number = 0;
  const rows = cells.flatMap((cell) => [
    ...(cells.length > 1 ? [cellRow(cell)] : []),
    ...cell.members.map((member) => memberRow(member, cell, (number += 1))),
  ]);
  return { type: 'table', name: name.slice(0, 31), columns, head, rows, emphasis: { name: 'last-word' }, note };
}

function cellRow({ name, tally: { present, summoned } }: CellData): TableRow {
  const came = `Có mặt ${formatInteger(present)}/${formatInteger(summoned)}`;
  return { cells: [null, name, null, null, null, null, came, null], style: 'subtotal' };
}

function memberRow(member: MemberData, cell: CellData, number: number): TableRow {
  const { fullName, birthYear, office, standing } = member;
  const cells: CellValue[] = [
    ...[number, fullName, birthYear === null ? null : String(birthYear), office],
    // The column's head says "Chi bộ" already.
    ...[cell.name.replace(/^Chi bộ /, ''), standing === 'official' ? 'Chính thức' : 'Dự bị'],
    ...[resultOf(member), noteOf(member)],
  ];
  return { cells, style: 'normal' };
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

function noteOf({ duty, attendance, leftEarly }: MemberData): string | null {
  const notes = [duty === 'exempt' && attendance === 'present' ? 'diện miễn' : '', leftEarly ? 'về sớm' : ''];
  return notes.filter(Boolean).join(', ') || null;
}
