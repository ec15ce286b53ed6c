import type { Figures, Session } from '../../api/queries.ts';

export type Paper = 'result' | 'table' | 'list' | 'news';
export type Format = 'pdf' | 'docx' | 'xlsx' | 'html';

/** Which paper is open, as the address says it. */
export interface Choice {
  paper: Paper;
  /** Of an attendance list; a list of the whole class has no cell. */
  classId: string | null;
  cellId: string | null;
  /** ISO; null is today. */
  reportedOn: string | null;
}

/** One line of the list of papers. */
export interface Listed {
  paper: Paper;
  classId: string | null;
  name: string;
  state: string;
}

const names: Record<Exclude<Paper, 'list'>, [name: string, state: string]> = {
  result: ['Báo cáo kết quả', 'Dự thảo, chưa có số'],
  table: ['Biểu tổng hợp theo chi bộ', 'Phụ lục của báo cáo, chưa có số'],
  news: ['Tin bài', 'Dự thảo'],
};

const ofSession = (paper: Exclude<Paper, 'list'>): Listed => ({
  ...{ paper, classId: null, name: names[paper][0], state: names[paper][1] },
});

/** The papers of a session; an attendance list for each class that was summoned. */
export function papersOf({ classes }: Pick<Session, 'classes'>): Listed[] {
  const lists = classes
    .filter(({ summonedAt, mode }) => summonedAt && mode !== 'make-up')
    .map(({ id, name, closedAt }): Listed => ({
      ...{ paper: 'list', classId: id, name: `Danh sách điểm danh ${name}` },
      state: closedAt ? 'Đã chốt' : 'Chưa chốt',
    }));
  return [ofSession('result'), ofSession('table'), ...lists, ofSession('news')];
}

/** Formats in which a paper can be had, the first one being that of its preview. */
export const formats: Record<Paper, Format[]> = {
  result: ['pdf', 'docx', 'xlsx'],
  table: ['xlsx'],
  list: ['pdf', 'docx', 'xlsx'],
  news: ['docx'],
};

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** What the address asks for; what it names wrongly falls back to the nearest that there is. */
export function choiceOf(search: URLSearchParams, papers: readonly Listed[], figures: Figures): Choice {
  const day = search.get('reportedOn');
  const reportedOn = isDay(day) ? day : null;
  const [paper, classId] = [search.get('paper'), search.get('class')];
  const chosen = papers.find((one) => one.paper === paper && (one.paper !== 'list' || one.classId === classId));
  const listed = chosen ?? papers.find((one) => one.paper === paper) ?? papers[0] ?? ofSession('result');
  const cells = figures.classes.find((one) => one.classId === listed.classId)?.cells ?? [];
  const cellId = cells.find((cell) => cell.cellId === search.get('cell'))?.cellId ?? null;
  return { paper: listed.paper, classId: listed.classId, cellId, reportedOn };
}

/** The address of the page with another choice on it; what is not given falls away. */
export function choiceAddress({ paper, classId, cellId, reportedOn }: Choice): string {
  return `?${query({ paper, class: classId, cell: cellId, reportedOn })}`;
}

/** Where the server makes a paper. The table per cell is the appendix of the report, and the report's Excel file. */
export function fileAddress(sessionId: string, choice: Choice, format: Format): string {
  const { paper, classId, cellId, reportedOn } = choice;
  const report = { result: 'result-report', table: 'result-report', list: 'attendance-list', news: 'news-item' }[paper];
  const asked = query(paper === 'list' ? { classId, cellId, reportedOn } : { reportedOn });
  return `/api/v1/sessions/${sessionId}/reports/${report}/${format}${asked && `?${asked}`}`;
}

function query(parts: Record<string, string | null>): string {
  const given = Object.entries(parts).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []));
  return new URLSearchParams(given).toString();
}

/** Classes whose figures stand on this paper and may still change. */
export const openClasses = ({ paper, classId }: Choice, { classes }: Figures): Figures['classes'] =>
  classes.filter((one) => !one.closedAt && (paper !== 'list' || one.classId === classId));
