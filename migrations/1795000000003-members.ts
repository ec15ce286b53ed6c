import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register: members and everything about them that holds from one day to another. */
export class Members1795000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE member (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        full_name text NOT NULL CHECK (full_name <> '' AND full_name IS NFC NORMALIZED),
        family_name text NOT NULL CHECK (family_name IS NFC NORMALIZED),
        middle_name text NOT NULL CHECK (middle_name IS NFC NORMALIZED),
        given_name text NOT NULL CHECK (given_name <> '' AND given_name IS NFC NORMALIZED),
        given_key text COLLATE vi GENERATED ALWAYS AS (one_tone_placement(given_name)) STORED,
        family_key text COLLATE vi GENERATED ALWAYS AS (one_tone_placement(family_name)) STORED,
        middle_key text COLLATE vi GENERATED ALWAYS AS (one_tone_placement(middle_name)) STORED,
        name_search text GENERATED ALWAYS AS (search_key(full_name)) STORED,
        birth_date date CHECK (birth_date > '1900-01-01'),
        birth_year integer CHECK (birth_year BETWEEN 1900 AND 2100),
        sex text CHECK (sex IN ('male', 'female')),
        card_number text CHECK (card_number <> ''),
        admitted_on date,
        official_on date,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (committee_id, id),
        UNIQUE (committee_id, card_number),
        CHECK (birth_date IS NULL OR birth_year = extract(year FROM birth_date)),
        CHECK (official_on >= admitted_on),
        CHECK (admitted_on > birth_date)
      )`);
    await db.query(`CREATE INDEX ON member (committee_id, given_key, family_key, middle_key, id)`);
    await db.query(`CREATE INDEX ON member USING gin (name_search gin_trgm_ops)`);
    await db.query(`COMMENT ON TABLE member IS 'citus:distributed'`);

    await this.createDatedTables(db);
    for (const table of ['membership', 'exemption', 'away', 'member_office']) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO quan_triet_app`);
    }
    await db.query(`GRANT SELECT, INSERT, UPDATE ON member TO quan_triet_app`);
  }

  private async createDatedTables(db: QueryRunner): Promise<void> {
    // residence = residence only: never in the ward's denominator (domain facts §4).
    await db.query(`
      CREATE TABLE membership (
        committee_id uuid NOT NULL,
        member_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('official', 'temporary-in', 'residence')),
        valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
        cell_id uuid NOT NULL,
        PRIMARY KEY (committee_id, member_id, kind, valid WITHOUT OVERLAPS),
        FOREIGN KEY (committee_id, member_id) REFERENCES member,
        FOREIGN KEY (cell_id, PERIOD valid) REFERENCES unit_version (unit_id, PERIOD valid)
          DEFERRABLE INITIALLY IMMEDIATE
      )`);
    await db.query(`CREATE INDEX ON membership (committee_id, cell_id)`);
    await db.query(`
      CREATE TABLE exemption (
        committee_id uuid NOT NULL,
        member_id uuid NOT NULL,
        valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
        kind text NOT NULL CHECK (kind IN ('old-age', 'poor-health', 'treatment', 'abroad', 'remote-work',
                                           'mobile-work', 'maternity')),
        PRIMARY KEY (committee_id, member_id, valid WITHOUT OVERLAPS),
        FOREIGN KEY (committee_id, member_id) REFERENCES member
      )`);
    await db.query(`
      CREATE TABLE away (
        committee_id uuid NOT NULL,
        member_id uuid NOT NULL,
        valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
        place text CHECK (place <> ''),
        PRIMARY KEY (committee_id, member_id, valid WITHOUT OVERLAPS),
        FOREIGN KEY (committee_id, member_id) REFERENCES member
      )`);
    await db.query(`
      CREATE TABLE member_office (
        committee_id uuid NOT NULL,
        member_id uuid NOT NULL,
        title text NOT NULL CHECK (title <> '' AND title IS NFC NORMALIZED),
        valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
        PRIMARY KEY (committee_id, member_id, title, valid WITHOUT OVERLAPS),
        FOREIGN KEY (committee_id, member_id) REFERENCES member
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['member_office', 'away', 'exemption', 'membership', 'member']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
