import { CsvError, parse } from 'csv-parse/sync';
import { CELL_CHARACTERS } from '../limits.ts';
import { Refused, tooMuch } from '../refused.ts';

export type Delimiter = '\t' | ';' | ',' | '|';

/** Tab and semicolon first: Excel in Vietnamese writes these, since its comma is the decimal sign. */
const candidates: Delimiter[] = ['\t', ';', ',', '|'];
const lineEnds = ['\r\n', '\n', '\r'];
const sampleBytes = 64 * 1024;
const sampleRecords = 200;

const options = (delimiter: Delimiter) => ({
  delimiter,
  record_delimiter: lineEnds,
  ...{ bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false, quote: '"', escape: '"' },
  max_record_size: CELL_CHARACTERS,
});

/** `sep=;` in the first line is Excel's own way to name the delimiter; it is no row. */
function namedDelimiter(text: Buffer): { delimiter: Delimiter; length: number } | null {
  const [line, name] = /^(?:\xef\xbb\xbf)?"?sep=(.)"?\r?\n/i.exec(text.subarray(0, 20).toString('latin1')) ?? [];
  const delimiter = candidates.find((one) => one === name);
  return line !== undefined && delimiter ? { delimiter, length: line.length } : null;
}

/** How well the first rows fall into columns: the share that has as many as most have, times how many these are. */
function fit(sample: Buffer, delimiter: Delimiter): number {
  const widths: number[] = [];
  const note = (record: string[]): null => {
    if (record.some((field) => field !== '')) widths.push(record.length);
    return null;
  };
  try {
    parse(sample, { ...options(delimiter), to: sampleRecords, on_record: note });
  } catch {
    // What was read before the sample was cut within quotes is enough to judge by.
    if (widths.length === 0) return 0;
  }
  const times = new Map<number, number>();
  for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1);
  const scores = [...times].map(([width, count]) => (count / widths.length) * Math.log2(width));
  return Math.max(0, ...scores);
}

/** @returns a comma where nothing falls into columns: a list of one column */
export function findDelimiter(text: Buffer): Delimiter {
  const cut = text.subarray(0, sampleBytes);
  const sample = text.length > sampleBytes ? cut.subarray(0, cut.lastIndexOf('\n') + 1) : cut;
  const scored = candidates.map((delimiter) => ({ delimiter, score: fit(sample, delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.delimiter : ',';
}

/**
 * Reads what a spreadsheet wrote as text: a file, or rows that were pasted.
 * @param text as UTF-8
 * @param take gets each record as it comes, an empty line as one empty field
 * @throws {Refused} `spreadsheet.quote` with the line where quotes open and never close
 */
export function eachRecord(text: Buffer, take: (record: string[]) => void): Delimiter {
  const named = namedDelimiter(text);
  const body = named ? text.subarray(named.length) : text;
  const delimiter = named?.delimiter ?? findDelimiter(body);
  let line = named ? 2 : 1;
  const pass = (record: string[]): null => {
    take(record);
    line += 1 + breaksIn(record);
    return null;
  };
  try {
    parse(body, { ...options(delimiter), on_record: pass });
  } catch (error) {
    throw error instanceof CsvError ? refusedFor(error, line) : error;
  }
  return delimiter;
}

const breaksIn = (record: string[]): number =>
  record.reduce((count, field) => (field.includes('\n') ? count + field.split('\n').length - 1 : count), 0);

/** @param line where the record begins that was not read to its end */
function refusedFor({ code }: CsvError, line: number): Refused {
  return code === 'CSV_MAX_RECORD_SIZE' ? tooMuch(`line ${line}`) : new Refused('spreadsheet.quote', { line });
}

/** All records of a short text. @see eachRecord */
export function parseDelimited(text: string): { delimiter: Delimiter; records: string[][] } {
  const records: string[][] = [];
  const delimiter = eachRecord(Buffer.from(text), (record) => records.push(record));
  return { delimiter, records };
}
