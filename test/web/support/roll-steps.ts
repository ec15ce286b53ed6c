import type { Page } from 'playwright-core';
import type { RollDto, SessionFiguresDto } from '../../../src/attendance/attendance.dto.js';
import type { PersonOnRoll } from '../../../src/attendance/roll.types.js';

/** What the server says, asked with the sign-in of the browser. */
export async function read<Data>(page: Page, path: string): Promise<Data> {
  const answer = await page.request.get(`/api/v1${path}`);
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
  return (await answer.json()) as Data;
}

export const sessionIn = (page: Page): string => /sessions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

/** Those of a cell who are expected, in the order of the roll. */
export function expectedIn({ people }: RollDto, cellId: string): PersonOnRoll[] {
  return people.filter((person) => person.cellId === cellId && person.duty === 'summoned');
}

/** How a clerk types a name: without tones. */
export const plain = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

/** "All present except": one key to begin, one for each who is absent, one to save. @returns keys beside the names */
export async function callCellByKeys(page: Page, absent: PersonOnRoll[]): Promise<number> {
  await page.keyboard.press('Alt+KeyT');
  const field = page.getByLabel('Tên người vắng');
  await field.waitFor();
  for (const { fullName } of absent) {
    await field.fill(plain(fullName));
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Tên người cần ghi').waitFor();
  return 1 + absent.length + 1;
}

/** Every cell of a class, from the first to the last; two absent in each. */
export async function callClassByKeys(page: Page, sessionId: string, place: number): Promise<void> {
  const { classes } = await read<SessionFiguresDto>(page, `/sessions/${sessionId}/figures`);
  const { classId = '', cells = [] } = classes[place] ?? {};
  const roll = await read<RollDto>(page, `/classes/${classId}/roll`);
  await page.goto(`/sessions/${sessionId}/roll?class=${classId}&cell=${cells[0]?.cellId}`);
  for (const [index, { cellId, name }] of cells.entries()) {
    await page.getByRole('complementary', { name: `Số liệu ${name}` }).waitFor();
    await callCellByKeys(page, expectedIn(roll, cellId).slice(0, 2));
    if (index < cells.length - 1) await page.keyboard.press('Control+ArrowDown');
  }
}

export async function closeClass(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Chốt ${name}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Chốt ${name}` })
    .click();
  await page.getByText(`${name} đã chốt`).filter({ visible: true }).first().waitFor();
}

/** The same with a thumb: one tap to begin, one for each who is absent, one to save. */
export async function callClassByTaps(page: Page, sessionId: string, place: number): Promise<void> {
  const { classes } = await read<SessionFiguresDto>(page, `/sessions/${sessionId}/figures`);
  const { classId = '', cells = [] } = classes[place] ?? {};
  const roll = await read<RollDto>(page, `/classes/${classId}/roll`);
  await page.goto(`/sessions/${sessionId}/roll?class=${classId}&cell=${cells[0]?.cellId}`);
  for (const [index, { cellId }] of cells.entries()) {
    await page.getByRole('button', { name: /^Có mặt tất cả/ }).tap();
    for (const { fullName } of expectedIn(roll, cellId).slice(0, 2)) {
      await page
        .getByRole('button', { name: `Vắng: ${fullName}`, exact: true })
        .first()
        .tap();
    }
    await page.getByRole('button', { name: /^Ghi \d+ có mặt, 2 vắng/ }).tap();
    if (index < cells.length - 1) await page.getByRole('button', { name: /^Chi bộ kế tiếp/ }).tap();
  }
}
