import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.js';
import { detectEncoding } from './encoding-detection.js';
import { toUnicode } from './legacy-encoding.js';

const text = 'STT,Họ và tên\r\n1,Nguyễn Văn Đức\r\n2,Trần Thị Ước\r\n';
const utf16le = new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

describe('the text of a CSV file', () => {
  it.each([
    ['UTF-8', bytes([...Buffer.from(text)]), 'utf-8'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], [...Buffer.from(text)]), 'utf-8'],
    ['UTF-8 decomposed', bytes([...Buffer.from(text.normalize('NFD'))]), 'utf-8'],
    ['UTF-16 LE with its mark', bytes([0xff, 0xfe], [...utf16le]), 'utf-16le'],
    ['UTF-16 LE', utf16le, 'utf-16le'],
    ['UTF-16 BE with its mark', bytes([0xfe, 0xff], [...utf16be]), 'utf-16be'],
    ['UTF-16 BE', utf16be, 'utf-16be'],
  ])('is read from %s', (_, file, encoding) => {
    expect(decodeText(file)).toEqual({ text, encoding });
  });

  it('is read from windows-1258, whose marks follow their letters', () => {
    const file = bytes(
      'H',
      [0x6f, 0xf2],
      ' v',
      [0x61, 0xcc],
      ' t',
      [0xea],
      'n;Nguy',
      [0xea, 0xde],
      'n V',
      [0xe3],
      'n ',
      [0xd0, 0xfd, 0xec],
      'c',
    );
    expect(decodeText(file)).toEqual({ text: 'Họ và tên;Nguyễn Văn Đức', encoding: 'windows-1258' });
  });

  it.each([
    ['tcvn3', 'Hä vµ tªn;NguyÔn V¨n §øc;M\u00adêng', 'Họ và tên;Nguyễn Văn Đức;Mường'],
    ['vni', 'Hoï vaø teân;Nguyeãn Vaên Ñöùc', 'Họ và tên;Nguyễn Văn Đức'],
  ] as const)('of %s is kept sign by sign for the conversion that follows', (encoding, typed, unicode) => {
    const decoded = decodeText(bytes(typed));
    expect(decoded).toEqual({ text: typed, encoding: 'windows-1252' });
    expect(detectEncoding(decoded.text).encoding).toBe(encoding);
    expect(toUnicode(decoded.text, encoding)).toBe(unicode);
  });

  it('is windows-1252 where it is French, with its quotation marks', () => {
    const file = bytes('Fran', [0xe7], 'ois ', [0x93], 'H', [0xe9], 'l', [0xe8], 'ne', [0x94]);
    expect(decodeText(file)).toEqual({ text: 'François “Hélène”', encoding: 'windows-1252' });
  });

  it('is empty where the file is', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
