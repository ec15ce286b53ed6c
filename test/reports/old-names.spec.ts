import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RollDto } from '../../src/attendance/attendance.dto.js';
import { type ArticleDay, prepareArticleDay, REPORTED_ON } from '../support/article-day.js';
import { reportDataOf } from './support/report-data-of.js';

let day: ArticleDay;
beforeAll(async () => {
  day = await prepareArticleDay();
});
afterAll(() => day.test.stop());

/** The data, and the bytes of every paper in every format that is a file. */
async function printed(): Promise<{ data: string; papers: Record<string, string>; figures: unknown }> {
  const [first] = day.figures.classes;
  const papers: Record<string, string> = {};
  for (const format of ['pdf', 'docx', 'xlsx']) {
    const list = await day.paper('attendance-list', format, { classId: first?.classId ?? '' });
    papers[`attendance-list/${format}`] = hash('sha256', list);
    papers[`result-report/${format}`] = hash('sha256', await day.paper('result-report', format));
  }
  papers['news-item/docx'] = hash('sha256', await day.paper('news-item', 'docx'));
  return {
    data: JSON.stringify(await reportDataOf(day.test, day.sessionId, REPORTED_ON)),
    papers,
    figures: await day.api.send('GET', `/sessions/${day.sessionId}/figures`),
  };
}

interface Unit {
  id: string;
  name: string;
}

const named = async (asOf: string): Promise<Map<string, string>> =>
  new Map((await day.api.send<Unit[]>('GET', `/units?asOf=${asOf}`)).map(({ id, name }) => [name, id]));

it('a report of a closed class prints the old names and figures, to the byte, whatever the tree becomes', async () => {
  const before = await printed();
  expect(before.data).toContain('"Chi bộ 2"');
  const ids = await named('2021-01-16');
  const id = (name: string): string => ids.get(name) ?? '';
  // Both after the day of the session and, recorded later, before it.
  for (const [on, cells, split, renamed] of [
    ['2021-01-10', ['Chi bộ 2', 'Chi bộ 5'], 'Chi bộ 7', 'Chi bộ 8'],
    ['2026-10-01', ['Chi bộ 11', 'Chi bộ 12'], 'Chi bộ 13', 'Chi bộ 14'],
  ] as const) {
    const target = { name: `Chi bộ nhập ${on}` };
    await day.api.send('POST', '/units/merger', { cellIds: cells.map(id), target, on });
    const { people } = await day.api.send<RollDto>('GET', `/classes/${day.figures.classes[0]?.classId}/roll`);
    const memberIds = people.filter(({ cellName }) => cellName === split).map(({ memberId }) => memberId);
    const parts = [{ name: `Chi bộ chia ${on}`, memberIds: memberIds.slice(0, 5) }];
    expect(parts[0]?.memberIds).toHaveLength(5);
    await day.api.send('POST', '/units/split', { cellId: id(split), on, ends: false, parts });
    await day.api.send('POST', `/units/${id(renamed)}/changes`, { from: on, name: `Chi bộ đổi tên ${on}` });
  }
  expect([...(await named('2026-10-01')).keys()]).toEqual(
    expect.arrayContaining(['Chi bộ nhập 2021-01-10', 'Chi bộ nhập 2026-10-01', 'Chi bộ đổi tên 2026-10-01']),
  );
  expect(await printed()).toEqual(before);
});
