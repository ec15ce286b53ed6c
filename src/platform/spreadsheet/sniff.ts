import { Refused } from './refused.ts';

/** What reads the bytes; more is known once a zip or a compound file is open. */
export type FileKind = 'zip' | 'xls' | 'html' | 'xml' | 'text';

const looked = 16_384;

const marks: [kind: FileKind, mark: Buffer][] = [
  ['zip', Buffer.from([0x50, 0x4b, 0x03, 0x04])],
  ['zip', Buffer.from([0x50, 0x4b, 0x05, 0x06])],
  ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  // BIFF5 and BIFF8 without their compound file begin with their own BOF record.
  ['xls', Buffer.from([0x09, 0x08])],
];

/** Files that are no text, by their first bytes. */
export function binaryKind(bytes: Buffer): FileKind {
  const kind = marks.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))?.[0];
  if (kind) return kind;
  // The BOF records of Excel 2, 3 and 4.
  if (bytes[0] === 9 && [0, 2, 4].includes(bytes[1] ?? -1) && bytes[3] === 0) throw new Refused('spreadsheet.too-old');
  throw new Refused(bytes.toString('latin1', 0, 4) === '%PDF' ? 'spreadsheet.pdf' : 'spreadsheet.unknown');
}

/** Files that are text, as UTF-8. */
export function textKind(bytes: Buffer): FileKind {
  const start = bytes
    .subarray(0, looked)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^MIME-Version:/im.test(start.slice(0, 2000))) throw new Refused('spreadsheet.web-archive');
  if (start.startsWith('{\\rtf')) throw new Refused('spreadsheet.word');
  if (!start.startsWith('<')) return 'text';
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && start.startsWith('<?xml')) return 'xml';
  if (/<(!doctype\s+html|html|head|body|table|meta|style|div|tr)\b/i.test(start)) return 'html';
  if (start.startsWith('<?xml')) throw new Refused('spreadsheet.unknown');
  return 'text';
}
