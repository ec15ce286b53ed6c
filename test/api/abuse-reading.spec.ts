import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, ownTables } from '../migrations/support/catalog.js';
import { type Route, routesOfApp } from '../support/routes.js';
import { StudyDay, type StudyClass } from './support/study-day.js';

let day: StudyDay;
let study: StudyClass;
let routes: Route[];

beforeAll(async () => {
  day = await StudyDay.prepare();
  study = await day.plan();
  await day.callRoll(study, 0);
  routes = routesOfApp(day.test).filter(({ method }) => method === 'GET');
});
afterAll(() => day.test.stop());

/** What reading leaves behind on purpose: entries of the trail, when a sign-in was seen, counts of requests. */
const traces = /^(audit_|sign_in|rate_limit)/;

/** Every row of every table that reading must leave alone, as one digest a table. */
async function digests(): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(day.test.databaseUrl, ownTables);
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !traces.test(table.name))) {
    const [row] = await ask<{ digest: string }>(
      day.test.databaseUrl,
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${name} t`,
    );
    found[name] = row?.digest ?? '';
  }
  return found;
}

/** The route with ids of things that are there, where it is known which. */
function pathOf({ path }: Route): string {
  const ids: Record<string, string> = {
    ...{ sessions: study.sessionId, classes: study.classId, sittings: study.sittingId },
    ...{ members: day.member(0, 0), units: day.cell(0), cells: day.cell(0) },
  };
  const steps = path.split('/');
  return `/${steps.map((step, at) => (step.startsWith(':') ? (ids[steps[at - 1] ?? ''] ?? study.classId) : step)).join('/')}`;
}

it('changes nothing, whatever is read and by whom', async () => {
  expect(routes.length).toBeGreaterThan(20);
  const before = await digests();
  const statuses = new Map<string, number>();
  for (const route of routes) {
    const path = pathOf(route);
    const url = path.startsWith('/health') ? path : `/api/v1${path}`;
    for (const method of ['GET', 'HEAD'] as const) {
      for (const headers of [{}, { cookie: day.test.cookie() }]) {
        statuses.set(route.name, (await day.test.app.inject({ method, url, headers })).statusCode);
      }
    }
  }
  expect([...statuses.values()].filter((status) => status === 200).length).toBeGreaterThan(10);
  expect([...statuses.values()].filter((status) => status >= 500)).toEqual([]);
  expect(await digests()).toEqual(before);
});
