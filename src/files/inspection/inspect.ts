import { linesOfDocx } from './docx.ts';
import { type FileKind, type Finding, Objected, type Reading } from './finding.ts';
import { scanPdf } from './pdf-scan.ts';
import { requireJpeg, requirePng } from './picture.ts';
import { markOfLine, markOfName } from './secrecy-mark.ts';

/** What a file begins with decides what it is; neither its name nor what the sender calls it does. */
const beginnings: [kind: FileKind, start: Buffer][] = [
  ['pdf', Buffer.from('%PDF-')],
  ['docx', Buffer.from('PK\u0003\u0004')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
];

/** Fewer letters than this on the first pages are a stamp on a scan, or nothing. */
const LETTERS = 40;

export async function inspect(bytes: Buffer, name: string): Promise<Finding> {
  try {
    const { kind, lines } = await read(bytes);
    const mark = markOfName(name) ?? lines.map(markOfLine).find(Boolean);
    if (mark) throw new Objected('secret', mark);
    const letters = lines.join('').replaceAll(/[^\p{L}]/gu, '');
    return { isTaken: true, kind, isSearched: letters.length >= LETTERS };
  } catch (reason) {
    if (reason instanceof Objected) return { isTaken: false, objection: reason.objection, because: reason.message };
    throw reason;
  }
}

async function read(bytes: Buffer): Promise<Reading> {
  const kind = beginnings.find(([, start]) => bytes.subarray(0, start.length).equals(start))?.[0];
  if (kind === undefined) throw new Objected('kind', 'first bytes');
  if (kind === 'docx') return { kind, lines: await linesOfDocx(bytes) };
  if (kind === 'pdf') {
    scanPdf(bytes);
    // pdf.js is large: it is loaded only where there is a PDF to read.
    const { linesOfPdf } = await import('./pdf-text.ts');
    return { kind, lines: await linesOfPdf(new Uint8Array(bytes)) };
  }
  if (kind === 'png') requirePng(bytes);
  else requireJpeg(bytes);
  return { kind, lines: [] };
}
