import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../fixtures/registers/registers.js';
import type { Register } from '../fixtures/registers/register.js';
import { ImportOffice } from './support/import.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await ImportOffice.prepare();
});
afterAll(() => office.test.stop());

const byKind = (list: Register[]) => list.map((register) => [register.kind, register] as const);
const found = (counts: Record<string, number> | null): Record<string, number> =>
  Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0));

describe('the ugly files of offices, brought to an empty register', () => {
  it.each(byKind(registers))('%s', async (_, { fileName, bytes, expected }) => {
    const list = await office.checked(fileName, await bytes(), expected);
    // A form without a byte is refused before anybody reads it.
    const code = expected.refused === 'spreadsheet.empty' ? 'validation' : expected.refused;
    expect(list.code).toBe(code ?? null);
    if (expected.refused) {
      expect((await office.test.call('GET', '/members')).body['total']).toBe(0);
      return;
    }
    const rows = await office.rows(list.id);
    const told = rows.map(({ row, verdict, notes }) => [row, verdict, ...notes.map(({ sentence }) => sentence)]);
    expect(found(list.counts), JSON.stringify(told)).toEqual(expected.counts);
    for (const [row, part] of expected.notes ?? []) {
      const sentences = rows.find((each) => each.row === row)?.notes.map(({ sentence }) => sentence) ?? [];
      expect(sentences.join(' ')).toContain(part);
    }
    const encodings = (list.reading?.encodings ?? []).map(({ encoding }) => encoding).filter((each) => each !== 'none');
    expect([...new Set(encodings)].sort()).toEqual([...(expected.encodings ?? [])].sort());
    if (expected.people && expected.people.length > 0) await writeAndTakeBack(list.id, expected.people);
  });
});

/** The good rows stand in the register as the fixture says, and leave it as empty as it was. */
async function writeAndTakeBack(id: string, people: readonly string[]): Promise<void> {
  const step = (name: string, body: object = {}) => office.test.call('POST', `/members/imports/${id}/${name}`, body);
  expect(await step('write', { which: 'good' })).toMatchObject({ status: 200, body: { state: 'written' } });
  expect((await office.lines()).sort()).toEqual([...people].sort());
  expect(await step('undo')).toMatchObject({ status: 200, body: { state: 'undone' } });
  expect((await office.test.call('GET', '/members')).body['total']).toBe(0);
}
