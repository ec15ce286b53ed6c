import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StudyDay } from '../api/support/study-day.js';
import { ask } from '../migrations/support/catalog.js';
import { chainsOf } from '../support/audit-chains.js';
import { trailOf } from '../support/audit-trail.js';
import { Intruder } from '../support/tampering.js';

let day: StudyDay;
let url: string;
let last: number;
beforeAll(async () => {
  day = await StudyDay.prepare();
  url = day.test.databaseUrl;
  for (const place of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']) await day.make('PATCH', '/committee', { place });
  last = (await trailOf(url)).length;
});
afterAll(() => day.test.stop());

const breaksAfter = async (work: (intruder: Intruder) => Promise<unknown>): Promise<string[]> =>
  (await Intruder.after(url, work)).flatMap(({ breaks }) => breaks);

describe('the verifier', () => {
  it('finds nothing wrong where nobody has touched anything', async () => {
    expect(await breaksAfter(() => Promise.resolve())).toEqual([]);
    expect(last).toBeGreaterThan(8);
  });

  it.each<[what: string, sentence: string, work: (intruder: Intruder) => Promise<unknown>]>([
    [
      'an entry that was changed',
      'entry 5 was changed',
      (one) => one.rows(`UPDATE audit_entry SET address = '::' WHERE seq = 5`),
    ],
    [
      'an entry that was changed together with its hash',
      'entry 6 does not follow the one before it',
      async (one) => {
        await one.rows(`UPDATE audit_entry SET account_id = NULL WHERE seq = 5`);
        await one.rehash(5);
      },
    ],
    [
      'a value that was changed',
      'value "name" of entry 3 was changed',
      (one) => one.rows(`UPDATE audit_value SET value = '"Chi bộ khác"' WHERE seq = 3 AND field = 'name'`),
    ],
    [
      'a value that was taken away',
      'value "name" of entry 3 is missing, and no entry says that it was erased',
      (one) => one.rows(`DELETE FROM audit_value WHERE seq = 3 AND field = 'name'`),
    ],
    [
      'a value that was put in',
      'value "more" of entry 3 was added',
      (one) =>
        one.rows(
          `INSERT INTO audit_value SELECT committee_id, seq, 'more', salt, value FROM audit_value WHERE seq = 3 AND field = 'name'`,
        ),
    ],
    [
      'values that belong to no entry',
      'there are values of entry 9999, but no such entry',
      (one) =>
        one.rows(
          `INSERT INTO audit_value SELECT committee_id, 9999, field, salt, value FROM audit_value WHERE seq = 3`,
        ),
    ],
    ['an entry that was taken out', 'entry 5 is missing', (one) => one.remove(5)],
    [
      'entries that were taken out',
      'entries 4 to 6 are missing',
      async (one) => {
        for (const seq of [4, 5, 6]) await one.remove(seq);
      },
    ],
    [
      'a head that was changed',
      'the head was changed',
      (one) => one.rows(`UPDATE audit_head SET hash = decode(repeat('ab', 32), 'hex')`),
    ],
    ['a head that was taken away', 'the head is missing', (one) => one.rows('DELETE FROM audit_head')],
    [
      'a chain that was taken away with all that is in it',
      'there is no chain',
      async (one) => {
        for (const table of ['audit_entry', 'audit_value', 'audit_head']) await one.rows(`DELETE FROM ${table}`);
      },
    ],
  ])('catches %s: %s', async (_what, sentence, work) => {
    expect(await breaksAfter(work)).toEqual([sentence]);
  });

  it('catches a cut tail, and a head that was set back', async () => {
    expect(await breaksAfter((one) => one.remove(last))).toEqual([`entry ${last} is missing`]);
    const back = await breaksAfter((one) => one.rows('UPDATE audit_head SET seq = seq - 2'));
    expect(back).toEqual([`the head says ${last - 2}, but entries go on to ${last}`]);
  });

  it('catches two entries that were swapped', async () => {
    const breaks = await breaksAfter(async (one) => {
      await one.move(5, 999);
      await one.move(6, 5);
      await one.move(999, 6);
    });
    expect(breaks).toEqual(
      [5, 6].map((seq) => `entry ${seq} stands in the wrong place: it was written as entry ${11 - seq}`),
    );
  });

  it('catches an entry that was put between others, however well it is made', async () => {
    const breaks = await breaksAfter(async (one) => {
      for (let seq = last; seq >= 5; seq -= 1) await one.move(seq, seq + 1);
      await one.rows(
        `INSERT INTO audit_entry SELECT committee_id, 5, at, account_id, sign_in_id, address, 'inserted', action, subject_kind,
                subject_id, '{}', decode(repeat('ab', 32), 'hex'), hash FROM audit_entry WHERE seq = 4`,
      );
      await one.rehash(5, randomBytes(32));
    });
    expect(breaks.slice(0, 2)).toEqual([
      'entry 5 does not follow the one before it',
      'entry 6 stands in the wrong place: it was written as entry 5',
    ]);
  });

  it('catches an entry that was moved to the chain of another committee', async () => {
    const verdicts = await Intruder.after(url, (one) =>
      one.rows(`UPDATE audit_entry SET committee_id = gen_random_uuid() WHERE seq = 5`),
    );
    const breaks = verdicts.flatMap((verdict) => verdict.breaks);
    expect(breaks).toContain('entry 5 is missing');
    expect(breaks).toContain('entry 5 was changed');
  });

  it('sees by a head of before what a chain alone cannot show: a cut tail, a rewritten history, a chain that is gone', async () => {
    const known = (await chainsOf(url)).map(({ head }) => head);
    const cut = async (one: Intruder): Promise<void> => {
      await one.remove(last);
      await one.rows('UPDATE audit_head SET seq = $1, hash = $2', [last - 1, (await one.entry(last - 1)).hash]);
    };
    const rewritten = async (one: Intruder): Promise<void> => {
      await one.rows(`UPDATE audit_entry SET account_id = NULL WHERE seq = 5`);
      await one.rewriteFrom(5);
    };
    for (const work of [cut, rewritten]) expect(await breaksAfter(work)).toEqual([]);
    const against = async (work: (one: Intruder) => Promise<unknown>): Promise<string[]> =>
      (await Intruder.after(url, work, known)).flatMap(({ breaks }) => breaks);
    expect(await against(cut)).toEqual([`entries after ${last - 1} were cut off: ${last} was the head before`]);
    expect(await against(rewritten)).toEqual([`entry ${last} is not the one that was the head before`]);
    const gone = await Intruder.after(url, () => Promise.resolve(), [
      { committeeId: crypto.randomUUID(), seq: 1, hash: '' },
    ]);
    expect(gone.flatMap(({ breaks }) => breaks)).toEqual(['the chain is gone']);
  });
});

describe('the role of the app', () => {
  it.each([
    `UPDATE audit_entry SET action = 'nothing.done'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry CASCADE',
    `UPDATE audit_value SET value = '""'`,
    'DELETE FROM audit_head',
    'UPDATE audit_head SET committee_id = gen_random_uuid()',
  ])('may not: %s', async (statement) => {
    const refused = ask(url, `BEGIN; SET LOCAL ROLE quan_triet_app; ${statement}; COMMIT`);
    await expect(refused).rejects.toThrow(/permission denied/);
  });
});

describe('the chain', () => {
  it('does not fork under two hundred changes at once, and can be verified meanwhile', async () => {
    const before = (await trailOf(url)).length;
    const changes = Array.from({ length: 200 }, (_, index) =>
      day.test.call('PATCH', `/members/${day.member(0, index % 3)}`, { cardNumber: `T${index}` }),
    );
    const meanwhile = await chainsOf(url);
    const answers = await Promise.all(changes);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const told = await trailOf(url, before);
    expect(told.filter(({ action }) => action === 'member.updated')).toHaveLength(200);
    expect([...meanwhile, ...(await chainsOf(url))].flatMap(({ breaks }) => breaks)).toEqual([]);
  });

  it('holds where the clock of the server goes back', async () => {
    // By seconds only: an hour back, between midnight and one, nobody would have his role yet.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5_000 });
    const answer = await day.test.call('PATCH', '/committee', { place: 'Hôm qua' });
    vi.useRealTimers();
    expect(answer.status).toBe(200);
    expect((await chainsOf(url)).flatMap(({ breaks }) => breaks)).toEqual([]);
  });

  it('and what it tells of stand and fall together when connections are cut in the middle', async () => {
    const changes = Array.from({ length: 60 }, (_, index) =>
      day.test.call('POST', '/units', { name: `Chi bộ cắt ${index}`, kind: 'cell', foundedOn: '2010-01-01' }),
    );
    for (let round = 0; round < 10; round += 1) {
      await ask(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'quan-triet' AND datname = current_database()`,
      );
    }
    const statuses = (await Promise.all(changes)).map(({ status }) => status);
    const units = await ask<{ id: string }>(
      url,
      `SELECT unit_id AS id FROM unit_version WHERE name LIKE 'Chi bộ cắt%'`,
    );
    const told = (await trailOf(url)).filter(
      ({ action, told: { name } }) => action === 'unit.founded' && String(name).startsWith('Chi bộ cắt'),
    );
    expect(statuses).toContain(500);
    expect(told.map(({ subjectId }) => subjectId).sort()).toEqual(units.map(({ id }) => id).sort());
    expect(units.length).toBeGreaterThanOrEqual(statuses.filter((status) => status === 201).length);
  });
});
