import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who belongs where on a day is asked of whole committees: from this index alone, without the rows. */
export class MembershipByMember1795000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX ON membership (committee_id, member_id) INCLUDE (kind, valid, cell_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX membership_committee_id_member_id_kind_valid_cell_id_idx`);
  }
}
