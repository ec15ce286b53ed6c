import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts a register that is still small, or that nobody has counted yet, for the planner, within the transaction that fills
 * it: of such a table it takes any index that begins with the committee for as good as the key, and each foreign key of a
 * first list then reads all the members before it. A large one the server counts by itself, and a lock on it would last as
 * long as the list. The right to do so, and nothing else of maintenance.
 */
export class RegisterCounted1795000000045 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION count_register() RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF (SELECT reltuples < 1000 FROM pg_class WHERE oid = 'public.member'::regclass) THEN
          ANALYZE (SKIP_LOCKED) member, membership;
        END IF;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION count_register() FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION count_register() TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION count_register()`);
  }
}
