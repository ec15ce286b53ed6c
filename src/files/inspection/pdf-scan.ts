import { constants, inflateSync } from 'node:zlib';
import { Objected } from './finding.ts';

/** Names by which a PDF runs something, opens something or carries other files. */
const active =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|SubmitForm|ImportData|GoToE|XFA)(?=[\s()<>[\]{}/%]|\0|$)/;
const encrypted = /\/Encrypt(?=[\s()<>[\]{}/%]|\0|$)/;

const LARGEST_STREAM = 32 * 1024 * 1024;
const LARGEST_TOTAL = 256 * 1024 * 1024;
const MOST_STREAMS = 20_000;

/** A dictionary before its stream is shorter than this. */
const DICTIONARY = 4096;

/**
 * Reads the bytes of a PDF for what must not be in it, in plain objects and in packed ones. It trusts no cross-reference
 * table: whatever a reader may find lies somewhere in these bytes.
 * @throws Objected active, password, damaged, unpacked
 */
export function scanPdf(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  refuseActive(text);
  if (encrypted.test(text)) throw new Objected('password', '/Encrypt');
  let total = 0;
  let streams = 0;
  for (const { index, 0: keyword } of text.matchAll(/stream\r?\n/g)) {
    if (text.startsWith('end', index - 3)) continue;
    const dictionary = plainNames(text.slice(Math.max(0, index - DICTIONARY), index));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    const unpacked = unpack(own, bytes.subarray(index + keyword.length));
    total += unpacked.length;
    streams += 1;
    if (total > LARGEST_TOTAL || streams > MOST_STREAMS) throw new Objected('unpacked', 'streams');
    refuseActive(unpacked);
  }
}

function refuseActive(text: string): void {
  const found = active.exec(plainNames(text))?.[1];
  if (found) throw new Objected('active', `/${found}`);
}

/** Any sign of a name may be written as `#` and two hexadecimal digits. */
function plainNames(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** What a Flate stream holds; empty for pictures and for what is packed otherwise, which holds no objects. */
function unpack(dictionary: string, packed: Uint8Array): string {
  const holdsObjects = dictionary.includes('/ObjStm');
  const isOther = /ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt|\/Predictor|\/AHx|\/A85|\/LZW/.test(
    dictionary,
  );
  if (holdsObjects && isOther) throw new Objected('damaged', 'objects packed in an unusual way');
  if (!/FlateDecode|\/Fl\b/.test(dictionary) || /\/Image\b/.test(dictionary)) return '';
  try {
    const options = { maxOutputLength: LARGEST_STREAM, finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(packed, options).toString('latin1');
  } catch (reason) {
    if (reason instanceof RangeError) throw new Objected('unpacked', 'one stream');
    if (holdsObjects) throw new Objected('damaged', 'objects that cannot be unpacked');
    return '';
  }
}
