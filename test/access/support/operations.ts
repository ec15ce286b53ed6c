import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi } from '../../../src/platform/http/api-docs.js';
import type { Answer, Method } from '../../support/test-app.js';
import type { Ask } from './decision.js';
import type { World } from './world.js';

/** An operation of the API as the running app describes it. */
export interface Operation {
  id: string;
  method: Method;
  path: string;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function operationsOf(app: NestFastifyApplication): Operation[] {
  return Object.entries(describeApi(app).paths).flatMap(([path, item]) =>
    verbs.flatMap((verb) => {
      const id = item[verb]?.operationId;
      return id ? [{ id, method: verb.toUpperCase() as Method, path }] : [];
    }),
  );
}

export function send(
  { test }: World,
  { id, method, path }: Operation,
  ask: Ask,
  headers: Record<string, string>,
): Promise<Answer> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = ask.path?.[name];
    if (!value) throw new Error(`the decision about ${id} gives its path no ${name}`);
    return value;
  });
  const query = new URLSearchParams(ask.query).toString();
  return test.call(method, query ? `${filled}?${query}` : filled, ask.body, { ...ask.headers, ...headers });
}
