import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofAccount = `account_id = ANY (scope_ids('app.account'))`;

/** Second factors, and what is under way between a right password and a sign-in. */
export class Credentials1795000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE committee ADD COLUMN demands_second_factor boolean NOT NULL DEFAULT false`);
    await this.createFactors(db);
    await this.createSteps(db);
    await this.createLookUps(db);
  }

  /** Each row is its owner's: no role at a committee reaches it. */
  private async createFactors(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE totp (
        account_id uuid PRIMARY KEY REFERENCES account,
        secret bytea NOT NULL,
        made_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step integer,
        CHECK (confirmed_at IS NULL OR last_step IS NOT NULL)
      )`);
    await db.query(`
      CREATE TABLE passkey (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        credential_id text NOT NULL UNIQUE CHECK (credential_id <> ''),
        name text NOT NULL CHECK (name <> '' AND name IS NFC NORMALIZED),
        public_key bytea NOT NULL,
        counter bigint NOT NULL CHECK (counter >= 0),
        transports text[] NOT NULL,
        added_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await db.query(`CREATE INDEX ON passkey (account_id)`);
    await db.query(`
      CREATE TABLE recovery_code (
        account_id uuid NOT NULL REFERENCES account,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        salt bytea NOT NULL CHECK (length(salt) = 16),
        made_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (account_id, hash)
      )`);
    for (const table of ['totp', 'passkey', 'recovery_code']) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:reference'`);
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(
        `CREATE POLICY scope ON ${table} TO quan_triet_app USING (${ofAccount}) WITH CHECK (${ofAccount})`,
      );
      await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO quan_triet_app`);
    }
  }

  /** Found by what only their owner holds; nobody is signed in yet, so there is no scope. */
  private async createSteps(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pending_sign_in (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        account_id uuid NOT NULL REFERENCES account,
        committee_id uuid NOT NULL REFERENCES committee,
        expires_at timestamptz NOT NULL
      )`);
    await db.query(`CREATE INDEX ON pending_sign_in (expires_at)`);
    await db.query(`
      CREATE TABLE passkey_challenge (
        challenge text PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('register', 'sign-in', 'second-factor', 'proof')),
        bound_to text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await db.query(`CREATE INDEX ON passkey_challenge (expires_at)`);
    for (const table of ['pending_sign_in', 'passkey_challenge']) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:reference'`);
      await db.query(`GRANT SELECT, INSERT, DELETE ON ${table} TO quan_triet_app`);
    }
  }

  /** These run as the schema's owner: what must be known before it is known whose rows a request may see. */
  private async createLookUps(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION passkey_at_door(credential text)
      RETURNS TABLE (account_id uuid, committee_id uuid, login_name text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT a.id, a.committee_id, a.login_name
          FROM passkey p JOIN account a ON a.id = p.account_id
         WHERE p.credential_id = credential AND a.disabled_at IS NULL
      $$`);
    await db.query(`
      CREATE FUNCTION lacks_second_factor(account uuid, committee uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.demands_second_factor
           AND NOT EXISTS (SELECT FROM totp t WHERE t.account_id = account AND t.confirmed_at IS NOT NULL)
           AND NOT EXISTS (SELECT FROM passkey p WHERE p.account_id = account)
          FROM committee c WHERE c.id = committee
      $$`);
    for (const signature of ['passkey_at_door(text)', 'lacks_second_factor(uuid, uuid)']) {
      await db.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${signature} TO quan_triet_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION lacks_second_factor(uuid, uuid)`);
    await db.query(`DROP FUNCTION passkey_at_door(text)`);
    for (const table of ['passkey_challenge', 'pending_sign_in', 'recovery_code', 'passkey', 'totp']) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query(`ALTER TABLE committee DROP COLUMN demands_second_factor`);
  }
}
