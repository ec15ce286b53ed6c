import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles at units, and sign-ins that know what they are and where they work. Who could sign in before keeps all he could do. */
export class Roles1795000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE committee ADD COLUMN shows_names_above boolean NOT NULL DEFAULT false`);
    await db.query(`ALTER TABLE account ADD COLUMN kind text NOT NULL DEFAULT 'person'`);
    await db.query(`ALTER TABLE account ADD CONSTRAINT account_kind_check CHECK (kind IN ('person', 'device'))`);
    await db.query(`ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL`);
    await db.query(`
      ALTER TABLE account ADD CONSTRAINT account_password_check CHECK (kind = 'person' OR password_hash IS NULL)`);
    await this.createGrants(db);
    await this.widenSignIns(db);
    await this.createLookUps(db);
  }

  private async createGrants(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE role_grant (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account,
        unit_id uuid NOT NULL REFERENCES unit,
        role text NOT NULL CHECK (role IN ('administrator', 'secretary', 'clerk', 'cell-secretary', 'steward', 'viewer')),
        may_export boolean NOT NULL,
        session_id uuid,
        class_ids uuid[] CHECK (cardinality(class_ids) > 0),
        valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
        granted_at timestamptz NOT NULL,
        granted_by uuid REFERENCES account,
        ended_at timestamptz CHECK (ended_at >= granted_at),
        ended_by uuid REFERENCES account,
        PRIMARY KEY (committee_id, id),
        CONSTRAINT role_grant_session_id_fkey FOREIGN KEY (committee_id, session_id) REFERENCES session ON DELETE CASCADE,
        CONSTRAINT role_grant_steward_check CHECK ((role = 'steward') = (session_id IS NOT NULL)),
        CONSTRAINT role_grant_class_ids_check1 CHECK (class_ids IS NULL OR session_id IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX ON role_grant (account_id)`);
    await db.query(`COMMENT ON TABLE role_grant IS 'citus:distributed'`);
    await db.query(`GRANT SELECT, INSERT ON role_grant TO quan_triet_app`);
    await db.query(`GRANT UPDATE (ended_at, ended_by) ON role_grant TO quan_triet_app`);
    await db.query(`
      INSERT INTO role_grant (committee_id, id, account_id, unit_id, role, may_export, valid, granted_at)
      SELECT a.committee_id, gen_random_uuid(), a.id, a.committee_id, r.role, true, daterange(current_date, NULL), now()
        FROM account a CROSS JOIN (VALUES ('administrator'), ('clerk')) AS r(role)`);
  }

  private async widenSignIns(db: QueryRunner): Promise<void> {
    // Sign-ins of before carry none of this; their owners sign in once more.
    await db.query(`DELETE FROM sign_in`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN id uuid NOT NULL UNIQUE`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN kind text NOT NULL`);
    await db.query(
      `ALTER TABLE sign_in ADD CONSTRAINT sign_in_kind_check CHECK (kind IN ('browser', 'token', 'device'))`,
    );
    await db.query(`ALTER TABLE sign_in ADD COLUMN committee_id uuid NOT NULL REFERENCES committee`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN name text CHECK (name <> '' AND name IS NFC NORMALIZED)`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN permissions text[]`);
    await db.query(
      `ALTER TABLE sign_in ADD CONSTRAINT sign_in_token_check CHECK (kind <> 'token' OR num_nulls(name, permissions) = 0)`,
    );
    await db.query(`ALTER TABLE sign_in ADD COLUMN proved_at timestamptz NOT NULL`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN seen_at timestamptz NOT NULL`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN address text NOT NULL`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN agent text NOT NULL`);
    await db.query(`ALTER TABLE sign_in ADD COLUMN refused_at timestamptz`);
  }

  /**
   * What must be asked before it is known whose rows a request may see. These run as the schema's owner, and give away
   * nothing but to whoever holds a token, about the units that a role reaches, or what signing in needs.
   */
  private async createLookUps(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION sign_ins_by_token(hashes bytea[], today date)
      RETURNS TABLE (hash bytea, sign_in_id uuid, kind text, permissions text[], proved_at timestamptz, seen_at timestamptz,
                     refused_at timestamptz, is_over boolean, account_id uuid, login_name text, display_name text,
                     committee_id uuid, committee_path text, shows_names_above boolean, grants jsonb)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT s.token_hash, s.id, s.kind, s.permissions, s.proved_at, s.seen_at, s.refused_at,
               s.ended_at IS NOT NULL OR s.expires_at <= now() OR a.disabled_at IS NOT NULL,
               a.id, a.login_name, a.display_name, c.id, v.path::text, c.shows_names_above,
               coalesce((SELECT jsonb_agg(jsonb_build_object(
                          'role', g.role, 'unitId', g.unit_id, 'path', u.path::text, 'committeeId', g.committee_id,
                          'mayExport', g.may_export, 'sessionId', g.session_id, 'classIds', g.class_ids))
                           FROM role_grant g JOIN unit_version u ON u.unit_id = g.unit_id AND u.valid @> today
                          WHERE g.account_id = a.id AND g.ended_at IS NULL AND g.valid @> today
                            AND (g.committee_id = c.id OR v.path <@ u.path)), '[]')
          FROM sign_in s
          JOIN account a ON a.id = s.account_id
          JOIN committee c ON c.id = s.committee_id
          JOIN unit_version v ON v.unit_id = c.id AND v.valid @> today
         WHERE s.token_hash = ANY (hashes)
      $$`);
    await db.query(`
      CREATE FUNCTION people_in_reach(committee uuid, tops ltree[], day date)
      RETURNS TABLE (cells uuid[], members uuid[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH cell AS (SELECT unit_id FROM unit_version WHERE kind = 'cell' AND valid @> day AND path <@ tops),
        person AS (
          SELECT p.member_id FROM membership p
           WHERE p.committee_id = committee AND p.valid @> day AND p.cell_id IN (SELECT unit_id FROM cell)
          UNION
          SELECT r.member_id FROM roll_entry r
            JOIN session_class c ON (c.committee_id, c.id) = (r.committee_id, r.class_id) AND c.closed_at IS NULL
           WHERE r.committee_id = committee AND r.cell_id IN (SELECT unit_id FROM cell))
        SELECT coalesce((SELECT array_agg(unit_id) FROM cell), '{}'), coalesce((SELECT array_agg(member_id) FROM person), '{}')
      $$`);
    await db.query(`
      CREATE FUNCTION doors_of_day(committee uuid, of_session uuid, of_classes uuid[], day date)
      RETURNS TABLE (class_id uuid, sitting_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT class_id, id FROM sitting
         WHERE committee_id = committee AND session_id = of_session AND held_on = day
           AND (of_classes IS NULL OR class_id = ANY (of_classes))
      $$`);
    await db.query(`
      CREATE FUNCTION committees_at_door() RETURNS TABLE (committees bigint, body_name text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT count(*), CASE WHEN count(*) = 1 THEN min(body_name) END FROM committee
      $$`);
    await db.query(`
      CREATE FUNCTION account_at_door(name text)
      RETURNS TABLE (id uuid, committee_id uuid, kind text, login_name text, display_name text, password_hash text,
                     created_at timestamptz, disabled_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT id, committee_id, kind, login_name, display_name, password_hash, created_at, disabled_at
          FROM account WHERE login_name = name
      $$`);
    for (const signature of [
      'committees_at_door()',
      'account_at_door(text)',
      'sign_ins_by_token(bytea[], date)',
      'people_in_reach(uuid, ltree[], date)',
      'doors_of_day(uuid, uuid, uuid[], date)',
    ]) {
      await db.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${signature} TO quan_triet_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION account_at_door(text)`);
    await db.query(`DROP FUNCTION committees_at_door()`);
    await db.query(`DROP FUNCTION doors_of_day(uuid, uuid, uuid[], date)`);
    await db.query(`DROP FUNCTION people_in_reach(uuid, ltree[], date)`);
    await db.query(`DROP FUNCTION sign_ins_by_token(bytea[], date)`);
    await db.query(`DELETE FROM sign_in`);
    const columns = [
      ...[
        'id',
        'kind',
        'committee_id',
        'name',
        'permissions',
        'proved_at',
        'seen_at',
        'address',
        'agent',
        'refused_at',
      ],
    ];
    for (const column of columns) await db.query(`ALTER TABLE sign_in DROP COLUMN ${column}`);
    await db.query(`DROP TABLE role_grant`);
    await db.query(`UPDATE account SET password_hash = '-' WHERE password_hash IS NULL`);
    await db.query(`ALTER TABLE account ALTER COLUMN password_hash SET NOT NULL`);
    await db.query(`ALTER TABLE account DROP CONSTRAINT account_password_check`);
    await db.query(`ALTER TABLE account DROP COLUMN kind`);
    await db.query(`ALTER TABLE committee DROP COLUMN shows_names_above`);
  }
}
