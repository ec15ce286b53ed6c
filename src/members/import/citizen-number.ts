import { blank, type Cell, doubt, isBlank, type Note, type Reading, read, restored, textOf, wrong } from './reading.js';

/** Where a birth was registered, first three figures: the 63 provinces of Thông tư 07/2016/TT-BCA, appendix 1. */
const provinces = new Set(
  `001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045
   046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093
   094 095 096`.split(/\s+/),
);

/** What the row says of the person elsewhere; what it does not say is missing or null. */
export interface KnownPerson {
  sex?: 'male' | 'female' | null;
  birthYear?: number | null;
}

export const isCitizenNumber = (text: string): boolean => /^\d{12}$/.test(text);

/** Three figures of the province, one of sex and century, two of the year of birth, six of a series (domain §8). */
function saysOf(number: string): { isKnownProvince: boolean; sex: 'male' | 'female'; birthYear: number } {
  const sexAndCentury = Number(number[3]);
  return {
    isKnownProvince: provinces.has(number.slice(0, 3)),
    sex: sexAndCentury % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(sexAndCentury / 2) + Number(number.slice(4, 6)),
  };
}

/** Never refusals: cards are issued with errors, sexes and birth dates are corrected later, codes are added. */
function doubtsOf(number: string, { sex, birthYear }: KnownPerson): Note[] {
  const says = saysOf(number);
  const notes: Note[] = [];
  if (!says.isKnownProvince) notes.push(doubt('Ba số đầu của số căn cước không phải mã tỉnh, thành phố đã biết.'));
  if (sex && sex !== says.sex) {
    notes.push(doubt(`Số căn cước là của ${says.sex === 'male' ? 'nam' : 'nữ'}, khác với giới tính trong danh sách.`));
  }
  if (birthYear && birthYear !== says.birthYear) {
    notes.push(
      doubt(`Số căn cước là của người sinh năm ${says.birthYear}, khác với năm sinh ${birthYear} trong danh sách.`),
    );
  }
  return notes;
}

/**
 * The first provinces begin with 0 or 00, so a cell of numbers loses up to two figures and leaves ten or eleven; nine
 * are never a shortened new number. In a cell of text the missing figure may be any, hence the doubt.
 */
function withZeros(figures: string, isNumeric: boolean): { number: string; note: Note } {
  const count = 12 - figures.length;
  const number = figures.padStart(12, '0');
  const added = `đã thêm ${count} số 0 ở đầu`;
  if (isNumeric) return { number, note: restored(`Số căn cước mất số 0 do Excel, ${added}.`) };
  return { number, note: doubt(`Số căn cước chỉ có ${figures.length} chữ số, ${added}.`) };
}

/** The old identity card: nine figures, eight where the cell lost a zero. */
function oldNumber(figures: string): Reading<string> {
  const notes = [doubt('Có 9 chữ số, là số chứng minh nhân dân cũ, chưa phải số căn cước 12 chữ số.')];
  if (figures.length === 8) notes.unshift(restored('Số chứng minh nhân dân mất số 0 do Excel, đã thêm 1 số 0 ở đầu.'));
  return read(figures.padStart(9, '0'), ...notes);
}

/**
 * A citizen number as text of 12 figures, or an old card number of 9 (`isCitizenNumber` tells). Lost zeros come back
 * visibly (domain §10.22); what the number says of the person and the row denies is a doubt.
 */
export function readCitizenNumber(cell: Cell, known: KnownPerson = {}): Reading<string> {
  if (isBlank(cell)) return blank;
  const text = textOf(cell);
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return wrong('Số căn cước bị Excel rút gọn, đã mất các chữ số cuối.');
  const figures = text.replace(/[\s.'’`-]/g, '');
  if (!/^\d+$/.test(figures)) return wrong('Số căn cước có ký tự không phải chữ số.');
  const isNumeric = typeof cell === 'number';
  if (figures.length === 12) return read(figures, ...doubtsOf(figures, known));
  if (figures.length === 9 || (figures.length === 8 && isNumeric)) return oldNumber(figures);
  if (figures.length !== 10 && figures.length !== 11) {
    return wrong(`Số căn cước có ${figures.length} chữ số, phải là 12.`);
  }
  const { number, note } = withZeros(figures, isNumeric);
  return read(number, note, ...doubtsOf(number, known));
}
