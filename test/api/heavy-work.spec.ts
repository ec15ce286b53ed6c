import { randomUUID } from 'node:crypto';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp } from '../../src/http-app.js';
import { Heavy, HeavyWork } from '../../src/platform/access/heavy-work.js';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { ask } from '../migrations/support/catalog.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
  await test.firstRun();
});
afterAll(() => test.stop());

/** A request of some account for heavy work, as Nest hands it on. */
function contextOf(accountId: string): ExecutionContext {
  const handler = (): void => undefined;
  Heavy()(handler);
  const request = { actor: { accountId } };
  return {
    ...{ getHandler: () => handler, getClass: () => Object, switchToHttp: () => ({ getRequest: () => request }) },
  } as unknown as ExecutionContext;
}

describe('heavy work', () => {
  it('runs two at a time, and whoever comes to a full queue is told to come again', async () => {
    const heavy = new HeavyWork(new Reflector(), test.app.get(DataSource));
    const gate = Promise.withResolvers<void>();
    let running = 0;
    let most = 0;
    const work = async (): Promise<string> => {
      most = Math.max(most, (running += 1));
      await gate.promise;
      running -= 1;
      return 'done';
    };
    const refusals: unknown[] = [];
    // Each asks by an account of his own, so that it is the queue alone that refuses.
    const asked = Array.from({ length: 45 }, () =>
      heavy.around(contextOf(randomUUID()), work).catch((reason: unknown) => void refusals.push(reason)),
    );
    await expect.poll(() => refusals.length).toBe(3);
    expect(refusals[0]).toMatchObject({ code: 'busy', refusal: 'unavailable', more: { retryAfterSeconds: 5 } });
    gate.resolve();
    const answers = await Promise.all(asked);
    expect(most).toBe(2);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(42);
    expect(refusals).toHaveLength(3);
  });

  it('of one account is bounded over all processes', async () => {
    const other = await createHttpApp(readEnvironment({ LOG_LEVEL: 'silent' }), test.databaseUrl);
    await other.init();
    await other.getHttpAdapter().getInstance().ready();
    const get = (app: TestApp['app']) =>
      app.inject({ method: 'GET', url: `/api/v1/files/${randomUUID()}`, headers: { cookie: test.cookie() } });
    expect((await get(test.app)).statusCode).toBe(404);
    await ask(test.databaseUrl, `UPDATE rate_limit SET points = 298 WHERE key LIKE 'heavy:%' AND points = 1`);
    expect((await get(test.app)).statusCode).toBe(404);
    expect((await get(other)).statusCode).toBe(404);
    for (const app of [test.app, other]) {
      const refused = await get(app);
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(1);
      expect(JSON.parse(refused.body)).toMatchObject({ code: 'access.too-much-work' });
    }
    await other.close();
  });
});
