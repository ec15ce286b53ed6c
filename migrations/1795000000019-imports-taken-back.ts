import type { MigrationInterface, QueryRunner } from 'typeorm';

const signature = 'remove_imported_members(uuid, uuid)';

/** Nobody is ever taken out of the register, but for those whom a list brought in and who are taken back with it. */
export class ImportsTakenBack1795000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION remove_imported_members(committee uuid, list uuid) RETURNS integer
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH gone AS (
          DELETE FROM member m USING import_row r
           WHERE m.committee_id = committee AND committee = ANY (scope_ids('app.committees'))
             AND current_setting('app.people', true) = 'all'
             AND (r.committee_id, r.import_id, r.member_id) = (committee, list, m.id)
             AND r.is_written AND (r.verdict = 'new' OR r.decision = 'new')
          RETURNING 1)
        SELECT count(*)::int FROM gone
      $$`);
    await db.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION ${signature} TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION ${signature}`);
  }
}
