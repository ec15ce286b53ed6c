import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const all = `current_setting('app.people', true) = 'all'`;

/**
 * Two entries of one person made one: the entry that was dropped stays with all that was written of it in lists and closings, and
 * belongs to no cell. `before`: all that the register held of both. And pairs of whom somebody said that they are two people.
 */
export class MergedMembers1795000000043 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE member_merge (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        kept_id uuid NOT NULL,
        dropped_id uuid NOT NULL,
        sealed_before bytea NOT NULL,
        key_id text GENERATED ALWAYS AS (encode(substring(sealed_before FROM 2 FOR 4), 'hex')) STORED REFERENCES field_key,
        merged_at timestamptz NOT NULL,
        merged_by uuid NOT NULL REFERENCES account,
        PRIMARY KEY (committee_id, id),
        UNIQUE (committee_id, dropped_id),
        FOREIGN KEY (committee_id, kept_id) REFERENCES member,
        FOREIGN KEY (committee_id, dropped_id) REFERENCES member,
        CHECK (kept_id <> dropped_id)
      )`);
    await db.query(`CREATE INDEX ON member_merge (committee_id, kept_id)`);
    await db.query(`CREATE INDEX ON member_merge (key_id)`);
    await db.query(`
      CREATE TABLE member_distinction (
        committee_id uuid NOT NULL REFERENCES committee,
        one_id uuid NOT NULL,
        other_id uuid NOT NULL,
        said_at timestamptz NOT NULL,
        said_by uuid NOT NULL REFERENCES account,
        PRIMARY KEY (committee_id, one_id, other_id),
        FOREIGN KEY (committee_id, one_id) REFERENCES member ON DELETE CASCADE,
        FOREIGN KEY (committee_id, other_id) REFERENCES member ON DELETE CASCADE,
        CHECK (one_id < other_id)
      )`);
    const byMember = `${all} OR kept_id = ANY (scope_ids('app.members'))`;
    for (const [table, rule] of [
      ['member_merge', `${ours} AND (${byMember})`],
      ['member_distinction', `${ours} AND ${all}`],
    ] as const) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`CREATE POLICY scope ON ${table} TO quan_triet_app USING (${rule}) WITH CHECK (${rule})`);
      await db.query(`GRANT SELECT, INSERT, DELETE ON ${table} TO quan_triet_app`);
    }
    await db.query(`GRANT UPDATE (sealed_before) ON member_merge TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE member_distinction`);
    await db.query(`DROP TABLE member_merge`);
  }
}
