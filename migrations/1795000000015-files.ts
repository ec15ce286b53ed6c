import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['resolution_file', 'stored_file_part', 'stored_file'];

/** Stored files, in parts of a megabyte at most, and the texts of resolutions among them. They are added and removed, never changed. */
export class Files1795000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stored_file (
        committee_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('pdf', 'docx', 'png', 'jpeg')),
        size integer NOT NULL CHECK (size > 0),
        sha256 bytea NOT NULL CHECK (length(sha256) = 32),
        is_searched boolean NOT NULL,
        stored_at timestamptz(3) NOT NULL,
        stored_by uuid NOT NULL,
        PRIMARY KEY (committee_id, id)
      )`);
    await db.query(`
      CREATE TABLE stored_file_part (
        committee_id uuid NOT NULL,
        file_id uuid NOT NULL,
        part integer NOT NULL CHECK (part >= 0),
        bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
        PRIMARY KEY (committee_id, file_id, part),
        FOREIGN KEY (committee_id, file_id) REFERENCES stored_file
      )`);
    // What is stored is packed already.
    await db.query(`ALTER TABLE stored_file_part ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await db.query(`
      CREATE TABLE resolution_file (
        committee_id uuid NOT NULL,
        resolution_id uuid NOT NULL,
        file_id uuid NOT NULL,
        PRIMARY KEY (committee_id, file_id),
        FOREIGN KEY (committee_id, resolution_id) REFERENCES resolution,
        FOREIGN KEY (committee_id, file_id) REFERENCES stored_file
      )`);
    await db.query(`CREATE INDEX ON resolution_file (committee_id, resolution_id)`);
    const ours = `committee_id = ANY (scope_ids('app.committees'))`;
    for (const table of tables) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`GRANT SELECT, INSERT, DELETE ON ${table} TO quan_triet_app`);
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`CREATE POLICY scope ON ${table} TO quan_triet_app USING (${ours}) WITH CHECK (${ours})`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
  }
}
