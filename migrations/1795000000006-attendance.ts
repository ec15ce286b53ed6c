import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rolls, marks that are only ever added, and the closings that freeze a class's figures. */
export class Attendance1795000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // The key says it: a person is summoned once a session, through one class.
    await db.query(`
      CREATE TABLE roll_entry (
        committee_id uuid NOT NULL,
        session_id uuid NOT NULL,
        member_id uuid NOT NULL,
        class_id uuid NOT NULL,
        cell_id uuid NOT NULL REFERENCES unit,
        cell_name text NOT NULL,
        group_name text,
        cell_position integer NOT NULL,
        position integer NOT NULL,
        full_name text NOT NULL,
        given_name text NOT NULL,
        birth_year integer,
        office text,
        standing text NOT NULL CHECK (standing IN ('official', 'probationary')),
        duty text NOT NULL CHECK (duty IN ('summoned', 'exempt', 'away')),
        PRIMARY KEY (committee_id, session_id, member_id),
        FOREIGN KEY (committee_id, session_id, class_id) REFERENCES session_class (committee_id, session_id, id),
        FOREIGN KEY (committee_id, member_id) REFERENCES member
      )`);
    await db.query(`CREATE INDEX ON roll_entry (committee_id, class_id)`);

    // Its key is the device's own id; a second unique key would swallow marks that were answered "saved" (scale facts §1).
    await db.query(`
      CREATE TABLE mark (
        committee_id uuid NOT NULL,
        sitting_id uuid NOT NULL,
        id uuid NOT NULL,
        session_id uuid NOT NULL,
        member_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('present', 'excused', 'unexcused', 'left-early', 'withdrawn')),
        reason text CHECK (reason IN ('work', 'illness', 'treatment', 'abroad', 'family', 'other')),
        withdraws uuid,
        note text CHECK (note <> ''),
        method text NOT NULL CHECK (method IN ('name', 'cell', 'paper', 'code')),
        device text CHECK (device <> ''),
        taken_at timestamptz NOT NULL,
        taken_by uuid NOT NULL REFERENCES account,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (committee_id, sitting_id, id),
        FOREIGN KEY (committee_id, session_id, sitting_id) REFERENCES sitting (committee_id, session_id, id),
        FOREIGN KEY (committee_id, session_id, member_id) REFERENCES roll_entry,
        CHECK ((kind = 'withdrawn') = (withdraws IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX ON mark USING brin (received_at)`);
    await db.query(`CREATE INDEX ON mark (committee_id, session_id, member_id)`);

    await db.query(`
      CREATE TABLE mark_conflict (
        committee_id uuid NOT NULL,
        id uuid NOT NULL,
        sitting_id uuid NOT NULL,
        mark_id uuid NOT NULL,
        offered jsonb NOT NULL,
        received_at timestamptz NOT NULL,
        settled_at timestamptz,
        settled_by uuid REFERENCES account,
        PRIMARY KEY (committee_id, id),
        FOREIGN KEY (committee_id, sitting_id, mark_id) REFERENCES mark,
        CHECK ((settled_at IS NULL) = (settled_by IS NULL))
      )`);
    await db.query(`CREATE INDEX ON mark_conflict (committee_id, sitting_id)`);

    await db.query(`
      CREATE TABLE class_closure (
        committee_id uuid NOT NULL,
        class_id uuid NOT NULL,
        revision integer NOT NULL CHECK (revision > 0),
        session_id uuid NOT NULL,
        results jsonb NOT NULL,
        tally jsonb NOT NULL,
        closed_at timestamptz NOT NULL,
        closed_by uuid NOT NULL REFERENCES account,
        reopened_at timestamptz CHECK (reopened_at >= closed_at),
        reopened_by uuid REFERENCES account,
        reopen_reason text CHECK (reopen_reason <> ''),
        PRIMARY KEY (committee_id, class_id, revision),
        FOREIGN KEY (committee_id, session_id, class_id) REFERENCES session_class (committee_id, session_id, id),
        CHECK (num_nulls(reopened_at, reopened_by, reopen_reason) IN (0, 3))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX class_closure_standing_idx ON class_closure (committee_id, class_id) WHERE reopened_at IS NULL`,
    );
    for (const table of ['roll_entry', 'mark', 'mark_conflict', 'class_closure']) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
    }
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON roll_entry TO quan_triet_app`);
    await db.query(`GRANT SELECT, INSERT ON mark TO quan_triet_app`);
    await db.query(`GRANT SELECT, INSERT ON mark_conflict, class_closure TO quan_triet_app`);
    await db.query(`GRANT UPDATE (settled_at, settled_by) ON mark_conflict TO quan_triet_app`);
    await db.query(`GRANT UPDATE (reopened_at, reopened_by, reopen_reason) ON class_closure TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['class_closure', 'mark_conflict', 'mark', 'roll_entry']) await db.query(`DROP TABLE ${table}`);
  }
}
