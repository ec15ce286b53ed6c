import type { MigrationInterface, QueryRunner } from 'typeorm';

const signature = 'accounts_with_second_factor(uuid)';

/** That an account has a second factor is its administrator's business; what the factor is stays its owner's. */
export class SecondFactorsOfAccounts1795000000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION accounts_with_second_factor(committee uuid) RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT a.id FROM account a
         WHERE a.committee_id = committee AND committee = ANY (scope_ids('app.committees'))
           AND (EXISTS (SELECT FROM totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL)
             OR EXISTS (SELECT FROM passkey p WHERE p.account_id = a.id))
      $$`);
    await db.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION ${signature} TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION ${signature}`);
  }
}
