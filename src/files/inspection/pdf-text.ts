import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Objected } from './finding.ts';

/** A mark of secrecy stands on the first page, and is repeated on the next. */
const PAGES = 3;

interface Piece {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/**
 * Lines of the first pages, read by pdf.js, which also knows what the file would do when opened.
 * @throws Objected active, password, damaged
 */
export async function linesOfPdf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
  });
  try {
    const pdf = await task.promise;
    const [scripts, attachments] = [await pdf.getJSActions(), await pdf.getAttachments()];
    if (scripts) throw new Objected('active', 'scripts');
    if (attachments) throw new Objected('active', 'attachments');
    const lines: string[] = [];
    for (let number = 1; number <= Math.min(PAGES, pdf.numPages); number += 1) {
      lines.push(...(await linesOfPage(await pdf.getPage(number))));
    }
    return lines;
  } catch (reason) {
    throw objectionOf(reason);
  } finally {
    await task.destroy();
  }
}

function objectionOf(reason: unknown): Objected {
  if (reason instanceof Objected) return reason;
  const name = reason instanceof Error ? reason.name : '';
  return new Objected(name === 'PasswordException' ? 'password' : 'damaged', name);
}

async function linesOfPage(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 1, b = 0, , , left = 0, baseline = 0] = item.transform as number[];
    return [{ text: item.str, left, right: left + item.width, baseline, size: Math.hypot(a, b) }];
  });
  return linesOf(pieces);
}

/** Pieces on one baseline, from left to right; a wide gap parts two columns, as the head of a paper has them. */
function linesOf(pieces: Piece[]): string[] {
  const lines: string[] = [];
  let last: Piece | null = null;
  for (const piece of pieces.toSorted((one, other) => other.baseline - one.baseline || one.left - other.left)) {
    const isSame = last !== null && Math.abs(last.baseline - piece.baseline) < 2;
    const gap = last === null ? 0 : piece.left - last.right;
    const joins = isSame && gap < 2 * piece.size;
    if (joins) lines.push(`${lines.pop() ?? ''}${gap > piece.size / 5 ? ' ' : ''}${piece.text}`);
    else lines.push(piece.text);
    last = piece;
  }
  return lines;
}
