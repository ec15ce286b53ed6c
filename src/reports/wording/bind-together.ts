const NBSP = '\u00A0';

/** Words that a number belongs to: `Chi bộ 16`, `ngày 16/01/2021`, `lúc 14h00`, `lần thứ XVII`, `Kế hoạch số 09-KH/QU`. */
const labels = 'chi bộ|tổ|lớp|khóa|đoàn|ngày|tháng|năm|quý|kỳ|lúc|từ|số|lần|thứ|điều|khoản|phụ lục';
const labelled = new RegExp(`(?<!\\p{L})(${labels}) (?=\\d|[IVX]+(?!\\p{L}))`, 'giu');

/** A number that has no such word before it, and the word that it counts: `832/866 đồng chí`, `3 khâu`. */
const counted = /(?<![\d\p{L}\u00A0/.,-])(\d[\d.]*(?:\/\d[\d.]*)?) (?=\p{Ll})/gu;
const pairs = /(\u00A0(?:đồng|chi|bài|đảng)) (?=(?:chí|bộ|học|viên)(?!\p{L}))/gu;

/**
 * Keeps in one line what is read as one thing (the papers' rules, §2): a number and what it counts, a number and what it
 * belongs to. A line that broke inside `Chi bộ 16` was the first mistake of the first drawn paper.
 */
export function bindTogether(text: string): string {
  return text
    .replace(labelled, (_, label: string) => `${label.replace(' ', NBSP)}${NBSP}`)
    .replace(counted, `$1${NBSP}`)
    .replace(pairs, `$1${NBSP}`)
    .replace(/(\d) %/g, `$1${NBSP}%`);
}
