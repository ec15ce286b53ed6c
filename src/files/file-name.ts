import type { FileKind } from './inspection/finding.ts';

const endings: Record<FileKind, readonly [string, ...string[]]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
};

/** Quotes and line ends as browsers write them in a form. */
const escapes = /%(22|0D|0A)/g;

/** Control signs, marks that turn the direction of writing, and what disks do not take. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu;

const LONGEST = 150;

/** A name as any disk can keep it, without folders and with nothing that turns or hides a letter; `ending` in small letters. */
export function partsOfName(given: string): { stem: string; ending: string | undefined } {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const ending = /\.([a-z0-9]{1,5})$/i.exec(last)?.[1]?.toLowerCase();
  const stem = (ending === undefined ? last : last.slice(0, -ending.length - 1))
    .replaceAll(escapes, ' ')
    .replaceAll(unfit, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return { stem: [...stem].slice(0, LONGEST).join('').trimEnd(), ending };
}

/** The same with the ending of what the file is. */
export function fileNameFor(given: string, kind: FileKind): string {
  const { stem, ending } = partsOfName(given);
  const isRight = ending !== undefined && endings[kind].includes(ending);
  return `${stem || 'tai-lieu'}.${isRight ? ending : endings[kind][0]}`;
}

/** The name for programs that know ASCII alone. */
export const asciiNameOf = (name: string): string =>
  name
    .replaceAll(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]/g, '_');
