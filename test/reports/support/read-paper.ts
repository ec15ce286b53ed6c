import { all, openPackage, parseXml, type XmlElement } from './read-package.js';
import { linesOf, readPdf, type ReadText } from './read-pdf.js';

/** What a reader of any format gets to see: running text with single spaces, and tables as rows of cells. */
export interface ReadPaper {
  text: string;
  rows: string[][];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads a paper back in the format that was asked for, never with the library that wrote it. */
export function readPaper(format: string, bytes: Buffer): Promise<ReadPaper> {
  const reader = readers[format];
  if (!reader) throw new Error(`No reader for ${format}`);
  return reader(bytes);
}

const readers: Record<string, (bytes: Buffer) => Promise<ReadPaper>> = {
  pdf: fromPdf,
  docx: fromDocx,
  xlsx: fromXlsx,
  html: async (bytes) => fromHtml(bytes.toString('utf8')),
};

/** Above this, mm, stands the page's number. */
const TOP_MARGIN = 18;

async function fromPdf(bytes: Buffer): Promise<ReadPaper> {
  const { pages } = await readPdf(bytes);
  const bodies = pages.map((page) => ({ ...page, texts: page.texts.filter(({ top }) => top > TOP_MARGIN) }));
  // Cells of a row stand on one line: a wrapped cell is no figure.
  const rows = bodies.flatMap(({ texts }) => {
    const lines = Map.groupBy(texts, ({ top, bottom }) => (top + bottom).toFixed(1));
    return [...lines.values()].map(cellsOf);
  });
  return { text: plain(bodies.flatMap(linesOf).join(' ')), rows };
}

/** mm: words of one cell stand closer than this, cells farther apart. */
const NEAR = 2;

/** A cell may change its face: a name is two texts, the given name in bold. */
function cellsOf(line: ReadText[]): string[] {
  const cells: { text: string; right: number }[] = [];
  for (const { text, left, right } of line.sort((a, b) => a.left - b.left)) {
    const last = cells.at(-1);
    if (last && left - last.right < NEAR) cells.splice(-1, 1, { text: `${last.text} ${text}`, right });
    else cells.push({ text, right });
  }
  return cells.map(({ text }) => plain(text));
}

async function fromDocx(bytes: Buffer): Promise<ReadPaper> {
  const body = await (await openPackage(bytes))('word/document.xml');
  const rows = all(body, 'w:tr').map((row) => all(row, 'w:tc').map(({ text }) => plain(text)));
  const text = all(body, 'w:p').map((paragraph) => paragraph.text);
  return { text: plain(text.join(' ')), rows };
}

async function fromXlsx(bytes: Buffer): Promise<ReadPaper> {
  const part = await openPackage(bytes);
  const shared = all(await part('xl/sharedStrings.xml'), 'si').map(({ text }) => text);
  const valueOf = (cell: XmlElement): string => {
    const raw = all(cell, 'v')[0]?.text ?? '';
    return plain(cell.attributes['t'] === 's' ? (shared[Number(raw)] ?? '') : raw);
  };
  const sheet = await part('xl/worksheets/sheet1.xml');
  const rows = all(sheet, 'row').map((row) => all(row, 'c').map(valueOf));
  return { text: plain(rows.flat().join(' ')), rows };
}

function fromHtml(html: string): ReadPaper {
  const page = parseXml(html.replace('<!doctype html>', ''));
  const text = all(page, 'article').map((article) => all(article, 'p').concat(all(article, 'header')));
  return {
    text: plain(text.flatMap((blocks) => blocks.map((block) => block.text)).join(' ')),
    rows: all(page, 'tr').map((row) => row.children.map((cell) => plain(cell.text))),
  };
}
