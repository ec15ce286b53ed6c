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

const pointed = (eight: string): string => `${eight.slice(0, 2)}.${eight.slice(2)}`;

/** The zeros that a cell of numbers lost: 1234567 is 01.234567, 12.3456 is 12.345600. null where it lost none. */
function cardWithZeros([whole = '', decimals, ...more]: string[]): string | null {
  if (more.length > 0) return null;
  if (decimals === undefined) return whole.length === 7 ? pointed(`0${whole}`) : null;
  if (whole.length + decimals.length >= 8 || whole.length > 2 || decimals.length > 6) return null;
  return `${whole.padStart(2, '0')}.${decimals.padEnd(6, '0')}`;
}

/**
 * A party card number: opaque text. Eight figures are `12.345678`, with or without the dot (domain §8); zeros that a
 * cell of numbers lost at either end come back visibly.
 */
export function readCardNumber(cell: Cell): Reading<string> {
  if (isBlank(cell)) return blank;
  const text = textOf(cell).replace(/^'|^(?:số|so)\s*:?\s*(?=\d)/iu, '');
  const parts = text.split(/[\s.,-]+/);
  const figures = parts.join('');
  if (/\D/.test(figures)) return read(text, doubt('Số thẻ đảng viên có ký tự không phải chữ số.'));
  const whole = typeof cell === 'number' ? cardWithZeros(parts) : null;
  if (whole) return read(whole, restored(`Số thẻ mất số 0 do Excel, đã ghi lại là ${whole}.`));
  if (figures.length === 8) return read(pointed(figures));
  return read(text, doubt(`Số thẻ đảng viên có ${figures.length} chữ số, thường là 8.`));
}

/** Ten figures; fixed lines of two cities and before 2018 mobile numbers (01…) have eleven. */
function phoneDoubts(phone: string): Note[] {
  if (/^0[2-9]\d{8}$|^02\d{9}$/.test(phone)) return [];
  if (/^01\d{9}$/.test(phone)) return [doubt('Số điện thoại 11 chữ số kiểu cũ, từ năm 2018 đã đổi đầu số.')];
  return [doubt(`Số điện thoại có ${phone.length} chữ số, không giống số thường dùng.`)];
}

/** A phone number as `0…`, from +84, 84, 0084 or 0; only the first where a cell holds several. */
export function readPhone(cell: Cell): Reading<string> {
  if (isBlank(cell)) return blank;
  const [first = '', ...others] = textOf(cell).split(/\s*[;,/]\s*|\s+-\s+|\s+(?=(?:\+84|0)\d{8})/);
  const figures = first.replace(/[\s.()'’+-]/g, '');
  if (!/^\d{8,15}$/.test(figures)) return wrong('Số điện thoại không đọc được.');
  const national = figures.replace(/^(?:00)?84(?=\d{9,10}$)/, '0');
  const isShortened = !national.startsWith('0');
  const phone = isShortened ? `0${national}` : national;
  const notes = isShortened ? [restored('Số điện thoại mất số 0 ở đầu, đã thêm lại.')] : [];
  const several = others.length > 0 ? [doubt('Ô ghi nhiều số điện thoại, chỉ lấy số đầu.')] : [];
  return read(phone, ...notes, ...several, ...phoneDoubts(phone));
}

/** Province, direct superior, base, subordinate committee, cell (domain §5). */
const groupLengths = [2, 3, 3, 3, 3];

const dotted = (figures: string): string => {
  let from = 0;
  return groupLengths.map((length) => figures.slice(from, (from += length))).join('.');
};

/** A code of a Party organisation: `38.168.053.000.001`, 14 figures of which the zeros matter (domain §5, §10.22). */
export function readUnitCode(cell: Cell): Reading<string> {
  if (isBlank(cell)) return blank;
  const text = textOf(cell).replace(/[\s'’]/g, '');
  const groups = text.split(/[.-]/);
  const lost = (value: string): Reading<string> =>
    read(value, restored(`Mã tổ chức đảng mất số 0, đã ghi lại là ${value}.`));
  if (
    groups.length === 5 &&
    groups.every((group, place) => /^\d+$/.test(group) && group.length <= (groupLengths[place] ?? 0))
  ) {
    const value = groups.map((group, place) => group.padStart(groupLengths[place] ?? 0, '0')).join('.');
    return value === text.replaceAll('-', '.') ? read(value) : lost(value);
  }
  if (/^\d{14}$/.test(text)) return read(dotted(text));
  if (/^\d{13}$/.test(text)) return lost(dotted(text.padStart(14, '0')));
  return wrong(`${quoted(text)} không phải mã tổ chức đảng 14 chữ số.`);
}
