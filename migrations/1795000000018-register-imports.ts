import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['import_memory', 'import_before', 'import_row', 'import_part', 'register_import'];
const verdicts = `'new', 'changed', 'same', 'doubtful', 'wrong', 'left-out'`;
const keyOfSeal = `key_id text GENERATED ALWAYS AS (encode(substring(sealed FROM 2 FOR 4), 'hex')) STORED REFERENCES field_key`;

/**
 * Lists that offices bring: the file and its rows, sealed, since they hold citizen numbers and phones. They touch the whole
 * register of a committee, so nobody whose scope is a part of its people sees them.
 */
export class RegisterImports1795000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createImports(db);
    await this.createRows(db);
    // What a person once said of a head or of the name of a cell.
    await db.query(`
      CREATE TABLE import_memory (
        committee_id uuid NOT NULL REFERENCES committee,
        kind text NOT NULL CHECK (kind IN ('head', 'cell')),
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 500),
        value text NOT NULL,
        PRIMARY KEY (committee_id, kind, key)
      )`);
    const ours = `committee_id = ANY (scope_ids('app.committees')) AND current_setting('app.people', true) = 'all'`;
    for (const table of tables) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO quan_triet_app`);
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`CREATE POLICY scope ON ${table} TO quan_triet_app USING (${ours}) WITH CHECK (${ours})`);
    }
  }

  private async createImports(db: QueryRunner): Promise<void> {
    // beat_at: the last sign of life of the process that works on it.
    await db.query(`
      CREATE TABLE register_import (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
        sha256 bytea NOT NULL CHECK (length(sha256) = 32),
        size integer NOT NULL CHECK (size > 0),
        state text NOT NULL CHECK (state IN ('reading', 'mapping', 'checking', 'checked', 'writing', 'written', 'undone',
                                             'stopped', 'refused')),
        refusal jsonb,
        sheets jsonb,
        reading jsonb,
        counts jsonb,
        mistakes jsonb,
        done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
        total integer CHECK (total >= 0),
        beat_at timestamptz NOT NULL,
        sent_by uuid NOT NULL REFERENCES account,
        sent_at timestamptz(3) NOT NULL,
        written_at timestamptz(3),
        undone_at timestamptz(3) CHECK (undone_at >= written_at),
        PRIMARY KEY (committee_id, id),
        CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CHECK (state NOT IN ('written', 'undone') OR written_at IS NOT NULL),
        CHECK ((state = 'undone') = (undone_at IS NOT NULL))
      )`);
    await db.query(`
      CREATE TABLE import_part (
        committee_id uuid NOT NULL,
        import_id uuid NOT NULL,
        part integer NOT NULL CHECK (part >= 0),
        sealed bytea NOT NULL CHECK (length(sealed) > 33),
        ${keyOfSeal},
        PRIMARY KEY (committee_id, import_id, part),
        FOREIGN KEY (committee_id, import_id) REFERENCES register_import
      )`);
    await db.query(`ALTER TABLE import_part ALTER COLUMN sealed SET STORAGE EXTERNAL`);
    await db.query(`CREATE INDEX ON import_part (key_id)`);
  }

  private async createRows(db: QueryRunner): Promise<void> {
    // member_id: whom the row means, once that is settled; no foreign key, since an import that is undone takes its members away.
    await db.query(`
      CREATE TABLE import_row (
        committee_id uuid NOT NULL,
        import_id uuid NOT NULL,
        "row" integer NOT NULL CHECK ("row" > 0),
        verdict text NOT NULL CHECK (verdict IN (${verdicts})),
        decision text CHECK (decision IN ('new', 'match', 'skip')),
        member_id uuid,
        is_written boolean NOT NULL DEFAULT false,
        sealed bytea NOT NULL CHECK (length(sealed) > 33),
        ${keyOfSeal},
        PRIMARY KEY (committee_id, import_id, "row"),
        FOREIGN KEY (committee_id, import_id) REFERENCES register_import,
        CHECK (decision IS NULL OR verdict = 'doubtful'),
        CHECK (decision IS DISTINCT FROM 'match' OR member_id IS NOT NULL),
        CHECK (NOT is_written OR member_id IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX ON import_row (committee_id, import_id, verdict, "row")`);
    await db.query(`CREATE INDEX ON import_row (key_id)`);
    // How a member stood before a row was written.
    await db.query(`
      CREATE TABLE import_before (
        committee_id uuid NOT NULL,
        import_id uuid NOT NULL,
        "row" integer NOT NULL,
        sealed bytea NOT NULL CHECK (length(sealed) > 33),
        ${keyOfSeal},
        PRIMARY KEY (committee_id, import_id, "row"),
        FOREIGN KEY (committee_id, import_id, "row") REFERENCES import_row
      )`);
    await db.query(`CREATE INDEX ON import_before (key_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
  }
}
