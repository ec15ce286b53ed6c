import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reading the trail needs: every committee has a chain, be it empty, and who acted in it has a name there. */
export class AuditReading1795000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A committee without a chain is one whose chain was taken away; those of before the trail begin with an empty one.
    await db.query(`
      INSERT INTO audit_head (committee_id, seq, hash) SELECT id, 0, decode(repeat('00', 32), 'hex') FROM committee
      ON CONFLICT DO NOTHING`);
    // Looked up for each value, it locks the entry and, before the first statistics, reads the whole chain each time: an
    // import of a ward took as long as its square. The verifier finds values that belong to no entry.
    await db.query(`ALTER TABLE audit_value DROP CONSTRAINT audit_value_committee_id_seq_fkey`);
    // Accounts of a superior are of another committee, whose rows are out of reach: of those who acted here, the name is not.
    await db.query(`
      CREATE FUNCTION accounts_in_trail(committee uuid, ids uuid[]) RETURNS TABLE (id uuid, display_name text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT a.id, a.display_name FROM account a
         WHERE a.id = ANY (ids) AND committee = ANY (scope_ids('app.committees'))
           AND EXISTS (SELECT FROM audit_entry e
                        WHERE e.committee_id = committee
                          AND (e.account_id = a.id OR (e.subject_kind = 'account' AND e.subject_id = a.id)))
      $$`);
    await db.query(`REVOKE ALL ON FUNCTION accounts_in_trail(uuid, uuid[]) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION accounts_in_trail(uuid, uuid[]) TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION accounts_in_trail(uuid, uuid[])`);
    await db.query(`ALTER TABLE audit_value ADD FOREIGN KEY (committee_id, seq) REFERENCES audit_entry`);
  }
}
