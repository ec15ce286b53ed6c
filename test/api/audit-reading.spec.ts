import { today } from '../../src/platform/database/today.js';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kept, trailOf } from '../support/audit-trail.js';
import { formOf } from './support/import.js';
import { type StudyClass, StudyDay } from './support/study-day.js';

let day: StudyDay;
let planned: StudyClass;
beforeAll(async () => {
  day = await StudyDay.prepare();
  planned = await day.closed();
});
afterAll(() => day.test.stop());

async function toldBy(work: () => Promise<unknown>): Promise<Kept[]> {
  const before = await trailOf(day.test.databaseUrl);
  await work();
  return trailOf(day.test.databaseUrl, before.length);
}
const get = (path: string): Promise<unknown> => day.make('GET', path);

interface Schema {
  $ref?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface Described {
  paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, { schema: Schema }> }> } }>;
  components: { schemas: Record<string, Schema> };
}

/** Routes whose answer has a field for the full name of a member, however deep. */
async function routesWithNames(): Promise<string[]> {
  const { paths, components } = JSON.parse(await readFile('openapi.json', 'utf8')) as Described;
  const names = (schema: Schema | undefined, seen: readonly string[] = []): boolean => {
    if (!schema) return false;
    const name = schema.$ref?.split('/').at(-1);
    if (name) return !seen.includes(name) && names(components.schemas[name], [...seen, name]);
    const { fullName, ...others } = schema.properties ?? {};
    return fullName !== undefined || names(schema.items, seen) || Object.values(others).some((one) => names(one, seen));
  };
  return Object.entries(paths).flatMap(([path, { get: route }]) => {
    const schemas = Object.values(route?.responses ?? {}).flatMap(({ content = {} }) => Object.values(content));
    return schemas.some(({ schema }) => names(schema)) ? [path.replace('/api/v1', '')] : [];
  });
}

/** A list with one row that was looked at. */
async function listBrought(): Promise<string> {
  const { body, headers } = formOf('ds.csv', Buffer.from('STT,Họ và tên,Chi bộ\n1,Lê Mẫu Mới,Chi bộ 1\n'));
  const { body: list } = await day.test.call('POST', '/members/imports', body, headers);
  return String(list['id']);
}

describe('reading people’s data', () => {
  it('leaves an entry, whatever route answers with names of members', async () => {
    const wish = { memberId: day.member(0, 1), kind: 'view', receivedOn: today() };
    const request = await day.make<{ id: string }>('POST', '/data-requests', wish);
    const list = await listBrought();
    const asked: Record<string, [path: string, action: string]> = {
      '/members': ['/members?pageSize=3', 'members.listed'],
      '/members/twins': ['/members/twins', 'members.twins-read'],
      '/members/{id}': [`/members/${day.member(0, 1)}`, 'member.read'],
      '/classes/{id}/roll': [`/classes/${planned.classId}/roll`, 'roll.read'],
      '/members/imports/{id}/rows': [`/members/imports/${list}/rows`, 'import.rows-read'],
      '/data-requests/{id}/data': [`/data-requests/${request.id}/data`, 'member.data-gathered'],
    };
    expect((await routesWithNames()).filter((route) => !(route in asked))).toEqual([]);
    for (const [path, action] of Object.values(asked)) {
      const told = await toldBy(() => get(path));
      expect(
        told.map((entry) => entry.action),
        path,
      ).toEqual([action]);
    }
  });

  it('tells what was searched for and how many were found', async () => {
    const told = await toldBy(() => get(`/members?search=mau&cellId=${day.cell(0)}`));
    expect(told[0]?.told).toEqual({ search: 'mau', cellId: day.cell(0), count: 2 });
  });

  it('tells once of the same person asking the same again, and anew of another person or another question', async () => {
    const again = await toldBy(async () => {
      for (const page of [1, 2, 1]) await get(`/members?search=binh&pageSize=1&page=${page}`);
    });
    expect(again.filter(({ told }) => told['count'] === 1)).toHaveLength(1);
    expect(await toldBy(() => get('/members?search=chi'))).toHaveLength(1);
    const { headers } = await day.colleague();
    const other = await toldBy(() => day.test.call('GET', '/members?search=chi', undefined, headers));
    expect(other.map(({ action }) => action)).toEqual(['members.listed']);
  });

  it('tells of the marks of one person', async () => {
    const path = `/sittings/${planned.sittingId}/members/${day.member(0, 0)}/marks`;
    expect(await toldBy(() => get(path))).toMatchObject([{ action: 'marks.read', subjectId: day.member(0, 0) }]);
  });

  it('of figures, which name nobody, leaves none', async () => {
    expect(await toldBy(() => get(`/sessions/${planned.sessionId}/figures`))).toEqual([]);
  });
});

describe('a paper', () => {
  it('tells whether it was looked at, taken away or printed, in which format, and the digest of its file', async () => {
    const told = await toldBy(async () => {
      const paper = `/sessions/${planned.sessionId}/reports/result-report/pdf`;
      for (const query of ['', '?purpose=view', '?purpose=view', '?purpose=print', '?purpose=print']) {
        await get(`${paper}${query}`);
      }
      await get(`/sessions/${planned.sessionId}/reports/attendance-list/xlsx?classId=${planned.classId}`);
    });
    expect(told.map(({ action }) => action.split('.')[1])).toEqual([
      ...['downloaded', 'viewed', 'printed', 'printed', 'downloaded'],
    ]);
    expect(told[0]).toMatchObject({ subjectId: planned.sessionId, told: { file: 'bao-cao-ket-qua.pdf' } });
    expect(told[0]?.told['sha256']).toMatch(/^[0-9a-f]{64}$/);
    expect(told[4]?.told).toMatchObject({ paper: 'attendance-list', classId: planned.classId });
  });

  it('for no known purpose is refused', async () => {
    const answer = await day.test.call('GET', `/sessions/${planned.sessionId}/reports/news-item/html?purpose=sell`);
    expect(answer.status).toBe(422);
  });
});
