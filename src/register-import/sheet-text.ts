import { detectEncoding } from '../members/import/encoding-detection.js';
import { type LegacyEncoding, toUnicode } from '../members/import/legacy-encoding.js';
import type { Cell } from '../members/import/reading.js';
import { tidy } from '../members/import/tidy-text.js';
import type { Sheet, SheetCell, SheetRow } from '../platform/spreadsheet/sheet-file.js';
import type { EncodingReading } from './reading.types.js';

/** In which encoding the texts of a typeface are; `''` stands for those without one. */
export type Encodings = ReadonlyMap<string, LegacyEncoding | 'none'>;

/** Characters of one typeface that are looked at: more tell no more. */
const ENOUGH = 200_000;

/** Stretches of a cell's text, each with its typeface. */
const stretchesOf = (cell: SheetCell): { text: string; font: string }[] =>
  cell.runs.length > 0
    ? cell.runs.map(({ text, fontName }) => ({ text, font: fontName ?? cell.fontName ?? '' }))
    : [{ text: cell.text, font: cell.fontName ?? '' }];

/** The cell's text in Unicode, otherwise as it stands. */
export function unicodeOf(cell: SheetCell, encodings: Encodings): string {
  return stretchesOf(cell)
    .map(({ text, font }) => {
      const encoding = encodings.get(font) ?? 'none';
      return encoding === 'none' ? text : toUnicode(text, encoding);
    })
    .join('');
}

/** What a field's reader is given. */
export function valueOf(cell: SheetCell, encodings: Encodings): Cell {
  if (cell.result === 'empty') return null;
  if (cell.result === 'date') return new Date(`${cell.text.slice(0, 10)}T00:00:00Z`);
  return cell.result === 'number' ? cell.number : unicodeOf(cell, encodings);
}

/** Tidy texts of a row, from column 1 on. */
export const textsOf = (row: SheetRow, width: number, encodings: Encodings): string[] =>
  Array.from({ length: width }, (_, column) => tidy(unicodeOf(row.cell(column + 1), encodings)));

/** All texts of each typeface together: they tell more than each cell alone. */
export function findEncodings(sheet: Sheet): EncodingReading[] {
  const texts = new Map<string, string[]>();
  let length = 0;
  for (const row of sheet.rows()) {
    for (const cell of row.cells.filter(({ result }) => result === 'text')) {
      for (const { text, font } of stretchesOf(cell)) {
        const known = texts.get(font) ?? [];
        texts.set(font, known);
        known.push(text);
        length += text.length;
      }
    }
    if (length > ENOUGH) break;
  }
  return [...texts].flatMap(([font, all]) => {
    const { encoding, certainty } = detectEncoding(all.join('\n'), font);
    if (encoding === 'none') return [];
    return [{ font, encoding, isSure: certainty === 'sure', samples: samplesOf(all, encoding) }];
  });
}

/** Some texts before and after, side by side; those that change. */
export function samplesOf(texts: string[], encoding: LegacyEncoding): EncodingReading['samples'] {
  const pairs = texts.map((text) => ({ before: tidy(text), after: tidy(toUnicode(text, encoding)) }));
  const changed = pairs.filter(({ before, after }) => before !== after && before.length <= 60);
  return [...new Map(changed.map((pair) => [pair.before, pair])).values()].slice(0, 5);
}

export const encodingsOf = (readings: readonly Pick<EncodingReading, 'font' | 'encoding'>[]): Encodings =>
  new Map(readings.map(({ font, encoding }) => [font, encoding]));
