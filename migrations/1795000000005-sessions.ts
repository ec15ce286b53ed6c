import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resolutions, and the sessions that study them: people on the stage, classes, their cells and their sittings. */
export class Sessions1795000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE resolution (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        number text CHECK (number <> ''),
        title text NOT NULL CHECK (title <> '' AND title IS NFC NORMALIZED),
        issuer text NOT NULL CHECK (issuer <> '' AND issuer IS NFC NORMALIZED),
        issued_on date NOT NULL,
        level text NOT NULL CHECK (level IN ('central', 'provincial', 'district', 'base')),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (committee_id, id),
        UNIQUE (committee_id, number, issuer, issued_on)
      )`);
    await this.createSession(db);
    await this.createClass(db);
    const tables = [
      'resolution',
      'session',
      'session_resolution',
      'presenter',
      'delegate',
      'guest',
      'session_class',
      'class_cell',
      'sitting',
    ];
    for (const table of tables) {
      await db.query(`COMMENT ON TABLE ${table} IS 'citus:distributed'`);
      await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO quan_triet_app`);
    }
  }

  private async createSession(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE session (
        committee_id uuid NOT NULL REFERENCES committee,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('study', 'cell-regular', 'cell-thematic', 'committee')),
        title text NOT NULL CHECK (title <> '' AND title IS NFC NORMALIZED),
        mode text NOT NULL CHECK (mode IN ('direct', 'online', 'recording')),
        basis_number text CHECK (basis_number <> ''),
        basis_issuer text CHECK (basis_issuer <> ''),
        basis_issued_on date,
        basis_name text CHECK (basis_name <> ''),
        attendance_rule text NOT NULL CHECK (attendance_rule IN ('any-sitting', 'every-sitting')),
        is_left_early_present boolean NOT NULL,
        are_dates_confirmed boolean NOT NULL,
        narrative jsonb NOT NULL CHECK (jsonb_typeof(narrative) = 'object'),
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES account,
        PRIMARY KEY (committee_id, id),
        CHECK (num_nulls(basis_number, basis_issuer, basis_issued_on, basis_name) IN (0, 4))
      )`);
    await db.query(`
      CREATE TABLE session_resolution (
        committee_id uuid NOT NULL,
        session_id uuid NOT NULL,
        resolution_id uuid NOT NULL,
        position integer NOT NULL,
        PRIMARY KEY (committee_id, session_id, resolution_id),
        FOREIGN KEY (committee_id, session_id) REFERENCES session ON DELETE CASCADE,
        FOREIGN KEY (committee_id, resolution_id) REFERENCES resolution
      )`);
    for (const table of ['presenter', 'delegate']) {
      await db.query(`
        CREATE TABLE ${table} (
          committee_id uuid NOT NULL,
          session_id uuid NOT NULL,
          position integer NOT NULL,
          name text NOT NULL CHECK (name <> '' AND name IS NFC NORMALIZED),
          office text NOT NULL CHECK (office IS NFC NORMALIZED),
          PRIMARY KEY (committee_id, session_id, position),
          FOREIGN KEY (committee_id, session_id) REFERENCES session ON DELETE CASCADE
        )`);
    }
    await db.query(`
      CREATE TABLE guest (
        committee_id uuid NOT NULL,
        session_id uuid NOT NULL,
        position integer NOT NULL,
        category text NOT NULL CHECK (category <> '' AND category IS NFC NORMALIZED),
        count integer CHECK (count >= 0),
        PRIMARY KEY (committee_id, session_id, position),
        FOREIGN KEY (committee_id, session_id) REFERENCES session ON DELETE CASCADE
      )`);
  }

  private async createClass(db: QueryRunner): Promise<void> {
    // closed_at stands on the class itself: a mark takes a share lock on this row and so sees a closing that came first.
    await db.query(`
      CREATE TABLE session_class (
        committee_id uuid NOT NULL,
        id uuid NOT NULL,
        session_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        name text NOT NULL CHECK (name <> '' AND name IS NFC NORMALIZED),
        mode text NOT NULL CHECK (mode IN ('direct', 'online', 'recording', 'make-up')),
        venue text NOT NULL CHECK (venue <> '' AND venue IS NFC NORMALIZED),
        capacity integer CHECK (capacity > 0),
        summoned_at timestamptz,
        closed_at timestamptz,
        PRIMARY KEY (committee_id, id),
        UNIQUE (committee_id, session_id, id),
        UNIQUE (committee_id, session_id, number),
        FOREIGN KEY (committee_id, session_id) REFERENCES session ON DELETE CASCADE,
        CHECK (closed_at IS NULL OR summoned_at IS NOT NULL)
      )`);
    // A cell may stand in two classes while the office is still planning; it is shown, and summoning is refused.
    await db.query(`
      CREATE TABLE class_cell (
        committee_id uuid NOT NULL,
        class_id uuid NOT NULL,
        cell_id uuid NOT NULL REFERENCES unit,
        position integer NOT NULL,
        PRIMARY KEY (committee_id, class_id, cell_id),
        FOREIGN KEY (committee_id, class_id) REFERENCES session_class ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE sitting (
        committee_id uuid NOT NULL,
        id uuid NOT NULL,
        session_id uuid NOT NULL,
        class_id uuid NOT NULL,
        held_on date NOT NULL,
        starts_at time(0) NOT NULL,
        ends_at time(0),
        topic text CHECK (topic <> '' AND topic IS NFC NORMALIZED),
        PRIMARY KEY (committee_id, id),
        UNIQUE (committee_id, session_id, id),
        FOREIGN KEY (committee_id, session_id, class_id) REFERENCES session_class (committee_id, session_id, id)
          ON DELETE CASCADE,
        CHECK (ends_at > starts_at),
        CONSTRAINT sitting_class_id_during_excl EXCLUDE USING gist (committee_id WITH =, class_id WITH =,
          tsrange(held_on + starts_at, held_on + coalesce(ends_at, '24:00'::time)) WITH &&)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    const tables = [
      'sitting',
      'class_cell',
      'session_class',
      'guest',
      'delegate',
      'presenter',
      'session_resolution',
      'session',
      'resolution',
    ];
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
  }
}
