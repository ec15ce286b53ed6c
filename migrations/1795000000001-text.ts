import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vietnamese text: order, one spelling of tone placement, and the folded text that search compares. The functions are
 * the only place where these rules stand; every list is ordered by the database.
 */
export class Text1795000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await db.query(`CREATE EXTENSION IF NOT EXISTS ltree`);
    await db.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await db.query(`CREATE COLLATION vi (provider = icu, locale = 'vi-VN')`);
    await db.query(`CREATE COLLATION vi_natural (provider = icu, locale = 'vi-VN-u-kn-true')`);
    // hoà = hòa, thuỷ = thủy, but quý stays: the tone of an open oa, oe, uy goes to the first vowel (DESIGN §5).
    await db.query(String.raw`
      CREATE FUNCTION one_tone_placement(text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT normalize(
          regexp_replace(
            regexp_replace(normalize(lower($1 COLLATE vi), NFD),
              '(o)([ae])([\u0300\u0301\u0303\u0309\u0323])(?![a-z\u0300-\u036f])', '\1\3\2', 'g'),
            '(?<!q)(u)(y)([\u0300\u0301\u0303\u0309\u0323])(?![a-z\u0300-\u036f])', '\1\3\2', 'g'),
          NFC)
      $$`);
    await db.query(String.raw`
      CREATE FUNCTION search_key(text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT replace(regexp_replace(normalize(lower($1 COLLATE vi), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
      $$`);
    // The role under which the app works: what it may not change, it has no grant for. A role belongs to the whole server.
    await db.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'quan_triet_app') THEN
          CREATE ROLE quan_triet_app NOLOGIN;
        END IF;
        IF NOT pg_has_role(current_user, 'quan_triet_app', 'SET') THEN
          EXECUTE format('GRANT quan_triet_app TO %I', current_user);
        END IF;
      END $$`);
    await db.query(`GRANT USAGE ON SCHEMA public TO quan_triet_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE USAGE ON SCHEMA public FROM quan_triet_app`);
    await db.query(`DROP FUNCTION search_key(text)`);
    await db.query(`DROP FUNCTION one_tone_placement(text)`);
    await db.query(`DROP COLLATION vi_natural`);
    await db.query(`DROP COLLATION vi`);
    await db.query(`DROP EXTENSION pg_trgm`);
    await db.query(`DROP EXTENSION ltree`);
    await db.query(`DROP EXTENSION btree_gist`);
  }
}
