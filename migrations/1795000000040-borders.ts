import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const all = (setting: string): string => `current_setting('app.${setting}', true) = 'all'`;
const among = (column: string, setting: string): string => `${column} = ANY (scope_ids('app.${setting}'))`;

const narrow = (db: QueryRunner, table: string, more: string): Promise<unknown> =>
  db.query(`ALTER POLICY scope ON ${table} USING (${ours} AND (${more})) WITH CHECK (${ours} AND (${more}))`);

/**
 * What the matrix of operations, roles and places found open: units beyond the border of a committee or of a part of it,
 * classes at other doors, and people who are on an old roll but have moved on.
 */
export class Borders1795000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.drawBorders(db);
    await this.guardTree(db);
    // A steward sees the classes at his door; of the others not even the plan.
    await narrow(db, 'session_class', `${all('plans')} OR ${among('id', 'classes')}`);
    await narrow(db, 'sitting', `${all('plans')} OR ${among('class_id', 'classes')}`);
    // Who may mark a person may also leave a mark of him for the office to look at.
    const member = `(offered ->> 'memberId')::uuid`;
    const conflict = `${all('people')} OR ${among('sitting_id', 'sittings')} OR ${among(member, 'members')}`;
    await narrow(db, 'mark_conflict', conflict);
    await this.tellRegisterFromRolls(db);
  }

  /** Which base committee a place in the tree belongs to: the nearest one above it, or it itself. */
  private async drawBorders(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION base_committee_of(place ltree) RETURNS uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.id FROM unnest(string_to_array(place::text, '.')::uuid[]) WITH ORDINALITY AS p(id, depth)
          JOIN committee c ON c.id = p.id ORDER BY p.depth DESC LIMIT 1
      $$`);
    await db.query(`REVOKE ALL ON FUNCTION base_committee_of(ltree) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION base_committee_of(ltree) TO quan_triet_app`);
  }

  /** The tree is read by everybody and names no person; it is changed below one's own place in it. */
  private async guardTree(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION scope_tree() RETURNS lquery[]
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT string_to_array(nullif(current_setting('app.tree', true), ''), ' ')::lquery[]
      $$`);
    await db.query(`ALTER TABLE unit_version ENABLE ROW LEVEL SECURITY`);
    await db.query(`CREATE POLICY reading ON unit_version FOR SELECT TO quan_triet_app USING (true)`);
    const below = `path ? scope_tree()`;
    await db.query(`CREATE POLICY adding ON unit_version FOR INSERT TO quan_triet_app WITH CHECK (${below})`);
    await db.query(
      `CREATE POLICY changing ON unit_version FOR UPDATE TO quan_triet_app USING (${below}) WITH CHECK (${below})`,
    );
    await db.query(`CREATE POLICY removing ON unit_version FOR DELETE TO quan_triet_app USING (${below})`);
  }

  private async tellRegisterFromRolls(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION people_in_reach(uuid, ltree[], date)`);
    await db.query(`
      CREATE FUNCTION people_in_reach(committee uuid, tops ltree[], day date, with_rolls boolean)
      RETURNS TABLE (cells uuid[], members uuid[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH cell AS (SELECT unit_id FROM unit_version WHERE kind = 'cell' AND valid @> day AND path <@ tops),
        person AS (
          SELECT p.member_id FROM membership p
           WHERE p.committee_id = committee AND p.valid @> day AND p.cell_id IN (SELECT unit_id FROM cell)
          UNION
          SELECT r.member_id FROM roll_entry r
            JOIN session_class c ON (c.committee_id, c.id) = (r.committee_id, r.class_id) AND c.closed_at IS NULL
           WHERE with_rolls AND r.committee_id = committee AND r.cell_id IN (SELECT unit_id FROM cell))
        SELECT coalesce((SELECT array_agg(unit_id) FROM cell), '{}'), coalesce((SELECT array_agg(member_id) FROM person), '{}')
      $$`);
    await db.query(`REVOKE ALL ON FUNCTION people_in_reach(uuid, ltree[], date, boolean) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION people_in_reach(uuid, ltree[], date, boolean) TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION people_in_reach(uuid, ltree[], date, boolean)`);
    await db.query(`
      CREATE FUNCTION people_in_reach(committee uuid, tops ltree[], day date)
      RETURNS TABLE (cells uuid[], members uuid[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH cell AS (SELECT unit_id FROM unit_version WHERE kind = 'cell' AND valid @> day AND path <@ tops),
        person AS (
          SELECT p.member_id FROM membership p
           WHERE p.committee_id = committee AND p.valid @> day AND p.cell_id IN (SELECT unit_id FROM cell)
          UNION
          SELECT r.member_id FROM roll_entry r
            JOIN session_class c ON (c.committee_id, c.id) = (r.committee_id, r.class_id) AND c.closed_at IS NULL
           WHERE r.committee_id = committee AND r.cell_id IN (SELECT unit_id FROM cell))
        SELECT coalesce((SELECT array_agg(unit_id) FROM cell), '{}'), coalesce((SELECT array_agg(member_id) FROM person), '{}')
      $$`);
    await db.query(`REVOKE ALL ON FUNCTION people_in_reach(uuid, ltree[], date) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION people_in_reach(uuid, ltree[], date) TO quan_triet_app`);
    await narrow(db, 'mark_conflict', `${all('people')} OR ${among('sitting_id', 'sittings')}`);
    await narrow(db, 'sitting', `${all('plans')} OR ${among('session_id', 'sessions')}`);
    await narrow(db, 'session_class', `${all('plans')} OR ${among('session_id', 'sessions')}`);
    for (const policy of ['reading', 'adding', 'changing', 'removing'])
      await db.query(`DROP POLICY ${policy} ON unit_version`);
    await db.query(`ALTER TABLE unit_version DISABLE ROW LEVEL SECURITY`);
    await db.query(`DROP FUNCTION scope_tree()`);
    await db.query(`DROP FUNCTION base_committee_of(ltree)`);
  }
}
