import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a closing froze, a row a person instead of one document a class: who may see one cell can then be shown the frozen
 * figures of that cell, and no more.
 */
export class ClosureEntries1795000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE closure_entry (
        committee_id uuid NOT NULL,
        class_id uuid NOT NULL,
        revision integer NOT NULL,
        member_id uuid NOT NULL,
        place integer NOT NULL CHECK (place > 0),
        cell_id uuid NOT NULL REFERENCES unit,
        cell_name text NOT NULL,
        group_name text,
        full_name text NOT NULL,
        given_name text NOT NULL,
        birth_year integer,
        office text,
        standing text NOT NULL CHECK (standing IN ('official', 'probationary')),
        duty text NOT NULL CHECK (duty IN ('summoned', 'exempt', 'away')),
        attendance text NOT NULL CHECK (attendance IN ('present', 'excused', 'unexcused', 'unmarked')),
        through text CHECK (through IN ('own-class', 'other-class')),
        left_early boolean NOT NULL,
        PRIMARY KEY (committee_id, class_id, revision, member_id),
        FOREIGN KEY (committee_id, class_id, revision) REFERENCES class_closure,
        CHECK ((attendance = 'present') = (through IS NOT NULL))
      )`);
    await db.query(`COMMENT ON TABLE closure_entry IS 'citus:distributed'`);
    await db.query(`GRANT SELECT, INSERT ON closure_entry TO quan_triet_app`);
    await db.query(`
      INSERT INTO closure_entry
      SELECT c.committee_id, c.class_id, c.revision, (p.person ->> 'memberId')::uuid, p.place, (p.person ->> 'cellId')::uuid,
             p.person ->> 'cellName', p.person ->> 'groupName', p.person ->> 'fullName', p.person ->> 'givenName',
             (p.person ->> 'birthYear')::integer, p.person ->> 'office', p.person ->> 'standing', p.person ->> 'duty',
             p.person ->> 'attendance', p.person ->> 'through', (p.person ->> 'leftEarly')::boolean
        FROM class_closure c CROSS JOIN LATERAL jsonb_array_elements(c.results) WITH ORDINALITY AS p(person, place)`);
    await db.query(`ALTER TABLE class_closure DROP COLUMN results`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE class_closure ADD COLUMN results jsonb`);
    await db.query(`
      UPDATE class_closure c SET results = coalesce((
        SELECT jsonb_agg(jsonb_build_object(
                 'memberId', e.member_id, 'classId', e.class_id, 'cellId', e.cell_id, 'cellName', e.cell_name,
                 'groupName', e.group_name, 'fullName', e.full_name, 'givenName', e.given_name, 'birthYear', e.birth_year,
                 'office', e.office, 'standing', e.standing, 'duty', e.duty, 'attendance', e.attendance,
                 'through', e.through, 'leftEarly', e.left_early) ORDER BY e.place)
          FROM closure_entry e WHERE (e.committee_id, e.class_id, e.revision) = (c.committee_id, c.class_id, c.revision)), '[]')`);
    await db.query(`ALTER TABLE class_closure ALTER COLUMN results SET NOT NULL`);
    await db.query(`DROP TABLE closure_entry`);
  }
}
