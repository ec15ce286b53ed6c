import { SHEET_LIMITS, type SheetLimits } from './limits.ts';
import { decodeStrictly, looksLikeText } from './plain-text.ts';
import { readInProcess } from './read-in-process.ts';
import { takeTurn } from './reading-turns.ts';
import { refusal } from './refusals.ts';
import { Refused } from './refused.ts';
import type { SheetFile } from './sheet-file.ts';

export interface ReadingOptions {
  limits?: Partial<SheetLimits>;
  /** Letters of a .csv, a .txt or a web page; by default UTF-8 and UTF-16, and any other encoding is refused. */
  decodeText?: (bytes: Buffer) => string;
  /** How much has been read, from 0 to 1, and how many rows that was. */
  onProgress?: (done: number, rows: number) => void;
  /** Stops the reading; the promise is then refused with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Reads a spreadsheet of any kind that offices have, in a process of its own that may be killed or die.
 * @param bytes the format is known by them
 * @param fileName for the answer only
 * @throws {DomainError} `spreadsheet.…` with one sentence for the person who sent the file
 */
export async function readSheets(bytes: Buffer, fileName: string, options: ReadingOptions = {}): Promise<SheetFile> {
  const limits = { ...SHEET_LIMITS, ...options.limits };
  if (bytes.length === 0) throw refusal('spreadsheet.empty');
  if (bytes.length > limits.fileBytes) throw refusal('spreadsheet.too-large', megabytes(bytes.length, limits));
  const giveBack = await takeTurn(options.signal);
  try {
    const isText = looksLikeText(bytes);
    const input = isText ? decoded(bytes, options) : bytes;
    return { fileName, ...(await readInProcess(input, { isText, limits, size: input.length }, options)) };
  } finally {
    giveBack();
  }
}

const megabytes = (size: number, { fileBytes }: SheetLimits): Record<string, number> => ({
  megabytes: Math.ceil(size / 1024 / 1024),
  limit: Math.floor(fileBytes / 1024 / 1024),
});

function decoded(bytes: Buffer, { decodeText = decodeStrictly }: ReadingOptions): Buffer {
  try {
    return Buffer.from(decodeText(bytes));
  } catch (error) {
    throw error instanceof Refused ? refusal(error.code, error.details, error) : error;
  }
}
