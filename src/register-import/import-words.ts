import { maskedText } from './masked-text.js';
import type { Need, Reading } from './reading.types.js';
import type { ImportRowDto, RowNoteDto } from './import-row.dto.js';
import type { ImportDto, ImportReadingDto, ImportSummaryDto, ToWriteDto } from './register-import.dto.js';
import { stateNow } from './import-work.js';
import type { ImportRow, RegisterImport } from './register-import.entity.js';
import type { RowContent } from './row-content.js';

/** `A`, `Z`, `AA`: as Excel calls columns. @param column from 1 */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** What a person has to say, or to confirm, before the check. */
export function needsOf({ headRow, columns, encodings, cells, cellForAll }: Reading): Need[] {
  const has = (...wanted: string[]): boolean => columns.some(({ field }) => field !== null && wanted.includes(field));
  const isWithoutCell = !has('cell', 'unitCode') && cells.length === 0 && cellForAll === null;
  const needs: [Need, boolean][] = [
    ['head', headRow === null],
    ['name-column', headRow !== null && !has('fullName', 'givenName')],
    ['encoding', encodings.some(({ encoding, isSure }) => encoding !== 'none' && !isSure)],
    ['cells', headRow !== null && (isWithoutCell || cells.some(({ cellId }) => cellId === null))],
    ['unsure-columns', columns.some(({ found }) => found === 'guessed')],
  ];
  return needs.filter(([, isNeeded]) => isNeeded).map(([need]) => need);
}

const readingDto = (reading: Reading): ImportReadingDto => {
  const { firstRow: _first, ...said } = reading;
  return {
    ...said,
    columns: reading.columns.map((column) => ({ ...column, letter: letterOf(column.column) })),
    needs: needsOf(reading),
  };
};

export function summaryDto(list: RegisterImport, sentBy: string): ImportSummaryDto {
  const { id, fileName, sentAt, writtenAt, undoneAt, counts } = list;
  return { id, fileName, state: stateNow(list.state, list.beatAt), sentAt, sentBy, writtenAt, undoneAt, counts };
}

export function importDto(list: RegisterImport, sentBy: string, toWrite: ToWriteDto | null): ImportDto {
  const { refusal, done, total, sheets, reading, mistakes } = list;
  const summary = summaryDto(list, sentBy);
  const isWorking = ['reading', 'checking', 'writing'].includes(summary.state);
  return {
    ...summary,
    ...{ refusal, progress: isWorking ? { done, total } : null, sheets: sheets ?? [] },
    ...{ reading: reading && readingDto(reading), toWrite, mistakes: mistakes ?? [] },
  };
}

/** @param titles the list's columns */
export function rowDto(entry: ImportRow, content: RowContent, { columns }: Pick<Reading, 'columns'>): ImportRowDto {
  const { row, verdict, decision, memberId, isWritten } = entry;
  const texts = new Map(content.cells.map(([column, text]) => [column, text]));
  const values = columns.flatMap(({ column, field }) => {
    const text = texts.get(column)?.trim();
    return field && text ? [{ field, letter: letterOf(column), text: maskedText(text) }] : [];
  });
  const notes = content.notes.map(({ column, ...note }): RowNoteDto => ({
    ...note,
    letter: column === null ? null : letterOf(column),
  }));
  return {
    ...{ row, verdict, isWritten, name: content.values.fullName ?? null, values, notes },
    decision: decision && { kind: decision, memberId: decision === 'match' ? memberId : null },
    ...{ changes: content.changes, candidates: content.candidates },
  };
}
