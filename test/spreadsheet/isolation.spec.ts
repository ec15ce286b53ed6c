import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHEET_LIMITS } from '../../src/platform/spreadsheet/limits.js';
import { looksLikeText } from '../../src/platform/spreadsheet/plain-text.js';
import { readBytes } from '../../src/platform/spreadsheet/read-bytes.js';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import { Refused } from '../../src/platform/spreadsheet/refused.js';
import type { SheetFile } from '../../src/platform/spreadsheet/sheet-file.js';
import { SheetSink } from '../../src/platform/spreadsheet/sheet-sink.js';
import { refusalOf, textsOf } from './support/read.js';
import { sheetWith } from './support/workbook-parts.js';

const rowsOf = (count: number): Promise<Buffer> =>
  sheetWith(Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`).join(''));

const refused = (reading: Promise<SheetFile>): Promise<unknown> =>
  reading.then(
    () => null,
    (error: unknown) => error,
  );

describe('the reading of a file', () => {
  it('is ended when it takes too long, and when it takes too much memory; the server goes on', async () => {
    expect(await refusalOf(await rowsOf(200_000), { limits: { seconds: 0.05 } })).toBe('spreadsheet.too-slow');
    const page = Buffer.from(`<table>${'<tr><td>Lê Văn Thử<td>1950'.repeat(300_000)}</table>`);
    expect(await refusalOf(page, { limits: { heapMegabytes: 24 } })).toBe('spreadsheet.too-much');
    expect(textsOf((await readSheets(await rowsOf(1), 'sau.xlsx')).sheets[0])).toEqual({ A1: '0' });
  });

  it('holds a row at a time, leaves the server its thread, and tells how far it is', async () => {
    // As a whole these rows are 50 MB of letters; the reader's heap is smaller.
    const cells = (row: number): string =>
      Array.from({ length: 12 }, (_, at) => `<c t="str"><v>Lê Văn Thử ${row} – ${at}</v></c>`).join('');
    const bytes = await sheetWith(Array.from({ length: 60_000 }, (_, row) => `<row>${cells(row)}</row>`).join(''));
    const told: [number, number][] = [];
    let turns = 0;
    const other = setInterval(() => (turns += 1), 5);
    const file = await readSheets(bytes, 'dai.xlsx', {
      limits: { heapMegabytes: 24 },
      onProgress: (done, rows) => told.push([done, rows]),
    });
    clearInterval(other);
    expect(file.sheets[0]?.rowCount).toBe(60_000);
    expect(turns).toBeGreaterThan(10);
    expect(told.length).toBeGreaterThan(10);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((one, other_) => one - other_));
    expect(told.at(-1)).toEqual([1, 60_000]);
  });

  it('stops when nobody waits for it any more', async () => {
    const stop = new AbortController();
    const reading = refused(readSheets(await rowsOf(200_000), 'dung.xlsx', { signal: stop.signal }));
    await wait(50);
    stop.abort(new Error('gone'));
    expect(await reading).toMatchObject({ message: 'gone' });
    expect(await refused(readSheets(await rowsOf(1), 'dung.xlsx', { signal: stop.signal }))).toMatchObject({
      message: 'gone',
    });
  });

  it('waits for its turn behind others, and is refused where too many wait', async () => {
    const bytes = await rowsOf(20);
    const answers = await Promise.all(Array.from({ length: 14 }, () => refused(readSheets(bytes, 'dong.xlsx'))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(12);
    const [busy, ...more] = answers.filter((answer) => answer !== null);
    expect(more).toHaveLength(1);
    expect(busy).toMatchObject({ code: 'spreadsheet.busy', refusal: 'unavailable', more: { retryAfterSeconds: 60 } });
  });

  it('ends in cells or in a refusal, whatever bytes of a good file are changed', async () => {
    const folder = new URL('../fixtures/spreadsheets/', import.meta.url);
    const whole = ['xlsx', 'xls', 'ods', 'html.xls'].map((name) => readFileSync(new URL(`register.${name}`, folder)));
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 }));
    const changes = fc.array(change, { minLength: 1, maxLength: 12 });
    const property = fc.asyncProperty(fc.constantFrom(...whole), changes, async (bytes, places) => {
      const changed = Buffer.from(bytes);
      for (const [place, value] of places) changed[Math.floor(place * (changed.length - 1))] = value;
      const sink = new SheetSink(SHEET_LIMITS, () => undefined);
      const answer = await readBytes(changed, looksLikeText(changed), sink).catch((error: unknown) => error);
      if (answer !== undefined) expect(answer).toBeInstanceOf(Refused);
    });
    await fc.assert(property, { numRuns: 400 });
  });
});
