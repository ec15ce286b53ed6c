import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MILLIMETRES_PER_POINT = 25.4 / 72;

/** A stretch of text as a second reader finds it; place of its box in mm from the paper's edges, size in points. */
export interface ReadText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
  /** Without the tag of the subset: `Tinos-Bold`. */
  font: string;
}

/** A straight horizontal rule: mm, weight in points. */
export interface ReadRule {
  left: number;
  right: number;
  y: number;
  weight: number;
}

export interface ReadPage {
  width: number;
  height: number;
  texts: ReadText[];
  rules: ReadRule[];
}

export interface ReadPdf {
  pages: ReadPage[];
  info: Record<string, unknown>;
  /** All fonts of the file with the tags of their subsets. */
  fonts: string[];
}

/** Reads a PDF with pdf.js, which shares no code with the writer. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true });
  const pdf = await task.promise;
  const fonts = new Set<string>();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number), fonts));
  }
  const { info } = await pdf.getMetadata();
  await task.destroy();
  return { pages, info: { ...info }, fonts: [...fonts].sort() };
}

async function readPage(page: PDFPageProxy, fonts: Set<string>): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const content = await page.getTextContent();
  const texts = content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const font = (page.commonObjs.get(item.fontName) as { name: string }).name;
    fonts.add(font);
    const [size, , , , x, baseline] = item.transform as number[];
    const style = content.styles[item.fontName];
    return [textAt({ text: item.str, x, baseline, size, width: item.width, font, height, ...style })];
  });
  return { width: mm(width), height: mm(height), texts, rules: rulesOf(operators) };
}

const mm = (points: number): number => points * MILLIMETRES_PER_POINT;

interface Placed {
  text: string;
  x: number | undefined;
  baseline: number | undefined;
  size: number | undefined;
  width: number;
  height: number;
  font: string;
  ascent?: number;
  descent?: number;
}

function textAt({
  text,
  x = 0,
  baseline = 0,
  size = 0,
  width,
  height,
  font,
  ascent = 0,
  descent = 0,
}: Placed): ReadText {
  return {
    text: text.trimEnd(),
    left: mm(x),
    right: mm(x + width),
    top: mm(height - baseline - ascent * size),
    bottom: mm(height - baseline - descent * size),
    size,
    font: font.replace(/^[A-Z]{6}\+/, ''),
  };
}

/** The writer draws from the top left corner, so a path's own box is already measured from there. */
function rulesOf({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): ReadRule[] {
  const rules: ReadRule[] = [];
  let weight = 1;
  fnArray.forEach((operator, index) => {
    const values = argsArray[index] as unknown[];
    if (operator === OPS.setLineWidth) weight = values[0] as number;
    if (operator !== OPS.constructPath) return;
    const [left, top, right, bottom] = [...(values[2] as Float32Array)];
    if (left === undefined || top === undefined || right === undefined || top !== bottom) return;
    rules.push({ left: mm(left), right: mm(right), y: mm(top), weight });
  });
  return rules;
}

/** Texts of a page joined to lines from top to bottom, as a person reads them. */
export function linesOf(page: ReadPage): string[] {
  const rows = new Map<string, ReadText[]>();
  for (const text of page.texts) {
    const key = (text.top + text.bottom).toFixed(1);
    rows.set(key, [...(rows.get(key) ?? []), text]);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, texts]) =>
      texts
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(' '),
    );
}

/** The one text that reads so; fails the test where it is missing. */
export function findText(page: ReadPage | undefined, text: string): ReadText {
  const found = page?.texts.find((candidate) => candidate.text === text);
  if (!found) throw new Error(`"${text}" is not on the page: ${page?.texts.map((each) => each.text).join(' | ')}`);
  return found;
}
