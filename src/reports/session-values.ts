import type { Tally } from '../attendance/tally.types.js';
import { formatDate, formatInteger, formatRate } from './document/vietnamese-format.js';
import type { ClassData, SessionNarrative, SessionReportData } from './report-data.js';
import {
  basisInWords,
  categoryInWords,
  classesInWords,
  daysOf,
  delegatesInWords,
  formInWords,
  joinWords,
  lowerFirst,
  overHundreds,
  periodInWords,
  resolutionInWords,
} from './session-words.js';

/**
 * Names for the figures of one set of members. No name gives a rate alone: `share` carries its fraction and the name of
 * its denominator (DESIGN §3).
 */
export const figureNames = [
  ...(['total', 'total.over', 'exempt', 'away', 'summoned', 'share'] as const),
  ...(['present', 'absent', 'excused', 'unexcused', 'unmarked', 'elsewhere', 'leftEarly'] as const),
  ...(['official.summoned', 'official.present', 'probationary.summoned', 'probationary.present'] as const),
] as const;

const narrativeNames = [
  ...(['narrative.leadership', 'narrative.content', 'narrative.writeUps', 'narrative.publicity'] as const),
  ...(['narrative.actionPlan', 'narrative.strengths', 'narrative.shortcomings'] as const),
  ...(['narrative.tasks', 'narrative.makeUp'] as const),
] as const satisfies `narrative.${keyof SessionNarrative}`[];

/** All names that a session's wording may use, for checking it before there are any data. */
export const sessionNames = [
  ...(['committee.name', 'committee.body', 'committee.place', 'committee.code', 'reported'] as const),
  ...(['session.title', 'basis', 'basis.title', 'studied', 'form', 'period', 'venues'] as const),
  ...(['classes', 'classes.count', 'classes.shares', 'cells.count'] as const),
  ...(['delegates', 'delegates.lower', 'attending', 'guests', 'guests.count', 'everybody'] as const),
  ...figureNames,
  ...narrativeNames,
] as const;

type FigureName = (typeof figureNames)[number];
type SessionName = (typeof sessionNames)[number];

const shareOf = ({ present, summoned }: Tally): string =>
  `${formatInteger(present)}/${formatInteger(summoned)} đồng chí, đạt ${formatRate({ numerator: present, denominator: summoned })}`;

/** Figures in words that every paper uses; `share` is empty where nobody was summoned. */
export function figureValues(tally: Tally): Record<FigureName, string> {
  const { official, probationary } = tally;
  return {
    total: formatInteger(tally.total),
    'total.over': overHundreds(tally.total),
    exempt: formatInteger(tally.exemptAbsent),
    away: formatInteger(tally.away),
    summoned: formatInteger(tally.summoned),
    share: tally.summoned > 0 ? `${shareOf(tally)} trên số được triệu tập` : '',
    present: formatInteger(tally.present),
    absent: formatInteger(tally.excused + tally.unexcused),
    excused: formatInteger(tally.excused),
    unexcused: formatInteger(tally.unexcused),
    unmarked: formatInteger(tally.unmarked),
    elsewhere: formatInteger(tally.presentElsewhere),
    leftEarly: formatInteger(tally.leftEarly),
    'official.summoned': formatInteger(official.summoned),
    'official.present': formatInteger(official.present),
    'probationary.summoned': formatInteger(probationary.summoned),
    'probationary.present': formatInteger(probationary.present),
  };
}

function classValues(classes: ClassData[]) {
  const summoning = classes.filter(({ tally }) => tally.summoned > 0);
  return {
    period: periodInWords(daysOf(classes)),
    venues: joinWords([...new Set(classes.map(({ venue }) => venue))]),
    classes: classesInWords(classes),
    'classes.count': formatInteger(classes.length),
    // Of one class the share is that of the whole, and is not said twice.
    'classes.shares':
      classes.length > 1 ? summoning.map(({ name, tally }) => `${name} có ${shareOf(tally)}`).join('; ') : '',
    'cells.count': formatInteger(new Set(classes.flatMap(({ cells }) => cells.map(({ id }) => id))).size),
  };
}

/** Delegates and guests stand apart from the members' rate. Categories without a count are named, not counted. */
function guestValues({ guests, delegates }: SessionReportData) {
  const present = guests.filter(({ count }) => count !== 0);
  const counted = present.flatMap(({ category, count }) => (count === null ? [] : [{ category, count }]));
  const uncounted = present.filter(({ count }) => count === null);
  const words = delegatesInWords(delegates);
  return {
    delegates: words,
    'delegates.lower': lowerFirst(words),
    attending: joinWords(uncounted.map(({ category }) => categoryInWords(category))),
    guests: counted
      .map(({ category, count }) => `${categoryInWords(category)} ${formatInteger(count)} người`)
      .join('; '),
    'guests.count': formatInteger(counted.reduce((total, { count }) => total + count, 0)),
    everybody: joinWords(present.map(({ category }) => categoryInWords(category))),
  };
}

/** What stands for each name of a session's wording. */
export function sessionValues(data: SessionReportData): Record<SessionName, string> {
  const { committee, session, resolutions } = data;
  const { narrative } = session;
  return {
    'committee.name': committee.name,
    'committee.body': committee.bodyName,
    'committee.place': committee.place,
    'committee.code': committee.documentCode,
    reported: formatDate(data.reportedOn),
    'session.title': session.title,
    basis: basisInWords(session.basis),
    'basis.title': session.basis?.name ?? '',
    studied: joinWords(resolutions.map(resolutionInWords)),
    form: formInWords(data),
    ...figureValues(data.tally),
    ...classValues(data.classes),
    ...guestValues(data),
    'narrative.leadership': narrative.leadership,
    'narrative.content': narrative.content,
    'narrative.writeUps': narrative.writeUps,
    'narrative.publicity': narrative.publicity,
    'narrative.actionPlan': narrative.actionPlan,
    'narrative.strengths': narrative.strengths,
    'narrative.shortcomings': narrative.shortcomings,
    'narrative.tasks': narrative.tasks,
    'narrative.makeUp': narrative.makeUp,
  };
}
