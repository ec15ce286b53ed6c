import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../document/project-folder.js';
import { Wording, type WordingShape } from './wording.js';
import { WordingError } from './wording.errors.js';

/** Where wording stands: the folder that came with the product, or the office's own. */
export const wordingFolder = (own?: string): string => own ?? join(projectFolder(), 'reports');

/** Read anew each time: an edited sentence is in the next paper. @throws WordingError with file and line */
export async function loadWording(folder: string, report: string, shape: WordingShape): Promise<Wording> {
  const name = `reports/${report}/wording.txt`;
  const bytes = await readFile(join(folder, report, 'wording.txt'));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new WordingError(name, 1, 1, 'tệp phải được lưu dạng UTF-8');
  }
  return Wording.parse(name, text, shape);
}
