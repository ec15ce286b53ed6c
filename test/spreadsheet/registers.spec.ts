import { describe, expect, it } from 'vitest';
import { readCitizenNumber } from '../../src/members/import/citizen-number.js';
import { readCardNumber } from '../../src/members/import/code-readers.js';
import { readBirth } from '../../src/members/import/day-reader.js';
import { decodeText } from '../../src/members/import/decode-text.js';
import { detectEncoding } from '../../src/members/import/encoding-detection.js';
import type { ImportField } from '../../src/members/import/fields.js';
import { type Head, recogniseHeaders } from '../../src/members/import/headers.js';
import { toUnicode } from '../../src/members/import/legacy-encoding.js';
import { joinName, readName } from '../../src/members/import/proper-name.js';
import type { Cell } from '../../src/members/import/reading.js';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import type { Sheet, SheetCell, SheetRow } from '../../src/platform/spreadsheet/sheet-file.js';
import { fiveLines } from '../fixtures/registers/people.js';
import type { Register } from '../fixtures/registers/register.js';
import { registers } from '../fixtures/registers/registers.js';
import { refusalOf } from './support/read.js';

const decode = (bytes: Buffer): string => decodeText(bytes).text;
const textsOf = (row: SheetRow, width: number): string[] =>
  Array.from({ length: width }, (_, column) => row.cell(column + 1).text);

/** The first sheet to be seen that has a head, with its rows. */
function listIn(sheets: Sheet[]): { head: Head; rows: SheetRow[] } | null {
  for (const sheet of sheets.filter(({ isHidden }) => !isHidden)) {
    const rows = [...sheet.rows()];
    const head = recogniseHeaders(rows.map((row) => textsOf(row, sheet.columnCount)));
    if (head) return { head, rows: rows.slice(head.firstDataRow) };
  }
  return null;
}

/** All cells of one typeface tell more than each alone. */
function encodingsOf(cells: SheetCell[]): Map<string, ReturnType<typeof detectEncoding>['encoding']> {
  const fonts = Map.groupBy(cells, ({ fontName }) => fontName ?? '');
  return new Map(
    [...fonts].map(([font, those]) => [font, detectEncoding(those.map(({ text }) => text).join('\n'), font).encoding]),
  );
}

function valueOf({ result, number, text }: SheetCell): Cell {
  if (result === 'date') return new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return result === 'number' ? number : text;
}

const today = '2026-11-26';
const birthFields = ['birth', 'birthYear', 'birthOfMen', 'birthOfWomen'] as const;

/** `05/03/1960`, or the year alone, from whichever column tells it. */
function birthIn(cells: (SheetCell | null)[]): string {
  const told = cells.flatMap((cell) => (cell ? (readBirth(valueOf(cell), { today }).value ?? []) : []))[0];
  return told?.day ? told.day.split('-').reverse().join('/') : String(told?.year ?? '–');
}

/** Name, birth, card and last figures of the citizen number of everybody in a list, as the text layer reads them. */
function peopleIn({ head, rows }: { head: Head; rows: SheetRow[] }): string[] {
  const cellOf = (row: SheetRow, field: ImportField): SheetCell | null => {
    const found = head.columns.find((column) => column.field === field);
    return found ? row.cell(found.column + 1) : null;
  };
  const nameFields = ['fullName', 'familyNames', 'givenName'] as const;
  const encodings = encodingsOf(rows.flatMap((row) => nameFields.flatMap((field) => cellOf(row, field) ?? [])));
  const unicode = (cell: SheetCell | null): string | null => {
    const encoding = encodings.get(cell?.fontName ?? '') ?? 'none';
    return cell && encoding !== 'none' ? toUnicode(cell.text, encoding) : (cell?.text ?? null);
  };
  return rows.flatMap((row) => {
    const [full, family, given] = nameFields.map((field) => unicode(cellOf(row, field)));
    const number = cellOf(row, 'citizenNumber');
    const citizen = number ? readCitizenNumber(valueOf(number)).value : null;
    if (!citizen) return [];
    const card = cellOf(row, 'cardNumber');
    const name = readName(full ?? joinName(family ?? null, given ?? null)).value;
    const birth = birthIn(birthFields.map((field) => cellOf(row, field)));
    return [[name, birth, (card && readCardNumber(valueOf(card)).value) ?? '–', citizen.slice(-4)].join(' | ')];
  });
}

/** The same of what a file should give: all but the cell. */
const inShort = (line: string): string => line.split(' | ').slice(0, 4).join(' | ');

const byFile = (list: Register[]) => list.map((register) => [register.kind, register] as const);
const isRefusedByReader = ({ expected }: Register): boolean => expected.refused?.startsWith('spreadsheet.') ?? false;
const bringsFive = ({ expected }: Register): boolean =>
  !expected.map &&
  !expected.counts?.['left-out'] &&
  expected.people?.length === 5 &&
  expected.people.length === fiveLines.length;

describe('the ugly files of offices', () => {
  it('are at least forty, each with a name of its own', () => {
    expect(registers.length).toBeGreaterThanOrEqual(40);
    expect(new Set(registers.map(({ fileName }) => fileName)).size).toBe(registers.length);
  });

  it.each(byFile(registers.filter(isRefusedByReader)))('are refused in a sentence: %s', async (_, register) => {
    expect(await refusalOf(await register.bytes(), { decodeText: decode })).toBe(register.expected.refused);
  });

  it.each(byFile(registers.filter(bringsFive)))('give the five who stand in them: %s', async (_, register) => {
    const { sheets } = await readSheets(await register.bytes(), register.fileName, { decodeText: decode });
    const list = listIn(sheets);
    expect(list && peopleIn(list).sort()).toEqual(register.expected.people?.map(inShort).sort());
  });
});
