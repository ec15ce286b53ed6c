import { fold, tidy } from './tidy-text.js';

/** A row under the head that numbers the columns: 1, 2, 3 … or (1), (2), (3) … or A, B, 1, 2 … */
export function isIndexRow(cells: string[]): boolean {
  const signs = cells.map((cell) => tidy(cell).replace(/[()]/g, '')).filter((sign) => sign !== '');
  const numbers = signs.filter((sign) => /^\d{1,2}$/.test(sign)).map(Number);
  const isInOrder = numbers.every((number, place) => place === 0 || number === (numbers[place - 1] ?? 0) + 1);
  return signs.length > 2 && numbers.length > 1 && isInOrder && signs.every((sign) => /^(?:\d{1,2}|[A-Z])$/.test(sign));
}

/** The texts of a row, one for each stretch of merged cells. */
const textsOf = (cells: string[]): string[] =>
  cells.map(tidy).filter((text, at, all) => text !== '' && text !== all[at - 1]);

/** “Tống” and “Công” are families, “Tổng” and “Cộng” are not: who writes accents is taken at his word. */
const totals = /^(?:tổng\s+(?:cộng|số)|tổng|cộng)(?![\p{L}\p{M}])/iu;
const plainTotals = /^(?:tong\s+(?:cong|so)|tong|cong)\s*(?:[:.\d]|$|dang vien|danh sach|so\b)/i;
const closing = /^(?:an dinh )?danh sach (?:nay )?(?:co|gom)\b|^tong so dang vien\b/;

/** A row that sums up instead of naming a member: “Tổng cộng: 25 đồng chí”, “Cộng”, “Danh sách có 25 đồng chí”. */
export function isTotalRow(cells: string[]): boolean {
  const first = textsOf(cells).find((text) => /\p{L}/u.test(text));
  if (!first) return false;
  const text = first.replace(/^[\s(*]+/, '');
  return totals.test(text) || plainTotals.test(text) || closing.test(fold(text));
}

/**
 * The cell that a row announces for the rows below it, as lists of a whole committee have it: “I. Chi bộ Tổ dân phố 1
 * (25 đảng viên)” gives “Chi bộ Tổ dân phố 1”. null where the row is none such.
 */
export function sectionOf(cells: string[]): string | null {
  const texts = textsOf(cells).filter((text) => !/^(?:[IVXLC]+|\d+|[A-Z])[.)]?$/.test(text));
  const [text, ...others] = texts;
  if (text === undefined || others.some((other) => !/^\d+$/.test(other))) return null;
  const found = /^(?:(?:[IVXLC]+|\d+|[A-Z])\s*[.)/-]+\s*)?(chi bộ\s.+)$/iu.exec(text);
  const name = found?.[1]?.replace(/\s*(?:\(.*\)|[:,;-]\s*\d+\s+\p{L}.*)$/u, '').replace(/\s*:$/, '');
  return name ?? null;
}
