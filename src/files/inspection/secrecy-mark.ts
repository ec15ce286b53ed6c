/** The three degrees, and how the two older encodings of Vietnamese show them when read as they are: TCVN3, VNI. */
const degrees = /^(TUYỆT MẬT|TỐI MẬT|MẬT|TUYÖT MËT|TÈI MËT|MËT|TUYEÄT MAÄT|TOÁI MAÄT|MAÄT)$/;

/** Frames, brackets and dashes that are drawn around a stamp. */
const around = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

const labelled = /^(?:MỨC |DẤU |DẤU CHỈ )?ĐỘ MẬT *:? *(.*)$/;

/**
 * The mark of secrecy that a line is, where it is nothing but that; null for any other line. Running text that speaks of
 * secrets ("Luật Bảo vệ bí mật nhà nước", "bảo mật") is no mark.
 */
export function markOfLine(line: string): string | null {
  const text = capitals(line);
  const label = labelled.exec(text)?.[1];
  const candidate = (label ?? text).replaceAll(around, '');
  return degrees.exec(candidate)?.[1] ?? null;
}

/** `MẬT` in capitals as a word of its own, unless it is the end of BÍ MẬT, BẢO MẬT, CƠ MẬT. */
const inName = /(?<!\p{L})(?<!(?:BÍ|BẢO|CƠ) +)(TUYỆT MẬT|TỐI MẬT|MẬT)(?!\p{L})/u;

const withoutTones = /^(TUYET MAT|TOI MAT)$/;

/** File names are one line of many parts: a part that is a mark counts, and so do capitals anywhere. */
export function markOfName(name: string): string | null {
  const stem = name.normalize('NFC').replace(/\.[^.]*$/, '');
  const parts = stem.split(/[-_.,;()[\]{}+–—]+/);
  for (const part of parts) {
    const mark = markOfLine(part) ?? withoutTones.exec(capitals(part))?.[1];
    if (mark) return mark;
  }
  return inName.exec(stem.replaceAll(/[\s_]+/g, ' '))?.[1] ?? null;
}

/** NFC, capitals, single blanks; letters that were spaced out for looks (`M Ậ T`) are brought together. */
function capitals(text: string): string {
  const tidy = text.normalize('NFC').toLocaleUpperCase('vi').replaceAll(/\s+/g, ' ').trim();
  if (!/^\p{L}( \p{L})+$/u.test(tidy)) return tidy;
  const joined = tidy.replaceAll(' ', '');
  return joined.replace(/^(TUYỆT|TỐI)(?=MẬT$)/, '$1 ');
}
