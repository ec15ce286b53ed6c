const NBSP = '\u00A0';

const counted = 'đồng chí|người|lớp|bài|chi bộ|buổi|%';
const before = 'Chi bộ|chi bộ|Lớp|lớp|[Nn]gày|tháng|năm|lúc|từ|số|Số|lần|quý|Quý';

/** Keeps in one line what is read as one thing: a number and what it counts, `Chi bộ 16`, `ngày 16/01/2021` (a line that
 * breaks there was the first mistake of the first drawn paper). */
export function bindTogether(text: string): string {
  return text
    .replace(
      new RegExp(`(\\d) (${counted})(?![\\p{L}])`, 'gu'),
      (_, digit: string, unit: string) => `${digit}${NBSP}${unit.replace(' ', NBSP)}`,
    )
    .replace(
      new RegExp(`(?<![\\p{L}])(${before}) (?=\\d|[IVX]+(?![\\p{L}]))`, 'gu'),
      (_, word: string) => `${word.replace(' ', NBSP)}${NBSP}`,
    );
}
