import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts tables for the planner within the transaction that fills them, those that are still small or that nobody has
 * counted: of such a table it takes any index that has the committee in it for as good as the key. A first register read
 * all its members for each foreign key, and each mark a third of the roll: row-level security gives the planner the
 * committee twice, and PostgreSQL 18 skips over the class in front of it. A small table the server never counts by itself,
 * and a large one it does; a lock on that would last as long as the transaction. The right to do so, and nothing else of
 * maintenance. It takes the place of count_register.
 */
export class SmallTablesCounted1795000000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION count_register()`);
    await db.query(`
      CREATE FUNCTION count_tables(names text[]) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        counted regclass;
      BEGIN
        FOR counted IN
          SELECT oid FROM pg_class
           WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname = ANY (names) AND reltuples < 1000
        LOOP
          EXECUTE format('ANALYZE (SKIP_LOCKED) %s', counted);
        END LOOP;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION count_tables(text[]) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION count_tables(text[]) TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION count_tables(text[])`);
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
}
