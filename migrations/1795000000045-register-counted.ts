import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts the register for the planner, within the transaction that fills it. Of a table that nobody has counted it takes
 * any index that begins with the committee for as good as the key: each foreign key of a first list then reads all the
 * members before it, and 100.000 rows take twice the time. The right to do so, and nothing else of maintenance.
 */
export class RegisterCounted1795000000045 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION count_register() RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        ANALYZE (SKIP_LOCKED) member, membership;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION count_register() FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION count_register() TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION count_register()`);
  }
}
