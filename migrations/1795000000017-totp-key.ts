import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code's secret names the key that sealed it, as sealed numbers do: no key is retired while one of them needs it. */
export class TotpKey1795000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE totp ADD COLUMN key_id text
        GENERATED ALWAYS AS (encode(substring(secret FROM 2 FOR 4), 'hex')) STORED REFERENCES field_key`);
    await db.query(`CREATE INDEX ON totp (key_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE totp DROP COLUMN key_id`);
  }
}
