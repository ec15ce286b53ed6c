import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const ofPeople = `${ours} AND (current_setting('app.people', true) = 'all' OR member_id = ANY (scope_ids('app.members')))`;

/** Requests of data subjects, the rules by which they and the keeping of data go, and erasure that leaves figures alone. */
export class PersonalData1795000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createRequests(db);
    await this.sealNamesOfClosings(db);
    await this.createErasing(db);
  }

  private async createRequests(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE data_request (
        committee_id uuid NOT NULL,
        id uuid NOT NULL,
        member_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('view', 'correct', 'withdraw', 'restrict', 'object', 'delete')),
        state text NOT NULL CHECK (state IN ('received', 'acknowledged', 'done', 'refused')),
        detail text CHECK (detail <> ''),
        received_on date NOT NULL,
        received_at timestamptz NOT NULL,
        received_by uuid NOT NULL REFERENCES account,
        acknowledge_by date NOT NULL CHECK (acknowledge_by >= received_on),
        due_on date NOT NULL CHECK (due_on >= received_on),
        acknowledged_at timestamptz,
        acknowledged_by uuid REFERENCES account,
        extended_at timestamptz,
        extended_by uuid REFERENCES account,
        extended_to date CHECK (extended_to > due_on),
        extension_reason text CHECK (extension_reason <> ''),
        closed_at timestamptz,
        closed_by uuid REFERENCES account,
        outcome text CHECK (outcome <> ''),
        refusal_ground text CHECK (refusal_ground IN ('identity-unproven', 'law-requires-keeping', 'party-records',
                                                      'harms-others', 'not-held', 'other')),
        PRIMARY KEY (committee_id, id),
        FOREIGN KEY (committee_id, member_id) REFERENCES member,
        CONSTRAINT data_request_acknowledged_check CHECK (num_nulls(acknowledged_at, acknowledged_by) IN (0, 2)),
        CONSTRAINT data_request_extended_check
          CHECK (num_nulls(extended_at, extended_by, extended_to, extension_reason) IN (0, 4)),
        CONSTRAINT data_request_closed_check
          CHECK (num_nulls(closed_at, closed_by) = CASE WHEN state IN ('done', 'refused') THEN 0 ELSE 2 END),
        CONSTRAINT data_request_refused_check CHECK ((state = 'refused') = (refusal_ground IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX ON data_request (committee_id, state, due_on)`);
    await db.query(`CREATE INDEX ON data_request (committee_id, member_id)`);
    await db.query(`
      CREATE TABLE data_rules (
        committee_id uuid PRIMARY KEY REFERENCES committee,
        acknowledge_working_days integer NOT NULL CHECK (acknowledge_working_days BETWEEN 1 AND 30),
        days jsonb NOT NULL CHECK (jsonb_typeof(days) = 'object'),
        yearly_holidays jsonb NOT NULL CHECK (jsonb_typeof(yearly_holidays) = 'array'),
        dated_holidays jsonb NOT NULL CHECK (jsonb_typeof(dated_holidays) = 'array'),
        retention jsonb NOT NULL CHECK (jsonb_typeof(retention) = 'object'),
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL REFERENCES account
      )`);
    for (const [table, rule] of [
      ['data_request', ofPeople],
      ['data_rules', ours],
    ]) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO quan_triet_app`);
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`CREATE POLICY scope ON ${table} TO quan_triet_app USING (${rule}) WITH CHECK (${rule})`);
    }
  }

  /**
   * Who a row of a closing is, is covered by a digest under a salt of its own; the audit chain covers that digest. When the
   * name is erased the salt goes with it: the digest still fits the chain, and tells nothing any more. Closings of before
   * have neither.
   */
  private async sealNamesOfClosings(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE member ADD COLUMN erased_at timestamptz`);
    await db.query(`ALTER TABLE closure_entry ADD COLUMN name_salt bytea CHECK (length(name_salt) = 16)`);
    await db.query(`ALTER TABLE closure_entry ADD COLUMN name_digest bytea CHECK (length(name_digest) = 32)`);
  }

  /**
   * What the app may not change of marks and closings, erasure by law may: through these two functions alone, within the
   * scope of the transaction. They touch no field that a tally counts.
   */
  private async createErasing(db: QueryRunner): Promise<void> {
    const guard = `
      IF NOT committee = ANY (scope_ids('app.committees')) OR current_setting('app.people', true) IS DISTINCT FROM 'all' THEN
        RAISE insufficient_privilege USING MESSAGE = 'erasing needs the whole committee';
      END IF;`;
    await db.query(`
      CREATE FUNCTION erase_person_from_rolls(committee uuid, person uuid, new_name text, new_given text) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        ${guard}
        UPDATE mark_conflict c SET offered = c.offered - 'note' - 'reason'
          FROM mark m WHERE c.committee_id = committee AND (m.committee_id, m.sitting_id, m.id) = (c.committee_id, c.sitting_id, c.mark_id)
           AND (m.member_id = person OR c.offered ->> 'memberId' = person::text);
        UPDATE mark SET note = NULL, reason = NULL
         WHERE committee_id = committee AND member_id = person AND (note IS NOT NULL OR reason IS NOT NULL);
        UPDATE roll_entry SET full_name = new_name, given_name = new_given, birth_year = NULL, office = NULL
         WHERE committee_id = committee AND member_id = person;
        UPDATE closure_entry SET full_name = new_name, given_name = new_given, birth_year = NULL, office = NULL, name_salt = NULL
         WHERE committee_id = committee AND member_id = person;
      END $$`);
    await db.query(`
      CREATE FUNCTION erase_rolls_of_session(committee uuid, of_session uuid, new_name text, new_given text) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        erased integer;
      BEGIN
        ${guard}
        IF EXISTS (SELECT FROM session_class WHERE committee_id = committee AND session_id = of_session AND closed_at IS NULL
                      AND summoned_at IS NOT NULL) THEN
          RAISE check_violation USING MESSAGE = 'a class of the session is open';
        END IF;
        DELETE FROM mark_conflict c USING sitting s WHERE c.committee_id = committee AND s.session_id = of_session
           AND (s.committee_id, s.id) = (c.committee_id, c.sitting_id);
        DELETE FROM mark WHERE committee_id = committee AND session_id = of_session;
        DELETE FROM roll_entry WHERE committee_id = committee AND session_id = of_session;
        GET DIAGNOSTICS erased = ROW_COUNT;
        UPDATE closure_entry e SET member_id = gen_random_uuid(), full_name = new_name, given_name = new_given, birth_year = NULL,
               office = NULL, name_salt = NULL
          FROM session_class c WHERE c.committee_id = committee AND c.session_id = of_session
           AND (c.committee_id, c.id) = (e.committee_id, e.class_id);
        RETURN erased;
      END $$`);
    await db.query(`
      CREATE FUNCTION committees_for_jobs() RETURNS TABLE (id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT id FROM committee ORDER BY id
      $$`);
    for (const signature of [
      'erase_person_from_rolls(uuid, uuid, text, text)',
      'erase_rolls_of_session(uuid, uuid, text, text)',
      'committees_for_jobs()',
    ]) {
      await db.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${signature} TO quan_triet_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION committees_for_jobs()`);
    await db.query(`DROP FUNCTION erase_rolls_of_session(uuid, uuid, text, text)`);
    await db.query(`DROP FUNCTION erase_person_from_rolls(uuid, uuid, text, text)`);
    await db.query(`ALTER TABLE closure_entry DROP COLUMN name_digest`);
    await db.query(`ALTER TABLE closure_entry DROP COLUMN name_salt`);
    await db.query(`ALTER TABLE member DROP COLUMN erased_at`);
    for (const table of ['data_rules', 'data_request']) await db.query(`DROP TABLE ${table}`);
  }
}
