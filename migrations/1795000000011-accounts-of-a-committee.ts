import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  'borders_below(date)',
  'committees_below(date)',
  'committees_of_account(date)',
  'doors_of_account(date)',
  'door_code_at_door(bytea)',
  'invitation_at_door(bytea)',
];

/** Who looks after accounts: invitations with a one-time link, codes for devices at doors, committees below committees. */
export class AccountsOfACommittee1795000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createInvitations(db);
    await this.createDoorCodes(db);
    await this.refuseGrantsTwice(db);
    await this.createLookUpsAtDoor(db);
    await this.createLookUpsOfTree(db);
    for (const signature of functions) {
      await db.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${signature} TO quan_triet_app`);
    }
  }

  private async createInvitations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE invitation (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        id uuid NOT NULL UNIQUE,
        committee_id uuid NOT NULL REFERENCES committee,
        account_id uuid NOT NULL REFERENCES account,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES account,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        used_at timestamptz,
        replaced_at timestamptz CHECK (num_nonnulls(used_at, replaced_at) < 2)
      )`);
    // An account has one link that holds; a new one takes its place.
    await db.query(`CREATE UNIQUE INDEX ON invitation (account_id) WHERE used_at IS NULL AND replaced_at IS NULL`);
    await db.query(`COMMENT ON TABLE invitation IS 'citus:reference'`);
    await db.query(`GRANT SELECT, INSERT ON invitation TO quan_triet_app`);
    await db.query(`GRANT UPDATE (used_at, replaced_at) ON invitation TO quan_triet_app`);
    await this.narrow(db, 'invitation');
  }

  private async createDoorCodes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE door_code (
        committee_id uuid NOT NULL REFERENCES committee,
        code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
        session_id uuid NOT NULL,
        class_ids uuid[] NOT NULL CHECK (cardinality(class_ids) > 0),
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES account,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        used_at timestamptz,
        PRIMARY KEY (committee_id, code_hash),
        CONSTRAINT door_code_session_id_fkey FOREIGN KEY (committee_id, session_id) REFERENCES session ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ON door_code (code_hash)`);
    await db.query(`COMMENT ON TABLE door_code IS 'citus:distributed'`);
    await db.query(`GRANT SELECT, INSERT ON door_code TO quan_triet_app`);
    await db.query(`GRANT UPDATE (used_at) ON door_code TO quan_triet_app`);
    await this.narrow(db, 'door_code');
  }

  private async narrow(db: QueryRunner, table: string): Promise<void> {
    const ours = `committee_id = ANY (scope_ids('app.committees'))`;
    await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await db.query(`CREATE POLICY scope ON ${table} TO quan_triet_app USING (${ours}) WITH CHECK (${ours})`);
  }

  /** Two that say the same would have to be ended twice. */
  private async refuseGrantsTwice(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE role_grant ADD CONSTRAINT role_grant_same_unit_excl EXCLUDE USING gist
        (committee_id WITH =, account_id WITH =, unit_id WITH =, role WITH =, valid WITH &&)
        WHERE (ended_at IS NULL AND session_id IS NULL)`);
    await db.query(`
      ALTER TABLE role_grant ADD CONSTRAINT role_grant_same_session_excl EXCLUDE USING gist
        (committee_id WITH =, account_id WITH =, session_id WITH =, valid WITH &&)
        WHERE (ended_at IS NULL AND session_id IS NOT NULL)`);
  }

  /** For whoever holds a link or a code, before it is known whose rows he may see. What is over is not there. */
  private async createLookUpsAtDoor(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION invitation_at_door(hash bytea)
      RETURNS TABLE (id uuid, committee_id uuid, account_id uuid, login_name text, display_name text, body_name text,
                     has_password boolean, expires_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT i.id, i.committee_id, a.id, a.login_name, a.display_name, c.body_name, a.password_hash IS NOT NULL, i.expires_at
          FROM invitation i JOIN account a ON a.id = i.account_id JOIN committee c ON c.id = i.committee_id
         WHERE i.token_hash = hash AND i.used_at IS NULL AND i.replaced_at IS NULL AND i.expires_at > now()
           AND a.disabled_at IS NULL
      $$`);
    await db.query(`
      CREATE FUNCTION door_code_at_door(hash bytea)
      RETURNS TABLE (committee_id uuid, session_id uuid, class_ids uuid[], created_by uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT committee_id, session_id, class_ids, created_by FROM door_code
         WHERE code_hash = hash AND used_at IS NULL AND expires_at > now()
      $$`);
  }

  /** What lies beyond the committee of a request: for the account, or the committee, that its scope names and no other. */
  private async createLookUpsOfTree(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION borders_below(day date) RETURNS SETOF ltree
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT v.path FROM unit_version own
          JOIN unit_version v ON v.path <@ own.path AND v.unit_id <> own.unit_id AND v.valid @> day
          JOIN committee c ON c.id = v.unit_id
         WHERE own.unit_id = ANY (scope_ids('app.committees')) AND own.valid @> day
      $$`);
    await db.query(`
      CREATE FUNCTION committees_below(day date)
      RETURNS TABLE (id uuid, name text, body_name text, founded_on date, waits_for uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.id, v.name, c.body_name, (SELECT min(lower(e.valid)) FROM unit_version e WHERE e.unit_id = c.id),
               CASE WHEN w.is_reached THEN NULL ELSE w.account_id END
          FROM unit_version own
          JOIN unit_version v ON v.path <@ own.path AND v.unit_id <> own.unit_id AND v.valid @> day
          JOIN committee c ON c.id = v.unit_id
          LEFT JOIN (SELECT committee_id, bool_or(password_hash IS NOT NULL) AS is_reached, min(a.id::text)::uuid AS account_id
                       FROM account a WHERE kind = 'person' GROUP BY committee_id) w ON w.committee_id = c.id
         WHERE own.unit_id = ANY (scope_ids('app.committees')) AND own.valid @> day
      $$`);
    await db.query(`
      CREATE FUNCTION committees_of_account(day date) RETURNS TABLE (id uuid, name text, body_name text, is_home boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.id, v.name, c.body_name, a.committee_id = c.id
          FROM account a CROSS JOIN committee c JOIN unit_version v ON v.unit_id = c.id AND v.valid @> day
         WHERE a.id = ANY (scope_ids('app.account'))
           AND (a.committee_id = c.id OR EXISTS (
             SELECT FROM role_grant g JOIN unit_version u ON u.unit_id = g.unit_id AND u.valid @> day
              WHERE g.account_id = a.id AND g.role <> 'steward' AND g.ended_at IS NULL AND g.valid @> day AND v.path <@ u.path))
      $$`);
    await db.query(`
      CREATE FUNCTION doors_of_account(day date)
      RETURNS TABLE (device_name text, session_title text, body_name text, revoked_by text, last_day date, classes jsonb)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT a.display_name, s.title, c.body_name, b.display_name, upper(g.valid) - 1,
               (SELECT jsonb_agg(jsonb_build_object('name', k.name, 'venue', k.venue, 'sittings',
                         (SELECT coalesce(jsonb_agg(jsonb_build_object('heldOn', t.held_on, 'startsAt', to_char(t.starts_at, 'HH24:MI'))
                                 ORDER BY t.held_on, t.starts_at), '[]')
                            FROM sitting t WHERE (t.committee_id, t.class_id) = (k.committee_id, k.id))) ORDER BY k.number)
                  FROM session_class k WHERE k.committee_id = g.committee_id AND k.id = ANY (g.class_ids))
          FROM account a
          JOIN role_grant g ON g.account_id = a.id AND g.committee_id = a.committee_id AND g.ended_at IS NULL AND g.valid @> day
          JOIN session s ON (s.committee_id, s.id) = (g.committee_id, g.session_id)
          JOIN committee c ON c.id = g.committee_id
          LEFT JOIN account b ON b.id = g.granted_by
         WHERE a.id = ANY (scope_ids('app.account')) AND a.kind = 'device'
      $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const signature of functions) await db.query(`DROP FUNCTION ${signature}`);
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_same_session_excl`);
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_same_unit_excl`);
    await db.query(`DROP TABLE door_code`);
    await db.query(`DROP TABLE invitation`);
  }
}
