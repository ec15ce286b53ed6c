/** Windows' numbers of code pages that Node's decoder knows under another name. */
const named: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** 32768 and 32769 are what Excel for Macintosh and for Windows of 1993 call their own. */
const own: Record<number, number> = { 32768: 10000, 32769: 1252, 367: 1252 };

/** What reads the letters of a file from before Unicode; an unknown code page is read as Western, which loses no byte. */
export function decoderFor(codePage: number): (bytes: Buffer) => string {
  const page = own[codePage] ?? codePage;
  const label = named[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
  const decoder = new TextDecoder(label);
  return (bytes) => decoder.decode(bytes);
}
