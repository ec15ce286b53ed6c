import type { Coverage, Figures, Session } from '../../api/queries.ts';
import { integer } from '../../words/format.ts';
import type { Station } from './stations.ts';

/** The one main act of a session now, and the station where it is done. */
export interface NextAct {
  station: Station['to'];
  /** Within the session: `roll?class=…`. */
  to: string;
  words: string;
}

/** @param expected people whom the register expects; null while that is not known */
export function nextAct(
  { classes }: Session,
  { classes: figures }: Figures,
  { inNoClass, inSeveralClasses }: Coverage,
  expected: number | null,
): NextAct {
  const isSummoned = classes.some(({ summonedAt }) => summonedAt);
  const isReady = classes.every(({ sittings, cellIds }) => sittings.length > 0 && cellIds.length > 0);
  const isCovered = inNoClass.length === 0 && inSeveralClasses.length === 0;
  if (classes.length === 0) return { station: 'classes', to: 'classes', words: 'Thêm lớp' };
  if (!isSummoned && (!isReady || !isCovered)) return { station: 'classes', to: 'classes', words: 'Xếp lớp' };
  if (!isSummoned) {
    const whom = expected === null ? 'đảng viên' : `${integer(expected)} người`;
    return { station: 'classes', to: 'classes', words: `Triệu tập ${whom}` };
  }
  const open = figures.filter(({ closedAt }) => !closedAt);
  const owing = open.find(({ tally }) => tally.unmarked > 0) ?? open[0];
  if (!owing) return { station: 'documents', to: 'documents', words: 'Xem báo cáo' };
  const verb = owing.tally.unmarked > 0 ? 'Mở điểm danh' : 'Chốt';
  return { station: 'roll', to: `roll?class=${owing.classId}`, words: `${verb} ${owing.name}` };
}
