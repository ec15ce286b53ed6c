import { Objected } from './finding.ts';

/** Walks the chunks of a PNG to its end; nothing may come after it. @throws Objected damaged */
export function requirePng(bytes: Buffer): void {
  let at = 8;
  for (let isFirst = true; ; isFirst = false) {
    if (at + 12 > bytes.length) throw new Objected('damaged', 'PNG is cut');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (isFirst && type !== 'IHDR') throw new Objected('damaged', 'PNG without IHDR');
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') break;
  }
  if (at !== bytes.length) throw new Objected('damaged', 'more after the end of a PNG');
}

const START_OF_SCAN = 0xda;
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Walks the segments of a JPEG to its picture; a frame must have come before. @throws Objected damaged */
export function requireJpeg(bytes: Buffer): void {
  let hasFrame = false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) hasFrame = true;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === START_OF_SCAN) break;
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (!hasFrame || end < at) throw new Objected('damaged', 'JPEG without a picture');
}
