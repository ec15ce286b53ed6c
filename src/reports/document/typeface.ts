import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

/** The four styles of Tinos, which has the widths of Times New Roman and all 134 Vietnamese letters. */
export type FaceName = 'Tinos-Regular' | 'Tinos-Bold' | 'Tinos-Italic' | 'Tinos-BoldItalic';

const FILES: Record<FaceName, string> = {
  'Tinos-Regular': '400Regular/Tinos_400Regular.ttf',
  'Tinos-Bold': '700Bold/Tinos_700Bold.ttf',
  'Tinos-Italic': '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'Tinos-BoldItalic': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** Heights of Tinos above and under the baseline, as parts of the size (hhea table: 1825 and 443 of 2048). */
export const ASCENT = 1825 / 2048;
export const DESCENT = 443 / 2048;

const files = new Map<FaceName, Buffer>();

/** Bytes of one whole TTF file; read once a process. */
export function faceFile(face: FaceName): Buffer {
  const known = files.get(face);
  if (known) return known;
  const packageFile = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json');
  const bytes = readFileSync(join(dirname(packageFile), FILES[face]));
  files.set(face, bytes);
  return bytes;
}

export const faceNames = Object.keys(FILES) as FaceName[];

export function faceOf(style: { bold?: boolean; italic?: boolean }): FaceName {
  if (style.bold) return style.italic ? 'Tinos-BoldItalic' : 'Tinos-Bold';
  return style.italic ? 'Tinos-Italic' : 'Tinos-Regular';
}

/** Width in points of a word or phrase in a face at a size. */
export type MeasureText = (text: string, face: FaceName, size: number) => number;

const MEASURING_SIZE = 1000;

/**
 * A measure over an open PDF with the faces registered, remembering every word that it has seen. One a document,
 * since the words are people's names and must not outlive it.
 */
export function measureWith(pdf: PDFKit.PDFDocument): MeasureText {
  const widths = new Map<string, number>();
  return (text, face, size) => {
    const key = `${face}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = pdf.font(face).fontSize(MEASURING_SIZE).widthOfString(text);
      widths.set(key, width);
    }
    return (width * size) / MEASURING_SIZE;
  };
}

export function registerFaces(pdf: PDFKit.PDFDocument): void {
  for (const face of faceNames) pdf.registerFont(face, faceFile(face));
}

/** A measure for papers that are not PDF but have the same widths. */
export function standaloneMeasure(): MeasureText {
  const pdf = new PDFDocument({ autoFirstPage: false });
  registerFaces(pdf);
  return measureWith(pdf);
}
