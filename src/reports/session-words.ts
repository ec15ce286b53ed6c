import { formatDate, formatHour, formatInteger } from './document/vietnamese-format.js';
import type { CellData, ClassData, PersonData, ResolutionData, SessionData, SessionReportData } from './report-data.js';

/** `a`, `a và b`, `a, b và c` */
export function joinWords(words: string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} và ${last}`;
}

export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/**
 * `các Chi bộ 1, 2, 5`; `Chi bộ Công an, khối các Trường học và các Chi bộ 16, 17`: in the plan's order, a group once and
 * by its name, numbered cells in a row together.
 */
export function cellsInWords(cells: Pick<CellData, 'name' | 'group'>[]): string {
  const pieces: { text: string; numbers: string[] }[] = [];
  for (const { name, group } of cells) {
    const text = group?.replace(/^Khối/, 'khối') ?? name;
    const number = group ? undefined : /^Chi bộ (\d\S*)$/.exec(name)?.[1];
    const last = pieces.at(-1);
    if (number !== undefined && last && last.numbers.length > 0) last.numbers.push(number);
    else if (number !== undefined) pieces.push({ text, numbers: [number] });
    else if (!pieces.some((piece) => piece.text === text)) pieces.push({ text, numbers: [] });
  }
  return joinWords(pieces.map(({ text, numbers }) => (numbers.length > 1 ? `các Chi bộ ${numbers.join(', ')}` : text)));
}

const partOfDay = (hour: string): string => (hour < '12:00' ? 'buổi sáng' : hour < '18:00' ? 'buổi chiều' : 'buổi tối');

/** `buổi sáng`, for one class: the parts of the day in which it sat. */
export const partsOfDay = ({ sittings }: ClassData): string =>
  joinWords([...new Set(sittings.map(({ startsAt }) => partOfDay(startsAt)))]);

/** `Lớp 1 (buổi sáng, từ 8h00) gồm các Chi bộ 1, 2`; with day and hall where the session has several. */
export function classesInWords(classes: ClassData[]): string {
  const hasOneDay = new Set(daysOf(classes)).size === 1;
  const hasOneVenue = new Set(classes.map(({ venue }) => venue)).size === 1;
  return classes
    .map(({ name, venue, sittings, cells }) => {
      const times = sittings.map(({ heldOn, startsAt }) => {
        const day = hasOneDay ? '' : ` ngày ${formatDate(heldOn)}`;
        return `${partOfDay(startsAt)}${day}, từ ${formatHour(startsAt)}`;
      });
      const details = [...times, ...(hasOneVenue ? [] : [`tại ${venue}`])].join('; ');
      return `${name}${details && ` (${details})`}${cells.length > 0 ? ` gồm ${cellsInWords(cells)}` : ''}`;
    })
    .join('; ');
}

export const daysOf = (classes: ClassData[]): string[] =>
  classes.flatMap(({ sittings }) => sittings.map(({ heldOn }) => heldOn));

/** `ngày 16/01/2021`, `từ ngày 16/01/2021 đến ngày 18/01/2021` */
export function periodInWords(days: string[]): string {
  const [first, ...rest] = [...new Set(days)].sort();
  const last = rest.at(-1);
  if (!first) return '';
  return last ? `từ ngày ${formatDate(first)} đến ngày ${formatDate(last)}` : `ngày ${formatDate(first)}`;
}

const personInWords = ({ name, office }: PersonData): string => (office ? `${name}, ${office}` : name);

/** `Các đồng chí A, Bí thư; B, Phó Bí thư`, in the order given. */
export function delegatesInWords(delegates: PersonData[]): string {
  const list = delegates.map(personInWords).join('; ');
  return delegates.length > 1 ? `Các đồng chí ${list}` : list && `Đồng chí ${list}`;
}

/** How the session was held; class by class where they differ. */
export function formInWords({ session, classes, presenters, resolutions }: SessionReportData): string {
  const who = joinWords(presenters.map((presenter) => `đồng chí ${personInWords(presenter)}`));
  const matter = joinWords([...new Set(resolutions.map(({ title }) => kindOf(title) ?? 'văn bản'))]) || 'nội dung';
  const told = who && `, ${who} truyền đạt`;
  const forms: Record<SessionData['mode'], string> = {
    recording: who
      ? `nghe qua ghi hình ${who} quán triệt ${matter}, trình chiếu tại hội nghị`
      : 'xem ghi hình, trình chiếu tại hội nghị',
    direct: `học trực tiếp tại hội trường${told}`,
    online: `học trực tuyến tại điểm cầu${told}`,
    'make-up': `học bù${told}`,
  };
  const [first = session.mode, ...others] = new Set(classes.map(({ mode }) => mode));
  if (others.length === 0) return forms[first];
  return classes.map(({ name, mode }) => `${name} ${forms[mode]}`).join('; ');
}

const kindOf = (title: string): string | undefined =>
  /^(Nghị quyết|Chỉ thị|Kết luận|Quy định|Quy chế|Kế hoạch|Chương trình|Hướng dẫn)(?!\p{L})/u.exec(title)?.[1];

/** First citation: `Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy … về …` (domain facts §1.4). */
export function resolutionInWords({ number, title, issuer, issuedOn }: ResolutionData): string {
  if (number === null || title.includes(number)) return title;
  const source = `số ${number}, ngày ${formatDate(issuedOn)} của ${issuer}`;
  const kind = kindOf(title);
  return kind && title.startsWith(`${kind} về `)
    ? `${kind} ${source}${title.slice(kind.length)}`
    : `${title} (${source})`;
}

/** Kinds by their code in the number (domain facts §1.5). */
const kindsByCode: Record<string, string> = {
  ...{ KH: 'Kế hoạch', HD: 'Hướng dẫn', CV: 'Công văn', TB: 'Thông báo', CT: 'Chỉ thị', KL: 'Kết luận' },
  ...{ NQ: 'Nghị quyết', QĐ: 'Quyết định', CTr: 'Chương trình', TT: 'Thông tri', ĐA: 'Đề án' },
};

/** `Kế hoạch số 09-KH/QU, ngày 26/11/2020 của Quận ủy Long Biên` */
export function basisInWords(basis: SessionData['basis']): string {
  if (!basis) return '';
  const kind = kindsByCode[/-(\p{L}+)\//u.exec(basis.number)?.[1] ?? ''] ?? kindOf(basis.name) ?? 'Văn bản';
  return `${kind} số ${basis.number}, ngày ${formatDate(basis.issuedOn)} của ${basis.issuer}`;
}

/** Common nouns at the head of a category go small in the flow of a sentence; names of bodies keep their capital. */
const commonNouns =
  /^(Lãnh đạo|Trưởng|Phó|Cán bộ|Công chức|Viên chức|Người|Đại biểu|Đại diện|Cấp ủy|Các|Đoàn viên|Hội viên|Quần chúng|Khách)(?!\p{L})/u;

/** `các đồng chí trong Ban Chấp hành Đảng bộ`, `lãnh đạo UBND phường` */
export function categoryInWords(category: string): string {
  if (commonNouns.test(category)) return lowerFirst(category);
  return category.startsWith('Ban ') ? `các đồng chí trong ${category}` : category;
}

/** `hơn 900` for 930, as news speaks; under a hundred and at round hundreds the number itself. */
export function overHundreds(count: number): string {
  const hundreds = Math.floor(count / 100) * 100;
  return count < 100 || hundreds === count ? formatInteger(count) : `hơn ${formatInteger(hundreds)}`;
}
