import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const own = `account_id = ANY (scope_ids('app.account'))`;

/** Questions to the register that somebody asks again and again: his own, or shared with those who reach the whole register. */
export class SavedFilters1795000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_filter (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account,
        name text NOT NULL CHECK (name <> '' AND length(name) <= 80 AND name IS NFC NORMALIZED),
        query jsonb NOT NULL CHECK (jsonb_typeof(query) = 'object' AND query <> '{}' AND length(query::text) <= 4000),
        is_shared boolean NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (committee_id, id),
        UNIQUE (committee_id, account_id, name)
      )`);
    await db.query(`COMMENT ON TABLE saved_filter IS 'citus:distributed'`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON saved_filter TO quan_triet_app`);
    await db.query(`ALTER TABLE saved_filter ENABLE ROW LEVEL SECURITY`);
    const shared = `is_shared AND current_setting('app.people', true) = 'all'`;
    await db.query(`
      CREATE POLICY scope ON saved_filter TO quan_triet_app
       USING (${ours} AND (${own} OR (${shared}))) WITH CHECK (${ours} AND ${own})`);
    // What is shared is read by others, and changed and removed by its owner alone.
    for (const verb of ['UPDATE', 'DELETE']) {
      await db.query(
        `CREATE POLICY own_${verb.toLowerCase()} ON saved_filter AS RESTRICTIVE FOR ${verb} TO quan_triet_app USING (${own})`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE saved_filter`);
  }
}
