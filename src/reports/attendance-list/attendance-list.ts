import type { Tally } from '../../attendance/tally.types.js';
import { NotFoundError } from '../../platform/errors/domain-error.js';
import type { CellValue, Column, PaperDocument, Table, TableRow } from '../document/document.js';
import { formatInteger } from '../document/vietnamese-format.js';
import { assertFiguresAgree } from '../figures-agree.js';
import type { CellData, ClassData, MemberData, SessionReportData } from '../report-data.js';
import { paper } from '../result-report/result-report.js';
import { figureValues, periodInWords, rateOf } from '../session-values.js';
import { bindTogether } from '../wording/bind-together.js';
import type { Wording, WordingShape } from '../wording/wording.js';

export const attendanceListShape: WordingShape = {
  sections: ['title', 'subtitle', 'source', 'committee', 'summary', 'state'],
  names: [
    ...[
      'scope',
      'when',
      'venue',
      'committee.body',
      'total',
      'exempt',
      'away',
      'summoned',
      'present',
      'rate',
      'excused',
    ],
    ...['unexcused', 'unmarked', 'closed', 'open', 'revision'],
  ],
};

/** Which people a list is of: one class, or one cell of it. */
export interface ListScope {
  classId: string;
  cellId?: string;
}

/** 165 mm in all: the text width of a portrait page. */
const columns: Column[] = [
  { key: 'no', width: 10, align: 'center', format: 'integer' },
  { key: 'name', width: 52, align: 'left', format: 'text' },
  { key: 'birthYear', width: 14, align: 'center', format: 'text' },
  { key: 'office', width: 27, align: 'left', format: 'text' },
  { key: 'standing', width: 22, align: 'left', format: 'text' },
  { key: 'result', width: 40, align: 'left', format: 'text' },
];

const head = [['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ', 'Đảng viên', 'Kết quả'].map((text) => ({ text }))];

const results = {
  present: 'Có mặt',
  excused: 'Vắng có lý do',
  unexcused: 'Vắng không lý do',
  unmarked: 'Chưa điểm danh',
};

function resultInWords({ duty, attendance, leftEarly }: MemberData): string {
  if (duty === 'away') return 'Tạm chuyển đi';
  if (duty === 'exempt' && attendance !== 'present') return 'Được miễn';
  const note = leftEarly ? ', về sớm' : duty === 'exempt' ? ', diện miễn' : '';
  return `${results[attendance]}${note}`;
}

function memberRow(member: MemberData, number: number): TableRow {
  const { fullName, birthYear, office, standing } = member;
  const kind = standing === 'official' ? 'Chính thức' : 'Dự bị';
  const year = birthYear === null ? null : String(birthYear);
  return { cells: [number, fullName, year, office, kind, resultInWords(member)], style: 'normal' };
}

function cellHeading({ name, tally }: CellData): TableRow {
  const share = `${formatInteger(tally.present)}/${formatInteger(tally.summoned)}, ${rateOf(tally)}`;
  const cells: CellValue[] = [null, name, null, null, null, share];
  return { cells, style: 'subtotal' };
}

function listTable(name: string, cells: CellData[], note: string): Table {
  let number = 0;
  const rows = cells.flatMap((cell) => [
    ...(cells.length > 1 ? [cellHeading(cell)] : []),
    ...cell.members.map((member) => memberRow(member, (number += 1))),
  ]);
  return { type: 'table', name: name.slice(0, 31), columns, head, rows, emphasis: { name: 'last-word' }, note };
}

/** "14h05, 16/01/2021" in Vietnam's time. */
function closedInWords(closedAt: string | null): string {
  if (!closedAt) return '';
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [day = '', time = ''] = parts.format(new Date(closedAt)).split(', ');
  return `${time.replace(':', 'h')}, ngày ${day}`;
}

/**
 * The attendance list of a class, cell by cell, or of one cell; names in the order of the roll.
 * @throws NotFoundError, FiguresDisagreeError
 */
export function buildAttendanceList(data: SessionReportData, scope: ListScope, wording: Wording): PaperDocument {
  assertFiguresAgree(data);
  const found = data.classes.find(({ id }) => id === scope.classId);
  if (!found) throw new NotFoundError('lớp học trong hội nghị này');
  const cells = scope.cellId ? found.cells.filter(({ id }) => id === scope.cellId) : found.cells;
  const [only] = cells;
  if (!only) throw new NotFoundError('chi bộ này trong danh sách của lớp');
  const name = scope.cellId ? only.name : found.name;
  const values = listValues(
    data,
    found,
    scope.cellId ? only.tally : found.tally,
    scope.cellId ? `${only.name}, ${found.name}` : found.name,
  );
  const text = (section: string): string => bindTogether(wording.text(section, values));
  const title = `${text('title')} ${values['scope'] ?? ''}`;
  return paper(data, 'attendance-list', title, [
    {
      orientation: 'portrait',
      blocks: [
        {
          type: 'caption',
          title: text('title').toLocaleUpperCase('vi'),
          subtitle: text('subtitle'),
          source: text('source'),
        },
        listTable(name, cells, `${text('summary')} ${text('state')}`),
      ],
    },
  ]);
}

function listValues(data: SessionReportData, one: ClassData, tally: Tally, scope: string): Record<string, string> {
  const closed = closedInWords(one.closedAt);
  return {
    ...figureValues(tally),
    ...{ scope: `${scope} – ${data.session.title}`, venue: one.venue, 'committee.body': data.committee.bodyName },
    when: periodInWords(one.sittings.map(({ heldOn }) => heldOn)),
    ...{ closed, open: closed ? '' : 'mở', revision: String(one.revision) },
  };
}
