import type { Tally } from '../../attendance/tally.types.js';
import { NotFoundError } from '../../platform/errors/domain-error.js';
import type { PaperDocument, Section } from '../document/document.js';
import { formatDate, formatHour } from '../document/vietnamese-format.js';
import { capitals } from '../document/wording.js';
import { assertFiguresAgree } from '../figures-agree.js';
import { paperOf } from '../paper.js';
import type { CellData, ClassData, SessionReportData } from '../report-data.js';
import { figureNames, figureValues } from '../session-values.js';
import { daysOf, joinWords, periodInWords } from '../session-words.js';
import type { Wording, WordingShape, WordingValues } from '../wording/wording.js';
import { attendanceTable, type ListMedium } from './attendance-table.js';

export const attendanceListShape: WordingShape = {
  sections: ['committee', 'title', 'subtitle', 'source', 'summary', 'state'],
  names: [
    ...['committee.body', 'session.title', 'scope', 'hours', 'period', 'venue', 'closed', 'revision'],
    ...figureNames,
  ],
};

/** Which people are listed: of a class, of one cell in it, of a cell in whichever class; of everybody, class by class. */
export interface ListScope {
  classId?: string;
  cellId?: string;
}

/** The people of one class, or those of one cell in it. */
interface List {
  ofClass: ClassData;
  /** `Lớp 2`, `Chi bộ 18, Lớp 2` */
  scope: string;
  name: string;
  cells: CellData[];
  tally: Tally;
}

function listsIn(ofClass: ClassData, cellId: string | undefined): List[] {
  const { name, cells, tally } = ofClass;
  if (cellId === undefined) return [{ ofClass, scope: name, name, cells, tally }];
  return cells
    .filter(({ id }) => id === cellId)
    .map((cell) => ({ ofClass, scope: `${cell.name}, ${name}`, name: cell.name, cells: [cell], tally: cell.tally }));
}

/**
 * Danh sách điểm danh, one section a class; names in the order of the roll.
 * @throws NotFoundError where the scope names no class or cell of the session, FiguresDisagreeError
 */
export function buildAttendanceList(
  data: SessionReportData,
  scope: ListScope,
  medium: ListMedium,
  wording: Wording,
): PaperDocument {
  assertFiguresAgree(data);
  const { classId, cellId } = scope;
  const lists = data.classes
    .filter(({ id }) => classId === undefined || id === classId)
    .flatMap((one) => listsIn(one, cellId));
  const [first] = lists;
  if (!first) throw new NotFoundError('lớp hoặc chi bộ này trong hội nghị');
  const title = `${wording.text('title', valuesOf(data, first))} ${lists.map((list) => list.scope).join('; ')}`;
  const sections = lists.map((list) => section(list, medium, wording, valuesOf(data, list)));
  return paperOf(data, 'attendance-list', title, sections);
}

function section({ name, cells }: List, medium: ListMedium, wording: Wording, values: WordingValues): Section {
  const text = (part: string): string => wording.text(part, values);
  return {
    orientation: medium === 'sheet' ? 'landscape' : 'portrait',
    blocks: [
      {
        ...{ type: 'paragraph', align: 'left', isIndented: false },
        runs: [{ text: capitals(text('committee')), bold: true }],
      },
      { type: 'caption', title: capitals(text('title')), subtitle: text('subtitle'), source: text('source') },
      attendanceTable(name, cells, medium, `${text('summary')} ${text('state')}`),
    ],
  };
}

function valuesOf({ committee, session }: SessionReportData, { ofClass, scope, tally }: List): WordingValues {
  const { sittings, venue, closedAt, revision } = ofClass;
  return {
    ...figureValues(tally),
    ...{ 'committee.body': committee.bodyName, 'session.title': session.title, scope, venue },
    hours: joinWords([...new Set(sittings.map(({ startsAt }) => formatHour(startsAt)))]),
    period: periodInWords(daysOf([ofClass])),
    closed: closedAt === null ? '' : momentInWords(closedAt),
    // Only a roll that was opened again has more than one.
    revision: revision > 1 ? String(revision) : '',
  };
}

/** `17h25, ngày 16/01/2021` in Vietnam's time. */
function momentInWords(instant: string): string {
  // The Swedish form of a date is the ISO one.
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' },
  });
  const [day = '', hour = ''] = format.format(new Date(instant)).split(' ');
  return `${formatHour(hour)}, ngày ${formatDate(day)}`;
}
