import type { Session, SessionClass, Sitting, Tally } from '../../api/queries.ts';
import { day, hour, integer, longDay, partOfDay } from '../../words/format.ts';
import { daysBetween, endOf, type Moment, type OpenSession, tallyOf } from './open-session.ts';

export interface NextClass {
  session: Session;
  sessionClass: SessionClass;
  sitting: Sitting;
  tally: Tally | null;
}

/** A part of a sentence; figures are set in bold. */
export interface Piece {
  text: string;
  isStrong: boolean;
}

/** What is on now, else what comes next today, else what was last today, else the next day's first. */
export function nextClass(open: OpenSession[], now: Moment): NextClass | null {
  const all = open
    .flatMap(({ session, figures }) =>
      session.classes
        .filter(({ closedAt }) => closedAt === null)
        .flatMap((sessionClass) =>
          sessionClass.sittings.map((sitting) => ({
            ...{ session, sessionClass, sitting },
            tally: sessionClass.summonedAt ? tallyOf(figures, sessionClass) : null,
          })),
        ),
    )
    .sort((a, b) => at(a).localeCompare(at(b)));
  const ofToday = all.filter(({ sitting }) => sitting.heldOn === now.day);
  return (
    ofToday.find(({ sitting }) => endOf(sitting) >= now.time) ??
    ofToday.at(-1) ??
    all.find(({ sitting }) => sitting.heldOn > now.day) ??
    null
  );
}

const at = ({ sitting }: NextClass): string => `${sitting.heldOn}${sitting.startsAt}`;

/** `Chiều nay`, `Sáng mai`, `Chủ nhật, 29/11/2026` */
export function dayWords({ heldOn, startsAt }: Sitting, today: string): string {
  const part = partOfDay(startsAt);
  const distance = daysBetween(today, heldOn);
  const near = { 0: 'nay', 1: 'mai' }[distance];
  return near ? `${part.charAt(0).toUpperCase()}${part.slice(1)} ${near}` : longDay(heldOn);
}

const plain = (text: string): Piece => ({ text, isStrong: false });
const strong = (text: string): Piece => ({ text, isStrong: true });

/** `Chiều nay 14h00, Lớp 2 tại Hội trường Trung đoàn 280: 438 người được triệu tập, 391 đã có mặt.` */
export function sentenceOf({ sessionClass, sitting, tally }: NextClass, today: string): Piece[] {
  const { name, venue, cellIds } = sessionClass;
  const when = [
    plain(`${dayWords(sitting, today)} `),
    strong(hour(sitting.startsAt)),
    plain(`, ${name} tại ${venue}: `),
  ];
  if (!tally) return [...when, strong(integer(cellIds.length)), plain(' chi bộ, chưa triệu tập.')];
  const summoned = [strong(integer(tally.summoned)), plain(' người được triệu tập')];
  const isToday = sitting.heldOn === today;
  const present =
    isToday || tally.present > 0 ? [plain(', '), strong(integer(tally.present)), plain(' đã có mặt')] : [];
  return [...when, ...summoned, ...present, plain('.')];
}

/** The one main act: it names what it opens. */
export function mainAct(
  { session, sessionClass, sitting, tally }: NextClass,
  today: string,
): { to: string; words: string } {
  const base = `/sessions/${session.id}`;
  if (!tally) return { to: `${base}/classes`, words: `Xếp lớp, triệu tập ${sessionClass.name}` };
  if (sitting.heldOn === today)
    return { to: `${base}/roll?class=${sessionClass.id}`, words: `Mở điểm danh ${sessionClass.name}` };
  return { to: base, words: `Mở hội nghị ngày ${day(sitting.heldOn)}` };
}

/** Classes of the same session that were held today and are closed. */
export const closedToday = (
  { session }: NextClass,
  today: string,
): { sessionClass: SessionClass; sitting: Sitting }[] =>
  session.classes.flatMap((sessionClass) => {
    const sitting = sessionClass.sittings.find(({ heldOn }) => heldOn === today);
    return sitting && sessionClass.closedAt ? [{ sessionClass, sitting }] : [];
  });
