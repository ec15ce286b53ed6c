import type { Coverage, Figures, Session, SessionClass, Sitting, Tally } from '../../api/queries.ts';
import type { Schemas } from '../../api/client.ts';

/** A session with a class that is not closed yet, and all that is known of it. */
export interface OpenSession {
  session: Session;
  figures: Figures;
  coverage: Coverage;
}

/** In Vietnam: `{ day: '2021-01-16', time: '13:52' }`. */
export interface Moment {
  day: string;
  time: string;
}

export type Summary = Schemas['SessionSummaryDto'];

/** A sitting lasts so long where nobody said when it ends. */
const USUAL_HOURS = 4;

export const endOf = ({ startsAt, endsAt }: Sitting): string =>
  endsAt ?? `${String(Math.min(23, Number(startsAt.slice(0, 2)) + USUAL_HOURS)).padStart(2, '0')}${startsAt.slice(2)}`;

export const isAllClosed = ({ classCount, closedClassCount }: Summary): boolean =>
  classCount > 0 && closedClassCount === classCount;

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 864e5);

/** The open sessions nearest to today: more than these no home page can tell of. */
export function nearest(sessions: Summary[], today: string, most = 8): Summary[] {
  const distance = ({ firstDay }: Summary): number => (firstDay ? Math.abs(daysBetween(today, firstDay)) : 30);
  return sessions
    .filter((session) => !isAllClosed(session))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, most);
}

export const tallyOf = ({ classes }: Figures, { id }: SessionClass): Tally | null =>
  classes.find(({ classId }) => classId === id)?.tally ?? null;

export const firstSitting = ({ sittings }: SessionClass): Sitting | undefined =>
  sittings.toSorted((a, b) => `${a.heldOn}${a.startsAt}`.localeCompare(`${b.heldOn}${b.startsAt}`))[0];

export const hasBegun = ({ heldOn, startsAt }: Sitting, now: Moment): boolean =>
  heldOn < now.day || (heldOn === now.day && startsAt <= now.time);
