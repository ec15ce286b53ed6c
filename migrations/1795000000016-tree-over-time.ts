import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened to the tree, each time with its day and its deciding document, and what stood before: so that the story can be
 * told and the last change be taken back. Of a merger or split also whose memberships moved, and which lists followed.
 */
export class TreeOverTime1795000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // before, after: the versions of the unit that hold on the day of the change or end or begin on it, or later.
    await db.query(`
      CREATE TABLE unit_change (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('founded', 'changed', 'dissolved', 'merged', 'split')),
        effective_on date NOT NULL,
        decision_number text CHECK (decision_number <> '' AND decision_number IS NFC NORMALIZED),
        decision_issuer text CHECK (decision_issuer <> '' AND decision_issuer IS NFC NORMALIZED),
        decided_on date,
        recorded_at timestamptz NOT NULL,
        CHECK (decision_number IS NOT NULL OR num_nonnulls(decision_issuer, decided_on) = 0)
      )`);
    await db.query(`CREATE INDEX ON unit_change (effective_on, recorded_at)`);
    await db.query(`
      CREATE TABLE unit_change_part (
        change_id uuid NOT NULL REFERENCES unit_change ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit,
        part text NOT NULL CHECK (part IN ('subject', 'source', 'target', 'below')),
        before jsonb NOT NULL CHECK (jsonb_typeof(before) = 'array'),
        after jsonb NOT NULL CHECK (jsonb_typeof(after) = 'array'),
        PRIMARY KEY (change_id, unit_id)
      )`);
    await db.query(`CREATE INDEX ON unit_change_part (unit_id)`);
    for (const table of ['unit_change', 'unit_change_part']) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:reference'`);
      await db.query(`GRANT SELECT, INSERT, DELETE ON ${table} TO quan_triet_app`);
    }
    await db.query(`GRANT UPDATE (after) ON unit_change_part TO quan_triet_app`);
    await db.query(`GRANT DELETE ON unit TO quan_triet_app`);
    await this.tellThePast(db);
    await this.createMoves(db);
  }

  /** What was known of the versions so far: when each began, and the number of its document. */
  private async tellThePast(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TEMP TABLE told ON COMMIT DROP AS
      SELECT gen_random_uuid() AS id, v.unit_id, v.valid, normalize(v.decision, NFC) AS decision, to_jsonb(v) - 'decision' AS row,
             lag(to_jsonb(v) - 'decision') OVER history AS row_before, lead(v.valid) OVER history AS valid_after
        FROM unit_version v WINDOW history AS (PARTITION BY v.unit_id ORDER BY v.valid)`);
    await db.query(`
      INSERT INTO unit_change (id, kind, effective_on, decision_number, recorded_at)
      SELECT id, CASE WHEN row_before IS NULL THEN 'founded' ELSE 'changed' END, lower(valid), decision, now() FROM told`);
    await db.query(`
      INSERT INTO unit_change_part (change_id, unit_id, part, before, after)
      SELECT id, unit_id, 'subject',
             CASE WHEN row_before IS NULL THEN '[]' ELSE jsonb_build_array(
               row_before || jsonb_build_object('valid', daterange(lower((row_before ->> 'valid')::daterange), NULL))) END,
             CASE WHEN row_before IS NULL THEN jsonb_build_array(row) ELSE jsonb_build_array(row_before, row) END
        FROM told`);
    await db.query(`
      CREATE TEMP TABLE ended ON COMMIT DROP AS
      SELECT gen_random_uuid() AS id, unit_id, valid, row FROM told WHERE NOT upper_inf(valid) AND valid_after IS NULL`);
    await db.query(`
      INSERT INTO unit_change (id, kind, effective_on, recorded_at)
      SELECT id, 'dissolved', upper(valid), now() FROM ended`);
    await db.query(`
      INSERT INTO unit_change_part (change_id, unit_id, part, before, after)
      SELECT id, unit_id, 'subject', jsonb_build_array(row || jsonb_build_object('valid', daterange(lower(valid), NULL))),
             jsonb_build_array(row) FROM ended`);
    await db.query(`ALTER TABLE unit_version DROP COLUMN decision`);
  }

  private async createMoves(db: QueryRunner): Promise<void> {
    const ours = `committee_id = ANY (scope_ids('app.committees'))`;
    // valid: of the membership as it was in the cell that it left.
    await db.query(`
      CREATE TABLE membership_move (
        committee_id uuid NOT NULL REFERENCES committee,
        change_id uuid NOT NULL REFERENCES unit_change,
        member_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('official', 'temporary-in', 'residence')),
        valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
        from_cell_id uuid NOT NULL REFERENCES unit,
        to_cell_id uuid NOT NULL REFERENCES unit,
        PRIMARY KEY (committee_id, change_id, member_id, kind, valid),
        FOREIGN KEY (committee_id, member_id) REFERENCES member
      )`);
    const among = (column: string, setting: string): string => `${column} = ANY (scope_ids('app.${setting}'))`;
    const people = `current_setting('app.people', true) = 'all' OR ${among('member_id', 'members')}
      OR ${among('from_cell_id', 'cells')} OR ${among('to_cell_id', 'cells')}`;
    // Lists that name cells: groups, classes that are planned. before, after: their cells in order.
    await db.query(`
      CREATE TABLE cell_list_change (
        committee_id uuid NOT NULL REFERENCES committee,
        change_id uuid NOT NULL REFERENCES unit_change,
        list_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('cell-group', 'class')),
        before uuid[] NOT NULL,
        after uuid[] NOT NULL,
        PRIMARY KEY (committee_id, change_id, list_id)
      )`);
    for (const [table, rule] of [
      ['membership_move', `${ours} AND (${people})`],
      ['cell_list_change', ours],
    ] as const) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`GRANT SELECT, INSERT, DELETE ON ${table} TO quan_triet_app`);
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`CREATE POLICY scope ON ${table} TO quan_triet_app USING (${rule}) WITH CHECK (${rule})`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE cell_list_change`);
    await db.query(`DROP TABLE membership_move`);
    await db.query(`ALTER TABLE unit_version ADD COLUMN decision text CHECK (decision <> '')`);
    await db.query(`
      UPDATE unit_version v SET decision = c.decision_number
        FROM unit_change c JOIN unit_change_part p ON p.change_id = c.id
       WHERE p.unit_id = v.unit_id AND lower(v.valid) = c.effective_on AND c.kind <> 'dissolved'`);
    await db.query(`REVOKE DELETE ON unit FROM quan_triet_app`);
    await db.query(`DROP TABLE unit_change_part`);
    await db.query(`DROP TABLE unit_change`);
  }
}
