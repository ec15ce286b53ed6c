import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, the sign-ins that hold, and the counters that slow a guesser down. */
export class Accounts1795000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        committee_id uuid NOT NULL REFERENCES committee,
        login_name text NOT NULL CHECK (login_name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
        display_name text NOT NULL CHECK (display_name <> '' AND display_name IS NFC NORMALIZED),
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        disabled_at timestamptz,
        UNIQUE (login_name)
      )`);
    await db.query(`COMMENT ON TABLE account IS 'citus:reference'`);
    await db.query(`
      CREATE TABLE sign_in (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        account_id uuid NOT NULL REFERENCES account,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        ended_at timestamptz
      )`);
    await db.query(`CREATE INDEX ON sign_in (account_id)`);
    await db.query(`COMMENT ON TABLE sign_in IS 'citus:reference'`);
    // Columns as rate-limiter-flexible reads and writes them.
    await db.query(
      `CREATE UNLOGGED TABLE rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL, expire bigint)`,
    );
    await db.query(`COMMENT ON TABLE rate_limit IS 'citus:local'`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON account TO quan_triet_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in, rate_limit TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['rate_limit', 'sign_in', 'account']) await db.query(`DROP TABLE ${table}`);
  }
}
