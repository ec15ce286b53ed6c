import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail: one chain of hashes a committee, entries that are only ever added. The values before and after stand
 * apart, and the chain covers salted digests of them, so that they can be erased without breaking it.
 */
export class Audit1795000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_head (
        committee_id uuid PRIMARY KEY,
        seq integer NOT NULL CHECK (seq >= 0),
        hash bytea NOT NULL CHECK (length(hash) = 32)
      )`);
    await db.query(`
      CREATE TABLE audit_entry (
        committee_id uuid NOT NULL,
        seq integer NOT NULL CHECK (seq > 0),
        at timestamptz(3) NOT NULL,
        account_id uuid,
        sign_in_id uuid,
        address text NOT NULL,
        request_id text NOT NULL,
        action text NOT NULL CHECK (action ~ '^[a-z-]+\\.[a-z-]+$'),
        subject_kind text NOT NULL CHECK (subject_kind <> ''),
        subject_id uuid,
        digests jsonb NOT NULL CHECK (jsonb_typeof(digests) = 'object'),
        previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (committee_id, seq),
        UNIQUE (committee_id, previous_hash)
      )`);
    await db.query(`CREATE INDEX ON audit_entry (committee_id, subject_id)`);
    await db.query(`CREATE INDEX ON audit_entry (committee_id, at)`);
    await db.query(`
      CREATE TABLE audit_value (
        committee_id uuid NOT NULL,
        seq integer NOT NULL,
        field text NOT NULL CHECK (field <> ''),
        salt bytea NOT NULL CHECK (length(salt) = 16),
        value text NOT NULL,
        PRIMARY KEY (committee_id, seq, field),
        FOREIGN KEY (committee_id, seq) REFERENCES audit_entry
      )`);
    for (const table of ['audit_head', 'audit_entry', 'audit_value']) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`GRANT SELECT, INSERT ON ${table} TO quan_triet_app`);
    }
    await db.query(`GRANT UPDATE (seq, hash) ON audit_head TO quan_triet_app`);
    await db.query(`GRANT DELETE ON audit_value TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['audit_value', 'audit_entry', 'audit_head']) await db.query(`DROP TABLE ${table}`);
  }
}
