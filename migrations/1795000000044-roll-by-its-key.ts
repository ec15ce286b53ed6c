import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The class first: where both indexes began with the committee, a planner that knew nothing yet of a roll just made could
 * not tell them apart, and read a third of the roll for each mark.
 */
export class RollByItsKey1795000000044 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX roll_entry_committee_id_class_id_idx`);
    await db.query(`CREATE INDEX ON roll_entry (class_id, committee_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX roll_entry_class_id_committee_id_idx`);
    await db.query(`CREATE INDEX ON roll_entry (committee_id, class_id)`);
  }
}
