import type { Schemas } from '../../api/client.ts';
import type { Tally } from '../../api/queries.ts';
import type { State } from '../../parts/state-mark.tsx';
import { searchKey } from '../../words/format.ts';

type Summary = Schemas['SessionSummaryDto'];
type SessionTally = Schemas['SessionTallyDto'];

export type Progress = 'planned' | 'running' | 'owed' | 'done';

export const progressWords: Record<Progress, string> = {
  planned: 'Chưa mở',
  running: 'Đang điểm danh',
  owed: 'Còn lớp chưa chốt',
  done: 'Đã chốt',
};

export interface SessionRow {
  id: string;
  title: string;
  firstDay: string | null;
  detail: string;
  progress: Progress;
  state: State;
  words: string;
  isToday: boolean;
  /** Null while nobody is marked: a rate of nobody says nothing. */
  tally: Tally | null;
}

const modes: Record<Summary['mode'], string> = {
  direct: 'trực tiếp',
  online: 'trực tuyến',
  recording: 'qua bản ghi',
};

const states: Record<Progress, State> = { planned: 'idle', running: 'running', owed: 'needed', done: 'done' };

function progressOf({ classCount, closedClassCount, firstDay }: Summary, today: string): Progress {
  if (classCount > 0 && closedClassCount === classCount) return 'done';
  if (!firstDay || firstDay > today) return 'planned';
  return firstDay === today ? 'running' : 'owed';
}

function wordsOf(session: Summary, progress: Progress, isSummoned: boolean): string {
  const { classCount, closedClassCount } = session;
  if (classCount === 0) return 'Chưa có lớp';
  if (progress === 'owed') return `Còn ${classCount - closedClassCount} lớp chưa chốt`;
  if (progress === 'running')
    return closedClassCount > 0 ? `Đã chốt ${closedClassCount} trong ${classCount} lớp` : 'Hôm nay';
  if (progress === 'planned') return isSummoned ? 'Đã triệu tập' : 'Chưa triệu tập';
  return progressWords.done;
}

export function rowOf(session: Summary, tallies: SessionTally[], today: string): SessionRow {
  const { id, title, firstDay, classCount, mode } = session;
  const progress = progressOf(session, today);
  const tally = tallies.find(({ sessionId }) => sessionId === id)?.tally ?? null;
  return {
    ...{ id, title, firstDay, progress, state: states[progress] },
    detail: `${classCount > 0 ? `${classCount} lớp, ` : ''}học ${modes[mode]}`,
    words: wordsOf(session, progress, tally !== null),
    isToday: firstDay === today,
    tally: tally && tally.unmarked < tally.summoned ? tally : null,
  };
}

export const matching = (rows: SessionRow[], search: string, progress: string): SessionRow[] =>
  rows.filter(
    (row) => searchKey(row.title).includes(searchKey(search)) && (progress === '' || row.progress === progress),
  );

/** Month by month, the latest first; what has no day yet comes before all. */
export function byMonth(rows: SessionRow[]): { month: string; rows: SessionRow[] }[] {
  const monthOf = ({ firstDay }: SessionRow): string => firstDay?.slice(0, 7) ?? '';
  const order = (month: string): string => month || '9999-99';
  return [...new Set(rows.map(monthOf))]
    .sort((a, b) => order(b).localeCompare(order(a)))
    .map((month) => ({
      month,
      rows: rows
        .filter((row) => monthOf(row) === month)
        .sort((a, b) => (b.firstDay ?? '').localeCompare(a.firstDay ?? '')),
    }));
}

/** `2021-01` → `Tháng 01/2021` */
export const monthWords = (month: string): string =>
  month ? `Tháng ${month.slice(5)}/${month.slice(0, 4)}` : 'Chưa có ngày';

const shortDays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];

/** `T7 16/01` */
export const shortDay = (iso: string): string =>
  `${shortDays[new Date(`${iso}T00:00:00Z`).getUTCDay()]} ${iso.slice(8)}/${iso.slice(5, 7)}`;

/** Weeks of a month from Monday; 0 stands for a day of another month. */
export function weeksOf(month: string): number[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const lead = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const cells = [...Array.from({ length: lead }, () => 0), ...Array.from({ length: days }, (_, index) => index + 1)];
  while (cells.length % 7 !== 0) cells.push(0);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** `2021-01` and −1 → `2020-12` */
export function otherMonth(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}
