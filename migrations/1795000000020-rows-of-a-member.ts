import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is erased leaves the rows of lists too; without an index each erasure would read every row that was ever brought. */
export class RowsOfAMember1795000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX import_row_member_idx ON import_row (committee_id, member_id) WHERE member_id IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX import_row_member_idx`);
  }
}
