import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The dated tree of units, the committee that owns all else (the tenant), and named groups of cells. */
export class Organisation1795000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE unit (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL
      )`);
    await db.query(`COMMENT ON TABLE unit IS 'citus:reference'`);

    await db.query(`
      CREATE TABLE unit_version (
        unit_id uuid NOT NULL REFERENCES unit,
        valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
        name text NOT NULL CHECK (name <> '' AND name IS NFC NORMALIZED),
        kind text NOT NULL CHECK (kind IN ('committee', 'cell')),
        category text CHECK (category <> '' AND category IS NFC NORMALIZED),
        code text CHECK (code ~ '^[0-9]{2}(\\.[0-9]{3}){4}$'),
        parent_id uuid,
        path ltree NOT NULL,
        decision text CHECK (decision <> ''),
        PRIMARY KEY (unit_id, valid WITHOUT OVERLAPS),
        FOREIGN KEY (parent_id, PERIOD valid) REFERENCES unit_version (unit_id, PERIOD valid)
          DEFERRABLE INITIALLY IMMEDIATE,
        CHECK (parent_id IS DISTINCT FROM unit_id),
        CHECK (parent_id IS NOT NULL OR kind = 'committee')
      )`);
    await db.query(`CREATE INDEX ON unit_version USING gist (path)`);
    // Two cells of one parent never carry the same name on the same day.
    await db.query(`
      ALTER TABLE unit_version ADD CONSTRAINT unit_version_parent_id_name_valid_excl
        EXCLUDE USING gist (parent_id WITH =, lower(name) WITH =, valid WITH &&)`);
    await db.query(`COMMENT ON TABLE unit_version IS 'citus:reference'`);

    await db.query(`
      CREATE TABLE committee (
        id uuid PRIMARY KEY REFERENCES unit,
        body_name text NOT NULL CHECK (body_name <> ''),
        superior_name text NOT NULL CHECK (superior_name <> ''),
        superior_body_name text NOT NULL CHECK (superior_body_name <> ''),
        place text NOT NULL CHECK (place <> ''),
        document_code text NOT NULL CHECK (document_code <> ''),
        signing_power text NOT NULL CHECK (signing_power <> ''),
        signer_post text NOT NULL CHECK (signer_post <> ''),
        signer_name text NOT NULL CHECK (signer_name <> ''),
        recipients text[] NOT NULL,
        undo_seconds integer NOT NULL DEFAULT 300 CHECK (undo_seconds BETWEEN 0 AND 86400)
      )`);
    await db.query(`COMMENT ON TABLE committee IS 'citus:reference'`);

    await db.query(`
      CREATE TABLE cell_group (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        name text NOT NULL CHECK (name <> '' AND name IS NFC NORMALIZED),
        PRIMARY KEY (committee_id, id),
        UNIQUE (committee_id, name)
      )`);
    await db.query(`COMMENT ON TABLE cell_group IS 'citus:distributed'`);

    await db.query(`
      CREATE TABLE cell_group_cell (
        committee_id uuid NOT NULL,
        group_id uuid NOT NULL,
        cell_id uuid NOT NULL REFERENCES unit,
        position integer NOT NULL,
        PRIMARY KEY (committee_id, group_id, cell_id),
        UNIQUE (committee_id, cell_id),
        FOREIGN KEY (committee_id, group_id) REFERENCES cell_group ON DELETE CASCADE
      )`);
    await db.query(`COMMENT ON TABLE cell_group_cell IS 'citus:distributed'`);

    await db.query(`GRANT SELECT, INSERT ON unit TO quan_triet_app`);
    await db.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON unit_version, cell_group, cell_group_cell TO quan_triet_app`,
    );
    await db.query(`GRANT SELECT, INSERT, UPDATE ON committee TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['cell_group_cell', 'cell_group', 'committee', 'unit_version', 'unit']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
