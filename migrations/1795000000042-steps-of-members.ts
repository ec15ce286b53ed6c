import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const people = `current_setting('app.people', true) = 'all' OR member_id = ANY (scope_ids('app.members'))`;

/**
 * What happened to a member on a day, with its paper, and what stood before and after: so that the last step can be taken back.
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
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE member_step`);
  }
}
