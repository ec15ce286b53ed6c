import { RequestMethod } from '@nestjs/common';
import {
  INTERCEPTORS_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { ACCESS, type Access } from '../../src/platform/access/access.decorator.js';
import { HEAVY } from '../../src/platform/access/heavy-work.js';
import { RequestFrame } from '../../src/platform/access/request-frame.js';
import { UNRECORDED } from '../../src/platform/audit/unrecorded.js';
import type { BodyConfig } from '../../src/platform/http/json-body.js';
import type { Method, TestApp } from './test-app.js';

export type Class = new (...more: never[]) => object;
type Handler = (...more: unknown[]) => unknown;

/** A handler as its decorators declare it. */
export interface Route {
  /** `POST sessions/:id/summons` */
  name: string;
  method: Method;
  path: string;
  access: Access | undefined;
  /** The layers of a request go around it. */
  isFramed: boolean;
  /** It takes its turn among heavy work. */
  isHeavy: boolean;
  /** Its body may be a form with a file. */
  takesFile: boolean;
  /** Why the audit trail is told nothing. */
  unrecorded: unknown;
  /** Classes of the whole body and the whole query. */
  inputs: unknown[];
}

// Nest's own numbers for @Body() and @Query().
const bodyOrQuery = /^[34]:(\d+)$/;

/** Every route of our own controllers. */
export function routesOfApp({ app }: TestApp): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const own = controllers.map(({ metatype }) => metatype as Class).filter(({ name }) => name.endsWith('Controller'));
  return [...new Set(own)].flatMap(routesOf);
}

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
    const interceptors = (Reflect.getMetadata(INTERCEPTORS_METADATA, controller) ?? []) as unknown[];
    const isFramed = interceptors.includes(RequestFrame);
    const isHeavy = (Reflect.getMetadata(HEAVY, handler) ?? Reflect.getMetadata(HEAVY, controller)) === true;
    const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as BodyConfig | undefined;
    const takesFile = config?.takesFile === true;
    const unrecorded: unknown = Reflect.getMetadata(UNRECORDED, handler);
    const inputs = inputsOf(controller, key);
    return [{ name: `${method} ${path}`, method, path, access, isFramed, isHeavy, takesFile, unrecorded, inputs }];
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

export const isClass = (input: unknown): input is Class => typeof input === 'function' && input !== Object;

export function rulesOf(input: Class) {
  return getMetadataStorage().getTargetValidationMetadatas(input, '', true, false);
}

/** The class of a nested field, as class-transformer makes it of a plain object. */
export function nestedClass(input: Class, property: string): unknown {
  const make = input as new () => Record<string, [object]>;
  const [first] = plainToInstance(make, { [property]: [{}] })[property] ?? [{}];
  return first.constructor;
}

/** An input with all that is nested in it. */
export function withNested(input: Class, seen = new Map<Class, string[]>()): Map<Class, string[]> {
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
