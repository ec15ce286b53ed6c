import { readFile, rename, writeFile } from 'node:fs/promises';
import { StartError } from '../config/environment.js';
import type { ChainHead } from './chain-walk.js';

/** Heads that were kept elsewhere, one JSON object a line. @throws StartError naming the line that is none */
export async function readHeads(path: string): Promise<ChainHead[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (reason) {
    throw new StartError(`The file ${path} with the heads of before cannot be read.`, { cause: reason });
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const head = headIn(line);
    if (!head) throw new StartError(`Line ${index + 1} of ${path} is no head of a chain.`);
    return [head];
  });
}

function headIn(line: string): ChainHead | null {
  try {
    const { committeeId, seq, hash } = JSON.parse(line) as Partial<Record<keyof ChainHead, unknown>>;
    if (typeof committeeId !== 'string' || !Number.isSafeInteger(seq) || typeof hash !== 'string') return null;
    return { committeeId, seq: Number(seq), hash };
  } catch (reason) {
    if (reason instanceof SyntaxError) return null;
    throw reason;
  }
}

/** Whole or not at all. */
export async function writeHeads(path: string, lines: readonly string[]): Promise<void> {
  const writing = `${path}.new`;
  try {
    await writeFile(writing, lines.map((line) => `${line}\n`).join(''), { mode: 0o600, flush: true });
    await rename(writing, path);
  } catch (reason) {
    throw new StartError(`The file ${path} cannot be written.`, { cause: reason });
  }
}
