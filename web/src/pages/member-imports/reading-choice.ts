import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useStep } from './import-queries.ts';
import type { ImportField, Reading, RegisterImport } from './import-words.ts';

const { client, dataOf } = api;

export type Choice = Omit<Schemas['ReadingChoiceDto'], 'isDraft'>;

const choiceOf = ({ sheet, headRow, headDepth, columns, encodings, cells, cellForAll, from }: Reading): Choice => ({
  ...{ sheet, headRow, headDepth, cellForAll, from },
  columns: columns.map(({ column, field }) => ({ column, field })),
  encodings: encodings.map(({ font, encoding }) => ({ font, encoding })),
  cells: cells.map(({ name, cellId }) => ({ name, cellId })),
});

/** What stands between the list and the check, in words; empty where nothing does. */
export function lackOf({ columns, headRow }: Choice): string {
  const fields = columns.flatMap(({ field }) => field ?? []);
  if (headRow === null) return 'Chọn dòng tiêu đề của danh sách.';
  if (!fields.includes('fullName') && !fields.includes('givenName')) return 'Chọn cột họ và tên.';
  const twice = fields.some((field, at) => fields.indexOf(field) !== at);
  return twice ? 'Hai cột cùng được chọn là một mục. Mỗi mục chỉ chọn một cột.' : '';
}

/**
 * What the person says that the list means. What changes the texts themselves, another sheet, head, set of letters or
 * column of cells, is sent at once and the list is read anew; the rest waits for the check.
 */
export function useReadingChoice(id: string, reading: Reading, checked: () => void) {
  const [choice, setChoice] = useState(() => choiceOf(reading));
  const step = useStep(id, (body: Schemas['ReadingChoiceDto']) =>
    dataOf(client.PUT('/api/v1/members/imports/{id}/reading', { params: { path: { id } }, body })),
  );
  const takeAnew = (list: RegisterImport): void => {
    if (list.reading) setChoice(choiceOf(list.reading));
  };
  const change = (part: Partial<Choice>): void => setChoice((now) => ({ ...now, ...part }));
  const readAnew = (part: Partial<Choice>): void => {
    const next = { ...choice, ...part };
    setChoice(next);
    step.mutate({ ...next, isDraft: true }, { onSuccess: takeAnew });
  };
  const setField = (column: number, field: ImportField | null): void => {
    const before = choice.columns.find((each) => each.column === column)?.field;
    const columns = choice.columns.map((each) => (each.column === column ? { column, field } : each));
    // Another column of cells: its names are to be seen before the check.
    if (field === 'cell' || before === 'cell') readAnew({ columns });
    else change({ columns });
  };
  const setCell = (name: string, cellId: string | null): void =>
    change({ cells: choice.cells.map((each) => (each.name === name ? { name, cellId } : each)) });
  const check = (): void =>
    step.mutate(
      { ...choice, isDraft: false },
      { onSuccess: (list) => (list.state === 'mapping' ? takeAnew(list) : checked()) },
    );
  return { choice, change, readAnew, setField, setCell, check, isPending: step.isPending, error: step.error };
}

export type ReadingChoice = ReturnType<typeof useReadingChoice>;
