import { formatDate, formatHour, formatInteger, formatRate } from './document/vietnamese-format.js';
import type { CellData, ClassData, PersonData, SessionReportData } from './report-data.js';
import type { Tally } from '../attendance/tally.types.js';

/** `a`, `a và b`, `a, b và c` */
export function joinWords(words: string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} và ${last}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** `các Chi bộ 1, 2, 5`, `Chi bộ Công an, khối các Trường học và các Chi bộ 16, 17`: in the plan's order, groups by name. */
export function cellsInWords(cells: Pick<CellData, 'name' | 'group'>[]): string {
  const pieces: { numbers: string[]; text: string }[] = [];
  for (const { name, group } of cells) {
    const number = /^Chi bộ (\d\S*)$/.exec(name)?.[1];
    const last = pieces.at(-1);
    const text = group ? lowerFirst(group) : name;
    if (!group && number !== undefined && last && last.numbers.length > 0) last.numbers.push(number);
    else if (last?.text !== text || text === '')
      pieces.push({ numbers: !group && number !== undefined ? [number] : [], text });
  }
  return joinWords(pieces.map(({ numbers, text }) => (numbers.length > 1 ? `các Chi bộ ${numbers.join(', ')}` : text)));
}

/** `buổi sáng, từ 8h00`; with its day where the session has several. */
function timesInWords({ sittings }: ClassData, hasOneDay: boolean): string {
  return joinWords(
    sittings.map(({ heldOn, startsAt }) => {
      const part = startsAt < '12:00' ? 'buổi sáng' : startsAt < '18:00' ? 'buổi chiều' : 'buổi tối';
      return `${part}${hasOneDay ? '' : ` ngày ${formatDate(heldOn)}`}, từ ${formatHour(startsAt)}`;
    }),
  );
}

export function periodInWords(days: string[]): string {
  const [first, ...rest] = [...new Set(days)].sort();
  const last = rest.at(-1);
  if (!first) return '';
  return last ? `từ ngày ${formatDate(first)} đến ngày ${formatDate(last)}` : `ngày ${formatDate(first)}`;
}

export const personInWords = ({ name, office }: PersonData): string => (office ? `${name}, ${office}` : name);

export function delegatesInWords(delegates: PersonData[]): string {
  const list = delegates.map(personInWords).join('; ');
  return delegates.length > 1 ? `Các đồng chí ${list}` : list && `Đồng chí ${list}`;
}

function formInWords({ session, presenters }: SessionReportData): string {
  const who = joinWords(presenters.map((presenter) => `đồng chí ${personInWords(presenter)}`));
  const forms = {
    recording: who
      ? `nghe qua ghi hình ${who} quán triệt Nghị quyết, trình chiếu tại hội nghị`
      : 'xem ghi hình, trình chiếu tại hội nghị',
    direct: who ? `trực tiếp, ${who} truyền đạt` : 'trực tiếp',
    online: who ? `trực tuyến, ${who} truyền đạt` : 'trực tuyến',
    'make-up': who ? `học bù, ${who} truyền đạt` : 'học bù',
  };
  return forms[session.mode];
}

const some = (count: number): string => (count > 0 ? formatInteger(count) : '');

export const rateOf = ({ present, summoned }: Tally): string =>
  formatRate({ numerator: present, denominator: summoned });

/** Figures in words that every paper uses; a name whose value is empty may be asked for by `{?name}`. */
export function figureValues(tally: Tally): Record<string, string> {
  return {
    total: formatInteger(tally.total),
    exempt: formatInteger(tally.exemptAbsent),
    away: formatInteger(tally.away),
    summoned: formatInteger(tally.summoned),
    present: formatInteger(tally.present),
    rate: rateOf(tally),
    absent: formatInteger(tally.excused + tally.unexcused),
    excused: formatInteger(tally.excused),
    unexcused: formatInteger(tally.unexcused),
    unmarked: some(tally.unmarked),
    elsewhere: some(tally.presentElsewhere),
    'official.summoned': formatInteger(tally.official.summoned),
    'official.present': formatInteger(tally.official.present),
    'probationary.summoned': formatInteger(tally.probationary.summoned),
    'probationary.present': formatInteger(tally.probationary.present),
    over: overHundreds(tally.total),
  };
}

