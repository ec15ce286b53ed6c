import { Refused } from './refused.ts';

const zip = Buffer.from('PK');
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const pdf = Buffer.from('%PDF');
const looked = 8192;

const startsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

const hasUtf16Mark = (bytes: Buffer): boolean =>
  bytes.length % 2 === 0 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));

/** True for what has letters and no bytes that only a binary file has: .csv, .txt, web pages, XML, whatever the encoding. */
export function looksLikeText(bytes: Buffer): boolean {
  if ([zip, compound, pdf].some((mark) => startsWith(bytes, mark))) return false;
  return hasUtf16Mark(bytes) || !hasControls(bytes.subarray(0, looked));
}

/** Old Vietnamese encodings use some codes below 32 as letters (VISCII six, VPS more), but never NUL. */
function hasControls(bytes: Buffer): boolean {
  const controls = bytes.reduce((count, byte) => (byte < 9 || (byte > 13 && byte < 32) ? count + 1 : count), 0);
  return bytes.includes(0) || controls * 5 > bytes.length;
}

/** Text by its byte order mark, else as UTF-8. @throws {Refused} where it is neither */
export function decodeStrictly(bytes: Buffer): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('spreadsheet.encoding');
  }
}
