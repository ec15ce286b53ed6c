import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const ofPeople = `${ours} AND (current_setting('app.people', true) = 'all' OR member_id = ANY (scope_ids('app.members')))`;

/**
 * Citizen numbers and phones, sealed. A sealed value names its key in its bytes, and the key stands in field_key as long as
 * anything is sealed with it: the foreign key is what keeps a key from being retired too early.
 */
export class SealedFields1795000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE field_key (
        id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{8}$'),
        made_at timestamptz NOT NULL
      )`);
    await db.query(`COMMENT ON TABLE field_key IS 'citus:reference'`);
    await db.query(`
      CREATE TABLE member_secret (
        committee_id uuid NOT NULL,
        member_id uuid NOT NULL,
        field text NOT NULL CHECK (field IN ('citizen-number', 'phone')),
        sealed bytea NOT NULL CHECK (length(sealed) > 33),
        blind_index bytea NOT NULL CHECK (length(blind_index) = 32),
        key_id text GENERATED ALWAYS AS (encode(substring(sealed FROM 2 FOR 4), 'hex')) STORED REFERENCES field_key,
        PRIMARY KEY (committee_id, member_id, field),
        FOREIGN KEY (committee_id, member_id) REFERENCES member
      )`);
    // Spouses may share a phone; a citizen number is one person's.
    await db.query(`
      CREATE UNIQUE INDEX member_secret_citizen_number_idx ON member_secret (committee_id, blind_index)
       WHERE field = 'citizen-number'`);
    await db.query(`CREATE INDEX ON member_secret (committee_id, field, blind_index)`);
    await db.query(`CREATE INDEX ON member_secret (key_id)`);
    await db.query(`COMMENT ON TABLE member_secret IS 'citus:distributed'`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON member_secret TO quan_triet_app`);
    await db.query(`ALTER TABLE member_secret ENABLE ROW LEVEL SECURITY`);
    await db.query(
      `CREATE POLICY scope ON member_secret TO quan_triet_app USING (${ofPeople}) WITH CHECK (${ofPeople})`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['member_secret', 'field_key']) await db.query(`DROP TABLE ${table}`);
  }
}
