import { randomUUID } from 'node:crypto';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, type Access } from '../../src/platform/access/access.decorator.js';
import { UNRECORDED } from '../../src/platform/audit/unrecorded.js';
import { permissions } from '../../src/platform/access/permissions.js';
import { constraintsWithMeaning } from '../../src/platform/errors/constraint-violation.js';
import { sentences } from '../../src/platform/http/validation-messages.js';
import { ask } from '../migrations/support/catalog.js';
import { type Method, startTestApp, type TestApp } from '../support/test-app.js';

type Class = new (...more: never[]) => object;
type Handler = (...more: unknown[]) => unknown;

interface Route {
  /** `POST sessions/:id/summons` */
  name: string;
  method: Method;
  path: string;
  access: Access | undefined;
  /** Why the audit trail is told nothing. */
  unrecorded: unknown;
  /** Classes of the whole body and the whole query. */
  inputs: unknown[];
}

// Nest's own numbers for @Body() and @Query().
const bodyOrQuery = /^[34]:(\d+)$/;

let test: TestApp;
let routes: Route[];

beforeAll(async () => {
  test = await startTestApp();
  const controllers = [...test.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const own = controllers.map(({ metatype }) => metatype as Class).filter(({ name }) => name.endsWith('Controller'));
  routes = [...new Set(own)].flatMap(routesOf);
});
afterAll(() => test.stop());

function routesOf(controller: Class): Route[] {
  const prototype = controller.prototype as Record<string, Handler>;
  return Object.getOwnPropertyNames(prototype).flatMap((key) => {
    const handler = prototype[key];
    const verb: unknown = handler && Reflect.getMetadata(METHOD_METADATA, handler);
    if (!handler || typeof verb !== 'number') return [];
    const steps = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
    const path = steps
      .map((step) => String(step).replaceAll(/^\/|\/$/g, ''))
      .filter(Boolean)
      .join('/');
    const method = RequestMethod[verb] as Method;
    const found: unknown = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller);
    const access = found as Access | undefined;
    const unrecorded: unknown = Reflect.getMetadata(UNRECORDED, handler);
    return [{ name: `${method} ${path}`, method, path, access, unrecorded, inputs: inputsOf(controller, key) }];
  });
}

function inputsOf(controller: Class, key: string): unknown[] {
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, key) as unknown[];
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, key) ?? {}) as object;
  return Object.keys(parameters).flatMap((parameter) => {
    const index = bodyOrQuery.exec(parameter)?.[1];
    return index === undefined ? [] : [types[Number(index)]];
  });
}

const isClass = (input: unknown): input is Class => typeof input === 'function' && input !== Object;

function rulesOf(input: Class) {
  return getMetadataStorage().getTargetValidationMetadatas(input, '', true, false);
}

/** The class of a nested field, as class-transformer makes it of a plain object. */
function nestedClass(input: Class, property: string): unknown {
  const make = input as new () => Record<string, [object]>;
  const [first] = plainToInstance(make, { [property]: [{}] })[property] ?? [{}];
  return first.constructor;
}

/** An input with all that is nested in it. */
function withNested(input: Class, seen = new Map<Class, string[]>()): Map<Class, string[]> {
  if (seen.has(input)) return seen;
  const rules = rulesOf(input);
  seen.set(input, []);
  for (const { type, propertyName } of rules) {
    if (type !== 'nestedValidation') continue;
    const nested = nestedClass(input, propertyName);
    if (isClass(nested)) withNested(nested, seen);
    else seen.get(input)?.push(propertyName);
  }
  return seen;
}

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

  it('is closed to strangers, but for signing in, links and codes that were handed out, the first run and health', () => {
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
      // They record by themselves, before anybody is signed in.
      'POST first-run',
      'POST sign-in',
      // A mark is only ever added, and carries who took it, when, how, and why it was taken back.
      ...['POST sittings/:sittingId/cells/:cellId/roll-call', 'POST sittings/:sittingId/marks'],
      'PUT sittings/:sittingId/marks/:id',
    ]);
  });

  it('that records nothing says why, and there are none so far', () => {
    expect(changing().flatMap(({ name, unrecorded }) => (unrecorded === undefined ? [] : [name]))).toEqual([]);
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
