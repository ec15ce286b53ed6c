import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isClass, nestedClass, type Route, routesOfApp, rulesOf } from '../support/routes.js';
import { firstRunBody, startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;
let routes: Route[];

beforeAll(async () => {
  test = await startTestApp();
  await test.firstRun();
  routes = routesOfApp(test);
});
afterAll(() => test.stop());

/** What an attacker would like to set besides what is offered. */
const coveted = ['committeeId', 'id', 'role', 'accountId', 'createdAt', 'closedAt', 'isAdministrator'];

const coveting = Object.fromEntries(coveted.map((name) => [name, randomUUID()]));

const offered = (input: unknown): Set<string> =>
  new Set(isClass(input) ? rulesOf(input).map(({ propertyName }) => propertyName) : []);

/** What the answer must name as not offered. */
const refusals = (input: unknown, parent = ''): object[] =>
  coveted
    .filter((name) => !offered(input).has(name))
    .map((name) => ({ path: `${parent}${name}`, message: 'Không có trường này.' }));

const pathOf = ({ path }: Route): string =>
  `/${path.replaceAll(/:\w+/g, (name) => (name === ':row' ? '2' : randomUUID()))}`;

describe('fields that a route does not offer', () => {
  it('are refused in every body, by name', async () => {
    const withBody = routes.filter(({ method, inputs }) => method !== 'GET' && inputs.length > 0);
    expect(withBody.length).toBeGreaterThan(20);
    for (const route of withBody) {
      const answer = await test.call(route.method, pathOf(route), coveting);
      expect(answer.status, route.name).toBe(422);
      expect(answer.body.errors, route.name).toEqual(expect.arrayContaining(refusals(route.inputs.at(-1))));
    }
  });

  it('are refused in everything that is nested in a body', async () => {
    const seen: string[] = [];
    for (const route of routes) {
      for (const input of route.method === 'GET' ? [] : route.inputs.filter(isClass)) {
        for (const { propertyName } of rulesOf(input).filter(({ type }) => type === 'nestedValidation')) {
          const isList = rulesOf(input).some((rule) => rule.propertyName === propertyName && rule.name === 'isArray');
          const body = { [propertyName]: isList ? [coveting] : coveting };
          const answer = await test.call(route.method, pathOf(route), body);
          const parent = `${propertyName}${isList ? '[0]' : ''}.`;
          expect(answer.body.errors, `${route.name} ${propertyName}`).toEqual(
            expect.arrayContaining(refusals(nestedClass(input, propertyName), parent)),
          );
          seen.push(route.name);
        }
      }
    }
    expect(seen.length).toBeGreaterThan(10);
  });

  it('are refused in every query: nobody sorts, filters or selects by a column of his choice', async () => {
    const chosen = ['sort', 'orderBy', 'order', 'fields', 'where', 'committeeId', 'include', 'limit', 'page[size]'];
    const withQuery = routes.filter(({ method, inputs }) => method === 'GET' && inputs.length > 0);
    expect(withQuery.length).toBeGreaterThan(5);
    for (const route of withQuery) {
      for (const name of chosen) {
        const answer = await test.call('GET', `${pathOf(route)}?${encodeURIComponent(name)}=password_hash`);
        expect([route.name, name, answer.status]).toEqual([route.name, name, 422]);
      }
    }
  });

  it('never make a query of one value a query of many', async () => {
    for (const query of [
      'search=a&search=b',
      'page=1&page=2',
      'standing[]=official',
      'search[$ne]=a',
      'page=1e3',
      'page=-1',
    ]) {
      expect([query, (await test.call('GET', `/members?${query}`)).status]).toEqual([query, 422]);
    }
  });

  it('change nothing when they come with a body that is otherwise right', async () => {
    const resolution = { title: 'Nghị quyết', issuer: 'Trung ương', issuedOn: '2021-02-01', level: 'central' };
    const before = await test.call('POST', '/resolutions', resolution);
    const path = `/resolutions/${String(before.body['id'])}`;
    const foreign = randomUUID();
    expect((await test.call('PATCH', path, { title: 'Tên khác', committeeId: foreign })).status).toBe(422);
    expect((await test.call('PATCH', path, { title: 'Tên khác', id: foreign })).status).toBe(422);
    expect((await test.call('GET', path)).body).toEqual(before.body);
    const named = { ...firstRunBody.account, role: 'administrator' };
    expect((await test.call('POST', '/first-run', { ...firstRunBody, account: named })).status).toBe(422);
  });
});
