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

/**
 * All texts of each typeface together: they tell more than each cell alone.
 * @param forced what a person says of a typeface; whether he is right is seen by the samples
 */
export function findEncodings(sheet: Sheet, forced: Encodings = new Map()): EncodingReading[] {
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
    const { encoding: found, certainty } = detectEncoding(all.join('\n'), font);
    if (found === 'none') return [];
    const encoding = forced.get(font) ?? found;
    return [{ font, encoding, isSure: certainty === 'sure', samples: samplesOf(all, found, encoding) }];
  });
}

/** Some texts before and after, side by side; those that the letters found would change. */
function samplesOf(
  texts: string[],
  found: LegacyEncoding,
  chosen: LegacyEncoding | 'none',
): EncodingReading['samples'] {
  const changed = texts.filter((text) => text.length <= 60 && toUnicode(text, found) !== text);
  return [...new Set(changed)].slice(0, 5).map((text) => ({
    ...{ before: tidy(text), after: tidy(chosen === 'none' ? text : toUnicode(text, chosen)) },
  }));
}

export const encodingsOf = (readings: readonly Pick<EncodingReading, 'font' | 'encoding'>[]): Encodings =>
  new Map(readings.map(({ font, encoding }) => [font, encoding]));
