import type { Schemas } from '../../api/client.ts';
import type { Figures, SessionClass } from '../../api/queries.ts';
import { day, integer } from '../../words/format.ts';
import { daysBetween, firstSitting, hasBegun, type Moment, type OpenSession, tallyOf } from './open-session.ts';

type SessionTally = Schemas['SessionTallyDto'];

/** Something that waits for a person. */
export interface Debt {
  key: string;
  title: string;
  detail: string;
  to: string;
  act: string;
  isUrgent: boolean;
}

/** An older session than this is nobody's work any more, unless it was the last one. */
const DAYS_OF_FOLLOW_UP = 90;
/** So long before the day the summons should be out. */
const DAYS_OF_SUMMONS = 7;

/** All that is owed, what cannot wait first. */
export function debtsOf(open: OpenSession[], tallies: SessionTally[], now: Moment): Debt[] {
  const ofPlans = open.flatMap((each) => [...rollDebts(each, now), ...planDebts(each, now)]);
  const ofTallies = recentOnly(tallies, now.day).flatMap((tally) => [...absentDebts(tally), ...reportDebts(tally)]);
  return [...ofPlans, ...ofTallies].sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent));
}

function recentOnly(tallies: SessionTally[], today: string): SessionTally[] {
  const lastDone = tallies.find(({ classes }) => classes.every(({ closedAt }) => closedAt));
  return tallies.filter(
    (each) => each === lastDone || (each.firstDay !== null && daysBetween(each.firstDay, today) <= DAYS_OF_FOLLOW_UP),
  );
}

/** Rolls that were begun and are not closed. */
function rollDebts({ session, figures }: OpenSession, now: Moment): Debt[] {
  return session.classes.flatMap((sessionClass) => {
    const sitting = firstSitting(sessionClass);
    const tally = tallyOf(figures, sessionClass);
    if (!sitting || !tally || !sessionClass.summonedAt || sessionClass.closedAt) return [];
    if (!hasBegun(sitting, now) && tally.unmarked === tally.summoned) return [];
    const { id, name } = sessionClass;
    const left = integer(tally.unmarked);
    const common = { key: `roll ${id}`, to: `/sessions/${session.id}/roll?class=${id}`, isUrgent: true };
    return tally.unmarked > 0
      ? [
          {
            ...common,
            title: `${name} còn ${left} người chưa điểm danh`,
            detail: whereOpen(figures, id),
            act: `Xem ${left} người`,
          },
        ]
      : [{ ...common, title: `${name} đã ghi đủ, chưa chốt`, detail: session.title, act: `Chốt ${name}` }];
  });
}

/** `Ở 9 chi bộ, nhiều nhất là Chi bộ 18: 18 người` */
function whereOpen(figures: Figures, classId: string): string {
  const cells = figures.classes.find((each) => each.classId === classId)?.cells ?? [];
  const open = cells.filter(({ tally }) => tally.unmarked > 0).sort((a, b) => b.tally.unmarked - a.tally.unmarked);
  const [most] = open;
  if (!most) return '';
  return open.length === 1
    ? `Ở ${most.name}`
    : `Ở ${open.length} chi bộ, nhiều nhất là ${most.name}: ${integer(most.tally.unmarked)} người`;
}

/** What a plan lacks: classes, cells in them, the summons. */
function planDebts({ session, coverage }: OpenSession, now: Moment): Debt[] {
  const to = `/sessions/${session.id}/classes`;
  const first = session.classes.map(firstSitting).find(Boolean);
  const detail = first ? `${session.title}, ${day(first.heldOn)}` : session.title;
  const common = { key: `plan ${session.id}`, detail, to, act: 'Xếp lớp', isUrgent: false };
  if (session.classes.length === 0) return [{ ...common, title: 'Hội nghị chưa có lớp nào' }];
  const { inNoClass, inSeveralClasses } = coverage;
  const faults = [
    inNoClass.length > 0 ? `${inNoClass.length} chi bộ chưa có lớp` : '',
    inSeveralClasses.length > 0 ? `${inSeveralClasses.length} chi bộ ở hai lớp` : '',
  ].filter(Boolean);
  if (faults.length > 0) return [{ ...common, title: faults.join(', ') }];
  const late = session.classes.filter((each) => isSummonsDue(each, now));
  if (late.length === 0) return [];
  return [{ ...common, title: `${late.map(({ name }) => name).join(', ')} chưa triệu tập`, act: 'Triệu tập' }];
}

function isSummonsDue(sessionClass: SessionClass, now: Moment): boolean {
  const sitting = firstSitting(sessionClass);
  if (!sitting || sessionClass.summonedAt) return false;
  return daysBetween(now.day, sitting.heldOn) <= DAYS_OF_SUMMONS;
}

/** Members who were absent from what is closed; a make-up class they came to has taken them out of the tally. */
function absentDebts({ sessionId, title, tally, classes }: SessionTally): Debt[] {
  const closed = classes.filter(({ closedAt }) => closedAt);
  const isWhole = closed.length === classes.length;
  const parts = isWhole ? [tally] : closed.map((each) => each.tally);
  const excused = parts.reduce((sum, part) => sum + part.excused, 0);
  const unexcused = parts.reduce((sum, part) => sum + part.unexcused, 0);
  if (closed.length === 0 || excused + unexcused === 0) return [];
  const from = isWhole ? '' : ` ${closed.map(({ name }) => name).join(', ')}`;
  const people = integer(excused + unexcused);
  return [
    {
      key: `absent ${sessionId}`,
      title: `${people} đảng viên vắng${from} còn nợ học`,
      detail: `${integer(excused)} có lý do, ${integer(unexcused)} không lý do · ${title}`,
      to: `/sessions/${sessionId}/figures`,
      act: `Xem ${people} người`,
      isUrgent: false,
    },
  ];
}

function reportDebts({ sessionId, title, firstDay, classes }: SessionTally): Debt[] {
  if (classes.length === 0 || classes.some(({ closedAt }) => !closedAt)) return [];
  return [
    {
      key: `report ${sessionId}`,
      title: 'Báo cáo kết quả còn là dự thảo',
      detail: firstDay ? `${title}, ${day(firstDay)}` : title,
      to: `/sessions/${sessionId}/documents`,
      act: 'Mở dự thảo',
      isUrgent: false,
    },
  ];
}