/** `hơn 900` for 930, as news speaks; small and round numbers as they are. */
function overHundreds(count: number): string {
  const hundreds = Math.floor(count / 100) * 100;
  return count < 100 || hundreds === count ? formatInteger(count) : `hơn ${formatInteger(hundreds)}`;
}

function classValues({ classes }: SessionReportData): Record<string, string> {
  const days = classes.flatMap(({ sittings }) => sittings.map(({ heldOn }) => heldOn));
  const hasOneDay = new Set(days).size === 1;
  const one = (each: ClassData): string =>
    `${each.name} (${timesInWords(each, hasOneDay)}) gồm ${cellsInWords(each.cells)}`;
  return {
    period: periodInWords(days),
    venues: joinWords([...new Set(classes.map(({ venue }) => venue))]),
    classes: classes.map(one).join('; '),
    'classes.count': formatInteger(classes.length),
    'cells.count': formatInteger(classes.flatMap(({ cells }) => cells).length),
    classRates: classes
      .map(
        ({ name, tally }) =>
          `${name}: ${formatInteger(tally.present)}/${formatInteger(tally.summoned)}, đạt ${rateOf(tally)}`,
      )
      .join('; '),
  };
}

/** Guests whom the office has counted are apart from the rate; those without a count are members, counted in their cells. */
function guestValues({ guests, delegates }: SessionReportData): Record<string, string> {
  const counted = guests.flatMap(({ category, count }) => (count === null ? [] : [{ category, count }]));
  const sum = counted.reduce((total, { count }) => total + count, 0);
  const uncounted = guests
    .filter(({ count }) => count === null)
    .map(({ category }) => `các đồng chí trong ${lowerBody(category)}`);
  const words = delegatesInWords(delegates);
  return {
    delegates: words,
    'delegates.lower': lowerFirst(words),
    attendingCategories: joinWords(uncounted),
    guests: counted.map(({ category, count }) => `${lowerBody(category)} ${formatInteger(count)} người`).join(', '),
    'guests.count': counted.length > 1 ? formatInteger(sum) : '',
    everybody: [...uncounted, ...counted.map(({ category }) => lowerBody(category))].join(', '),
  };
}

/** Names of bodies keep their capital (`Ban Chấp hành`, `UBND`), the rest is in the flow of the sentence. */
const lowerBody = (category: string): string =>
  /^(Ban Chấp hành|[A-ZĐ]{2})/.test(category) ? category : lowerFirst(category);

/** All names that a session's wording may use, with their values. */
export function sessionValues(data: SessionReportData): Record<string, string> {
  const { committee, session, resolutions } = data;
  const { basis, narrative } = session;
  const written = Object.fromEntries(Object.entries(narrative).map(([part, text]) => [`narrative.${part}`, text]));
  return {
    ...{ 'committee.name': committee.name, 'committee.body': committee.bodyName },
    ...{ basis: basis?.name ?? '', 'basis.number': basis?.number ?? '', 'basis.issuer': basis?.issuer ?? '' },
    'basis.date': basis ? formatDate(basis.issuedOn) : '',
    studied: joinWords(resolutions.map(({ number, title }) => (number ? `${title} (số ${number})` : title))),
    form: formInWords(data),
    ...figureValues(data.tally),
    ...classValues(data),
    ...guestValues(data),
    ...written,
  };
}

/** The names of `sessionValues`, for checking a wording before there are any data. */
export const sessionNames = [
  ...['committee.name', 'committee.body', 'basis', 'basis.number', 'basis.issuer', 'basis.date', 'studied', 'form'],
  ...[
    'total',
    'exempt',
    'away',
    'summoned',
    'present',
    'rate',
    'absent',
    'excused',
    'unexcused',
    'unmarked',
    'elsewhere',
  ],
  ...['official.summoned', 'official.present', 'probationary.summoned', 'probationary.present', 'over'],
  ...['period', 'venues', 'classes', 'classes.count', 'cells.count', 'classRates'],
  ...['delegates', 'delegates.lower', 'attendingCategories', 'guests', 'guests.count', 'everybody'],
  ...[
    'leadership',
    'content',
    'writeUps',
    'publicity',
    'actionPlan',
    'strengths',
    'shortcomings',
    'tasks',
    'makeUp',
  ].map((part) => `narrative.${part}`),
] as const;
