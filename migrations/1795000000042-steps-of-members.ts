import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const people = `current_setting('app.people', true) = 'all' OR member_id = ANY (scope_ids('app.members'))`;

const dated = ['membership', 'exemption', 'away', 'member_office'];

/**
 * What happened to a member on a day, with its paper, and what stood before and after: so that the last step can be taken back.
 * Who has left belongs nowhere from that day on, unless he comes back on a later one; the dead do not.
 */
export class StepsOfMembers1795000000042 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE member_step (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        member_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('recognised', 'transferred', 'exempted', 'sent-away', 'appointed', 'ended', 'left')),
        reason text CHECK (reason IN ('deceased', 'moved-out', 'removed', 'expelled', 'resigned')),
        effective_on date NOT NULL,
        paper_number text CHECK (paper_number <> '' AND paper_number IS NFC NORMALIZED),
        paper_on date,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (committee_id, id),
        FOREIGN KEY (committee_id, member_id) REFERENCES member,
        CHECK ((kind = 'left') = (reason IS NOT NULL)),
        CHECK (paper_on IS NULL OR paper_number IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX ON member_step (committee_id, member_id, id)`);
    await db.query(`
      CREATE UNIQUE INDEX member_step_left_idx ON member_step (committee_id, member_id, effective_on) WHERE kind = 'left'`);
    await db.query(`COMMENT ON TABLE member_step IS 'citus:distributed'`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON member_step TO quan_triet_app`);
    await db.query(`ALTER TABLE member_step ENABLE ROW LEVEL SECURITY`);
    const rule = `${ours} AND (${people})`;
    await db.query(`CREATE POLICY scope ON member_step TO quan_triet_app USING (${rule}) WITH CHECK (${rule})`);
    await this.guardDepartures(db);
  }

  private async guardDepartures(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION beyond_departure(period daterange, left_on date, reason text) RETURNS boolean
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT period && daterange(left_on, NULL) AND (lower(period) < left_on OR reason = 'deceased')
      $$`);
    await db.query(`
      CREATE FUNCTION refuse_beyond_departure() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM member_step s
                    WHERE (s.committee_id, s.member_id) = (NEW.committee_id, NEW.member_id) AND s.kind = 'left'
                      AND beyond_departure(NEW.valid, s.effective_on, s.reason)) THEN
          RAISE EXCEPTION 'the member has left' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_step_left';
        END IF;
        RETURN NULL;
      END $$`);
    for (const table of dated) {
      await db.query(`
        CREATE CONSTRAINT TRIGGER beyond_departure AFTER INSERT OR UPDATE OF valid ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_beyond_departure()`);
    }
    const crossing = dated
      .map(
        (table) => `SELECT FROM ${table} d WHERE (d.committee_id, d.member_id) = (NEW.committee_id, NEW.member_id)
                       AND beyond_departure(d.valid, NEW.effective_on, NEW.reason)`,
      )
      .join(' UNION ALL ');
    await db.query(`
      CREATE FUNCTION refuse_open_departure() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (${crossing}) THEN
          RAISE EXCEPTION 'something of the member goes on' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_step_left';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER open_departure AFTER INSERT ON member_step
        FOR EACH ROW WHEN (NEW.kind = 'left') EXECUTE FUNCTION refuse_open_departure()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of dated) await db.query(`DROP TRIGGER beyond_departure ON ${table}`);
    await db.query(`DROP TABLE member_step`);
    await db.query(`DROP FUNCTION refuse_open_departure()`);
    await db.query(`DROP FUNCTION refuse_beyond_departure()`);
    await db.query(`DROP FUNCTION beyond_departure(daterange, date, text)`);
  }
}
