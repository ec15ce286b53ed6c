import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../platform/config/project-folder.js';
import { Wording, type WordingShape } from './wording.js';
import { WordingError } from './wording.errors.js';

/** Where wording stands: the folder that came with the product, or the office's own. */
export const wordingFolder = (own?: string): string => own ?? join(projectFolder(), 'reports');

/**
 * The wording of one report, `<folder>/<report>/wording.txt`. Read anew each time: an edited sentence is in the next paper.
 * @throws WordingError with file, line and column; also where the file is missing or not UTF-8
 */
export async function loadWording(folder: string, report: string, shape: WordingShape): Promise<Wording> {
  const name = `reports/${report}/wording.txt`;
  const bytes = await readFile(join(folder, report, 'wording.txt')).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new WordingError(name, 1, 1, 'không có tệp này');
    throw error;
  });
  return Wording.parse(name, decode(name, bytes), shape);
}

function decode(name: string, bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    // "\n" is no part of any longer letter in UTF-8, so lines can be told apart before they are read.
    const lines = bytes.toString('latin1').split('\n');
    const wrong = lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
    throw new WordingError(name, wrong + 1, 1, 'chữ không đọc được; tệp phải được lưu dạng UTF-8');
  }
  return new TextDecoder().decode(bytes);
}
