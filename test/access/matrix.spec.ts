import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisions } from './decisions/all.js';
import { accounts } from './support/accounts.js';
import { type Operation, operationsOf, send } from './support/operations.js';
import { prepareWorld, type World } from './support/world.js';
import { toldBy } from './support/answers.js';
import { Walk } from './support/walk.js';

let world: World;
let operations: Operation[];

beforeAll(async () => {
  world = await prepareWorld();
  operations = operationsOf(world.test.app);
});
afterAll(() => world.stop());

describe('the table of decisions', () => {
  it('has a decision about every operation', () => {
    const open = operations.filter(({ id }) => !(id in decisions));
    expect(
      open.map(({ id }) => `Nobody has decided who may call ${id}: write an entry in test/access/decisions/.`),
    ).toEqual([]);
  });

  it('decides about nothing that is not there', () => {
    const known = new Set(operations.map(({ id }) => id));
    const gone = Object.keys(decisions).filter((id) => !known.has(id));
    expect(gone.map((id) => `There is no operation ${id} any more: remove its entry.`)).toEqual([]);
  });
});

describe('what an operation answers and changes, in every place, is what was decided for', () => {
  it.each(accounts)('$name', async (account) => {
    expect(await new Walk(world, operations, decisions, true).of(account)).toEqual([]);
  });

  it('nobody, before he has signed in', async () => {
    const { a1 } = world.places;
    for (const operation of operations) {
      const { may, ask, refusals } = decisions[operation.id] ?? {};
      const answer = await send(world, operation, ask?.(a1, a1) ?? {}, {});
      expect(await toldBy(answer, world.markers), operation.id).toEqual([]);
      if (may === 'public') expect([200, ...(refusals ?? [])], operation.id).toContain(answer.status);
      else expect(answer, operation.id).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } });
    }
    expect(await world.rows.changed()).toEqual([]);
  });
});
