import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { type RowScope, settingsOf, wholeCommittee } from '../../src/platform/database/row-scope.js';
import { foundIn } from './support/answers.js';
import { prepareWorld, type World } from './support/world.js';

/** What is an account's own, wherever it works. */
const ofAccounts = ['passkey', 'recovery_code', 'totp'];
/** Whoever changes something writes here, and compares with what he wrote; it is read by those alone who read the trail. */
const ofTrail = ['audit_head', 'audit_entry', 'audit_value'];

let world: World;
/** Tables with row-level security, with the columns that somebody writes and the one that says whose a row is. */
let tables: { table: string; columns: string; owner: string }[];

beforeAll(async () => {
  world = await prepareWorld();
  // A merger would end cells that the other tests need; what one leaves behind in these tables is set down by hand.
  await world.owner.query(
    `INSERT INTO cell_list_change SELECT c.id, (SELECT id FROM unit_change LIMIT 1), gen_random_uuid(), 'class', '{}', '{}'
       FROM committee c`,
  );
  await world.owner.query(
    `INSERT INTO membership_move SELECT m.committee_id, (SELECT id FROM unit_change LIMIT 1), m.member_id, m.kind, m.valid,
            m.cell_id, m.cell_id FROM membership m`,
  );
  const { rows } = await world.owner.query<(typeof tables)[number]>(
    `SELECT c.relname AS table, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
            CASE WHEN c.relname = 'committee' THEN 'id' ELSE 'committee_id' END AS owner
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relrowsecurity AND c.relname <> 'unit_version' AND c.relname <> ALL ($1) GROUP BY c.relname ORDER BY 1`,
    [ofAccounts],
  );
  tables = rows;
});
afterAll(() => world.stop());

/** A statement as the app runs it, under a scope or under none, and nothing of it stays. */
async function asApp<Row>(scope: RowScope | null, statement: string, parameters: unknown[] = []): Promise<Row[]> {
  await world.owner.query(`BEGIN; SET LOCAL ROLE quan_triet_app; ${scope ? settingsOf(scope) : ''}`);
  try {
    return (await world.owner.query(statement, parameters)).rows as Row[];
  } finally {
    await world.owner.query('ROLLBACK');
  }
}

const count = async (scope: RowScope | null, statement: string, parameters: unknown[] = []): Promise<number> =>
  (await asApp<{ n: number }>(scope, `SELECT count(*)::int AS n FROM ${statement}`, parameters))[0]?.n ?? -1;

const foreign = (): RowScope => wholeCommittee(world.units.foreign);

describe('the role of the app', () => {
  it('is the one under which the app is connected', async () => {
    const found = await world.test.app.get(Database).rows('SELECT current_user::text AS name');
    expect(found).toEqual([{ name: 'quan_triet_app' }]);
  });

  it('owns nothing, may not look past the policies, and nobody else is exempt from them but the owner', async () => {
    const { rows } = await world.owner.query(
      `SELECT r.rolbypassrls AS bypasses, r.rolsuper AS super, r.rolcanlogin AS "mayLogIn",
              (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned,
              (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships
         FROM pg_roles r WHERE rolname = 'quan_triet_app'`,
    );
    expect(rows).toEqual([{ bypasses: false, super: false, mayLogIn: false, owned: 0, memberships: 0 }]);
  });
});

