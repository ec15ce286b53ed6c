import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AccessPolicy } from '../../src/platform/access/access-policy.js';
import { decisions } from './decisions/all.js';
import { type AccountSpec, accounts } from './support/accounts.js';
import { type Operation, operationsOf } from './support/operations.js';
import { prepareWorld, type World } from './support/world.js';
import { Walk } from './support/walk.js';

/** What a role may export, and whether it holds at all on the day, is settled before rows are: one of each kind is enough. */
const hasRowsOfItsOwn = ({ name, valid }: AccountSpec): boolean =>
  valid !== 'ended' && valid !== 'not yet' && !name.endsWith('without export');

let world: World;
let operations: Operation[];

beforeAll(async () => {
  world = await prepareWorld();
  operations = operationsOf(world.test.app);
  const policy = AccessPolicy.prototype;
  vi.spyOn(policy, 'requireReach').mockReturnValue(undefined);
  for (const isWithin of ['isWithinReach', 'isBelowReach', 'isOfTheHouse'] as const)
    vi.spyOn(policy, isWithin).mockReturnValue(true);
  for (const list of ['cellsOf', 'classesOf', 'membersOf', 'sittingsOf', 'sessionsOf', 'doorsOf'] as const)
    vi.spyOn(policy, list).mockReturnValue(null);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.stop();
});

describe('with every check of the app switched off, the rows of the database alone keep', () => {
  it('to what has been switched off here: each step of the policy', () => {
    const steps = Object.getOwnPropertyNames(AccessPolicy.prototype).filter((name) => name !== 'constructor');
    const policy = AccessPolicy.prototype as unknown as Record<string, unknown>;
    expect(steps.filter((name) => !vi.isMockFunction(policy[name]))).toEqual([]);
  });

  it.each(accounts.filter(hasRowsOfItsOwn))('everything beyond reach from $name', async (account) => {
    expect(await new Walk(world, operations, decisions, false).of(account)).toEqual([]);
  });
});
