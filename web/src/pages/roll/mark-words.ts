import { hourOf } from '../../words/format.ts';
import type { Kind, Reason, ShownMark } from './marks.ts';
import type { Attendance } from './roll-state.ts';

export const kindWords: Record<Kind, string> = {
  present: 'có mặt',
  excused: 'vắng có lý do',
  unexcused: 'vắng không lý do',
  'left-early': 'về sớm',
  withdrawn: 'bỏ điểm danh',
};

export const reasonWords: Record<Reason, string> = {
  work: 'công tác',
  illness: 'ốm',
  treatment: 'điều trị',
  abroad: 'ở nước ngoài',
  family: 'việc gia đình',
  other: 'lý do khác',
};

export const attendanceWords: Record<Attendance, string> = {
  present: 'có mặt',
  excused: 'vắng có lý do',
  unexcused: 'vắng không lý do',
  unmarked: 'chưa điểm danh',
};

const absences = { excused: 'có lý do', unexcused: 'không lý do' } as const;

/** What stands at the right of a row: the hour instead of "có mặt", and who took it where it was not at the desk. */
export function rowWords(mark: ShownMark | null, attendance: Attendance): string {
  if (mark?.isWaiting) return 'chờ gửi';
  if (attendance === 'excused' || attendance === 'unexcused') return absences[attendance];
  if (attendance === 'unmarked') return '';
  if (!mark || mark.kind === 'excused' || mark.kind === 'unexcused') return 'lớp khác';
  if (mark.kind === 'left-early') return 'về sớm';
  return mark.device ? `cửa ${hourOf(new Date(mark.takenAt))}` : hourOf(new Date(mark.takenAt));
}

/** `Chi bộ 18` → `18`, where the number alone says it. */
export const shortCell = (name: string): string => name.replace(/^Chi bộ /, '');