describe('the rows of a table with row-level security', () => {
  it('are there to be looked at, in every such table', async () => {
    expect(tables.length).toBeGreaterThan(20);
    for (const { table, owner } of tables) {
      const { rowCount } = await world.owner.query(`SELECT FROM ${table} WHERE ${owner} = $1 LIMIT 1`, [
        world.units.ward,
      ]);
      expect(rowCount, table).toBe(1);
    }
  });

  it('are none for whoever has not said whose he wants', async () => {
    for (const { table } of tables) expect(await count(null, table), table).toBe(0);
  });

  it('are those of the committee that was named, and none of another', async () => {
    for (const { table, owner } of tables) {
      expect(await count(foreign(), `${table} WHERE ${owner} <> $1`, [world.units.foreign]), table).toBe(0);
      expect(await count(wholeCommittee(world.units.ward), table), table).toBeGreaterThan(0);
    }
  });

  it('are not entered, changed or removed in the name of another committee', async () => {
    for (const { table, columns, owner } of tables) {
      const copy = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`;
      const { rows } = await world.owner.query<{ row: object }>(
        `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${owner} = $1 LIMIT 1`,
        [world.units.ward],
      );
      const entering = asApp(foreign(), copy, [JSON.stringify(rows[0]?.row)]);
      await expect(entering, `INSERT ${table}`).rejects.toMatchObject({
        message: expect.stringContaining('row-level security'),
      });
      for (const change of [`UPDATE ${table} SET ${owner} = ${owner}`, `DELETE FROM ${table}`]) {
        const touched = asApp(foreign(), `${change} WHERE ${owner} = $1 RETURNING 1`, [world.units.ward]);
        // Either the role has no such right at all, or it finds no row.
        const outcome = await touched.catch(({ code }: { code: string }) => (code === '42501' ? [] : [code]));
        expect(outcome, change).toEqual([]);
      }
    }
  });

  it('are, for a part of the committee, those of its people', async () => {
    const { a1, b1 } = world.places;
    const people = { cells: [a1.cellId], members: [a1.memberId], classes: [], sittings: [], units: [] };
    const part: RowScope = { committeeId: world.units.ward, accountId: null, sessions: 'all', people };
    const others = world.markers.filter(
      ({ kind, cell }) => /people|register|request|secret/.test(kind) && cell !== 'a1',
    );
    for (const { table } of tables.filter((one) => !ofTrail.includes(one.table))) {
      const rows = await asApp<{ row: string }>(part, `SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      expect(
        rows.flatMap(({ row }) => foundIn(row, others)),
        table,
      ).toEqual([]);
    }
    expect(await count(part, 'member')).toBe(1);
    expect(await count(part, 'member_secret')).toBe(2);
    expect(await count(part, 'data_request')).toBe(2);
    expect(await count(part, 'roll_entry')).toBe(6);
    expect(await count(part, 'mark WHERE member_id = $1', [a1.memberId])).toBeGreaterThan(0);
    expect(await count(part, 'mark WHERE member_id = $1', [b1.memberId])).toBe(0);
  });

  it('are, for a door, those of its class and session', async () => {
    const { a1, b1 } = world.places;
    const people = { cells: [], members: [], classes: [a1.classId], sittings: [a1.sittingId], units: [] };
    const door: RowScope = { committeeId: world.units.ward, accountId: null, sessions: [a1.sessionId], people };
    expect(await asApp(door, 'SELECT id FROM session')).toEqual([{ id: a1.sessionId }]);
    expect(await asApp(door, 'SELECT id FROM session_class')).toEqual([{ id: a1.classId }]);
    expect(await asApp(door, 'SELECT id FROM sitting')).toEqual([{ id: a1.sittingId }]);
    expect(await count(door, 'member')).toBe(0);
    expect(await count(door, 'roll_entry WHERE class_id = $1', [b1.classId])).toBe(0);
    expect(await count(door, 'roll_entry')).toBe(4);
  });
});

describe('second factors', () => {
  it("are their owner's: no role reaches them, nor the whole of the committee, and nobody makes them for another", async () => {
    const { accountId } = world.places.a1;
    const owner = wholeCommittee(world.units.ward, accountId);
    const office = wholeCommittee(world.units.ward, world.accountIds.get('administrator at ward, in ward'));
    for (const table of ofAccounts) {
      expect(await count(owner, `${table} WHERE account_id = $1`, [accountId]), table).toBe(1);
      expect(await count(owner, table), table).toBe(1);
      for (const scope of [null, office]) expect(await count(scope, table), table).toBe(0);
      for (const change of [`UPDATE ${table} SET account_id = account_id`, `DELETE FROM ${table}`])
        expect(await asApp(office, `${change} RETURNING 1`), change).toEqual([]);
    }
    const enter = `INSERT INTO recovery_code (account_id, hash, salt, made_at) VALUES ($1, sha256('x'), substr(sha256('y'), 1, 16), now())`;
    await expect(asApp(office, enter, [accountId])).rejects.toMatchObject({
      message: expect.stringContaining('row-level security'),
    });
  });
});

describe('the tree', () => {
  it('is changed below the own unit only, and read by everybody', async () => {
    const { a1, b1 } = world.places;
    const people = { cells: [], members: [], classes: [], sittings: [], units: [a1.parentId] };
    const sub: RowScope = { committeeId: world.units.ward, accountId: null, sessions: 'all', people };
    const rename = (id: string) =>
      asApp(sub, `UPDATE unit_version SET name = 'Tên khác' WHERE unit_id = $1 RETURNING unit_id AS id`, [id]);
    expect(await rename(a1.cellId)).toEqual([{ id: a1.cellId }]);
    for (const id of [a1.parentId, b1.cellId, world.units.ward, world.units.city]) expect(await rename(id)).toEqual([]);
    expect(await count(null, 'unit_version')).toBeGreaterThan(10);
  });
});
