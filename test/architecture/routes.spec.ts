import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporting, type Permission, permissions } from '../../src/platform/access/permissions.js';
import { constraintsWithMeaning } from '../../src/platform/errors/constraint-violation.js';
import { sentences } from '../../src/platform/http/validation-messages.js';
import { ask } from '../migrations/support/catalog.js';
import { isClass, type Route, routesOfApp, rulesOf, withNested } from '../support/routes.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;
let routes: Route[];

beforeAll(async () => {
  test = await startTestApp();
  routes = routesOfApp(test);
});
afterAll(() => test.stop());

describe('every route', () => {
  it('was found', () => {
    expect(routes.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'PUT sittings/:sittingId/marks/:id',
        'GET units',
        'GET health/live',
        'PATCH members/:id',
      ]),
    );
  });

  it('declares who may call it', () => {
    const known = ['public', ...permissions];
    const undeclared = routes.filter(({ access }) => !access || !known.includes(access.permission));
    expect(undeclared.map(({ name }) => name)).toEqual([]);
  });

  // Around the handler: its turn among heavy work, its transaction under the actor's scope, its entry in the trail.
  it('has the frame of a request around it, but for marks, which are apart, and for health', () => {
    const bare = routes.filter(({ isFramed }) => !isFramed);
    expect(bare.map(({ name }) => name).toSorted()).toEqual([
      'GET health/live',
      'GET health/ready',
      'POST sittings/:sittingId/cells/:cellId/roll-call',
      'POST sittings/:sittingId/marks',
      'PUT sittings/:sittingId/marks/:id',
    ]);
    const inNeedOfIt = bare.filter(
      ({ access, isHeavy }) => isHeavy || !(access?.isApart || access?.permission === 'public'),
    );
    expect(inNeedOfIt).toEqual([]);
  });

  it('is closed to strangers, but for signing in, the first run and health', () => {
    const open = routes.filter(({ access }) => access?.permission === 'public').map(({ name }) => name);
    expect(open.toSorted()).toEqual([
      'GET first-run',
      'GET health/live',
      'GET health/ready',
      'POST door',
      'POST first-run',
      'POST invitations/acceptance',
      'POST invitations/look-up',
      'POST sign-in',
      'POST sign-in/passkey',
      'POST sign-in/passkey-options',
      'POST sign-in/second-factor',
    ]);
  });

  it('answers a stranger that he must sign in, whatever he sends', async () => {
    for (const { name, method, path, access } of routes) {
      if (access?.permission === 'public') continue;
      const answer = await test.call(method, `/${path.replaceAll(/:\w+/g, () => randomUUID())}`, { more: 1 });
      expect(answer, name).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } });
    }
  });
});

describe('every changing route', () => {
  const changing = () => routes.filter(({ method }) => method !== 'GET');

  // What is not listed here runs under AuditedChange: a success that left no entry is a failure, and taken back.
  it('leaves an entry in the audit trail, but for marks, which are such entries themselves', () => {
    const apart = changing().filter(({ access }) => access?.isApart || access?.permission === 'public');
    expect(apart.map(({ name }) => name).toSorted()).toEqual([
      // They record by themselves, in transactions of their own: before anybody is signed in, or around a slow step.
      ...['POST door', 'POST first-run', 'POST invitations/acceptance'],
      // Tells whose a link is, and changes nothing.
      'POST invitations/look-up',
      ...[
        'POST me/passkeys',
        'POST members/imports',
        'POST members/imports/:id/write',
        'POST resolutions/:id/files',
        'POST sign-in',
        'POST sign-in/passkey',
      ],
      // A challenge changes nothing.
      'POST sign-in/passkey-options',
      ...['POST sign-in/proof', 'POST sign-in/second-factor'],
      // A mark is only ever added, and carries who took it, when, how, and why it was taken back.
      ...['POST sittings/:sittingId/cells/:cellId/roll-call', 'POST sittings/:sittingId/marks'],
      ...['PUT me/committee', 'PUT me/password'],
      // What a list means is said on the way; the check that it leads to is recorded.
      'PUT members/imports/:id/reading',
      'PUT sittings/:sittingId/marks/:id',
    ]);
  });

  it('that records nothing says why', () => {
    expect(
      changing()
        .flatMap(({ name, unrecorded }) => (unrecorded === undefined ? [] : [name]))
        .toSorted(),
    ).toEqual(['POST me/passkeys/options', 'POST me/totp', 'POST sign-in/proof/passkey-options']);
  });
});

describe('a route', () => {
  it('is bounded where it makes or takes files', () => {
    const ofFiles = routes.filter(
      ({ access, takesFile, path }) =>
        takesFile || path === 'files/:id' || exporting.has(access?.permission as Permission),
    );
    expect(ofFiles.length).toBeGreaterThan(4);
    const unbounded = ofFiles.filter(({ isHeavy, method }) => !isHeavy && method !== 'DELETE');
    expect(unbounded.map(({ name }) => name)).toEqual([]);
  });
});

describe('every body and query', () => {
  it('is a class with rules, known at run time', () => {
    const loose = routes.filter(({ inputs }) => !inputs.every((input) => isClass(input) && rulesOf(input).length > 0));
    expect(loose.map(({ name }) => name)).toEqual([]);
    expect(routes.flatMap(({ inputs }) => inputs).length).toBeGreaterThan(20);
  });

  it('knows the class of everything nested in it', () => {
    const untyped = routes
      .flatMap(({ inputs }) => inputs.filter(isClass))
      .flatMap((input) => [...withNested(input)])
      .flatMap(([input, fields]) => fields.map((field) => `${input.name}.${field}`));
    expect(untyped).toEqual([]);
  });

  it('has a sentence for each of its rules', () => {
    const inputs = routes
      .flatMap(({ inputs: list }) => list.filter(isClass))
      .flatMap((one) => [...withNested(one).keys()]);
    const rules = new Set(
      inputs
        .flatMap(rulesOf)
        .filter(({ type }) => type !== 'conditionalValidation')
        .map(({ type, name }) => name ?? type),
    );
    expect(rules.size).toBeGreaterThan(10);
    expect([...rules].filter((rule) => !(rule in sentences))).toEqual([]);
  });
});

describe('what the constraints of the schema mean', () => {
  it('is said of constraints that are there', async () => {
    const rows = await ask<{ name: string }>(
      test.databaseUrl,
      `SELECT conname AS name FROM pg_constraint UNION SELECT relname FROM pg_class WHERE relkind = 'i'`,
    );
    const known = new Set(rows.map(({ name }) => name));
    expect(constraintsWithMeaning().length).toBeGreaterThan(5);
    expect(constraintsWithMeaning().filter((name) => !known.has(name))).toEqual([]);
  });
});
