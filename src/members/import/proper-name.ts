import {
  blank,
  type Cell,
  doubt,
  isBlank,
  type Note,
  quoted,
  type Reading,
  read,
  restored,
  textOf,
  wrong,
} from './reading.js';
import { tidy } from './tidy-text.js';

/** What the register takes. */
const longestName = 100;

/** There are families Ông and Đồng: what follows has to be a name by itself before the words are an address. */
const families = new Set(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh trương lương tô mai trịnh hà cao đoàn
   lâm phùng quách tạ thái chu châu lưu vương tăng kiều đàm la lã lại nghiêm hứa triệu nông bế mạc hoa tống thạch sơn
   kim từ tôn quan giang thân khổng khuất bạch ninh doãn cù tiêu phí quản vi lò lường cầm quàng giàng sùng vàng`.split(
    /\s+/,
  ),
);

/** Short forms, which are never a name. */
const comrade = /^(?:đ\s?\/\s?c|d\/c|đc|đ\.c)\s?[.:]?\s+(?=\p{L})/iu;
const address = /^(?:đồng chí|dong chi|ông|bà)\s?[.:]?\s+(?=\p{L})/iu;
/** “Đồng chí Y Bih”: with the small c it is no name, whoever follows. */
const sureAddress = /^(?:[Đđ]ồng chí|[^ ]+:|[^ ]+ [^ ]+:)\s+(?=\p{Lu})/u;

const capitalised = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[\s\-'(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** Small letters with a tone mark are left out: in TCVN3 a name in capitals keeps them small (“NGUYễN”). */
function isInCapitals(text: string): boolean {
  const letters = [...text].filter((sign) => /\p{L}/u.test(sign));
  const counted = letters.filter((letter) => !(/\p{Ll}/u.test(letter) && hasTone(letter)));
  return counted.length > 1 && counted.every((letter) => letter !== letter.toLowerCase());
}

const hasTone = (letter: string): boolean => /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD'));

/**
 * A name written as names are: all capitals, or all small, becomes “Nguyễn Thị Hồng-Hạnh”, “H'Hen Niê”. Mixed case is
 * somebody's decision and stays. The superior system exports names in capitals (domain §4).
 */
export function properName(text: string): string {
  const name = tidy(text).replace(/[‘’ʼ]/g, "'");
  return isInCapitals(name) || name === name.toLowerCase() ? capitalised(name) : name;
}

/** “Nguyễn Thị ánh”: TCVN3 has no capital Á, so the word begins small though its neighbours do not. */
function withLostCapitals(name: string): string {
  if (!/^\p{Lu}/u.test(name)) return name;
  return name.replace(/(?<=\s)\p{Ll}/gu, (letter) => (hasTone(letter) ? letter.toUpperCase() : letter));
}

function withoutAddress(text: string): { name: string; notes: Note[] } {
  const called = comrade.exec(text) ?? address.exec(text);
  if (!called) return { name: text, notes: [] };
  const name = text.slice(called[0].length);
  const words = name.toLowerCase().split(' ');
  const isName = words.length > 1 && families.has(words[0] ?? '');
  const said = quoted(called[0].trim());
  if (isName || comrade.test(text) || sureAddress.test(text)) {
    return { name, notes: [restored(`Đã bỏ ${said} ở đầu họ tên.`)] };
  }
  return { name: text, notes: [doubt(`${said} ở đầu họ tên có thể là họ, có thể là xưng hô.`)] };
}

function doubtsOf(name: string): Note[] {
  const notes: Note[] = [];
  if (!name.includes(' ')) notes.push(doubt('Họ tên chỉ có một chữ.'));
  if (/[^\p{L}\p{M} '.-]/u.test(name)) notes.push(doubt('Họ tên có chữ số hoặc ký hiệu lạ.'));
  return notes;
}

/** A full name: blanks tidied, address taken off, case set; what was changed beyond that is said. */
export function readName(cell: Cell): Reading<string> {
  if (isBlank(cell)) return blank;
  if (typeof cell !== 'string' || !/\p{L}/u.test(cell)) return wrong(`${quoted(textOf(cell))} không phải là họ tên.`);
  const { name: typed, notes } = withoutAddress(tidy(cell));
  const proper = properName(typed);
  const name = withLostCapitals(proper);
  if (name.length > longestName) return wrong(`Họ tên dài quá ${longestName} ký tự.`);
  if (name !== proper) notes.push(restored('Chữ đầu tên bị gõ thường do phông chữ cũ, đã viết hoa lại.'));
  return read(name, ...notes, ...doubtsOf(name));
}

/** A name whose family part and given name stand in two columns. */
export const joinName = (familyNames: Cell, givenName: Cell): Cell =>
  [familyNames, givenName]
    .map((part) => (isBlank(part) ? '' : textOf(part)))
    .join(' ')
    .trim() || null;
