import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the search of the register compares, kept with each member so that no row is folded anew for each question: the words
 * of the name and the card number without blanks, the same with tones, and the given and family name for the rank.
 */
export class MemberSearch1795000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createFunctions(db);
    await db.query(`ALTER TABLE member
      ADD COLUMN search_text text COLLATE "C" GENERATED ALWAYS AS (
        spaced_words(search_key(full_name)) || coalesce(' ' || regexp_replace(search_key(card_number), '[^[:alnum:]]+', '', 'g'), '')
      ) STORED,
      ADD COLUMN tone_text text COLLATE "C" GENERATED ALWAYS AS (spaced_words(one_tone_placement(full_name))) STORED,
      ADD COLUMN given_search text COLLATE "C" GENERATED ALWAYS AS (search_key(given_name)) STORED,
      ADD COLUMN family_search text COLLATE "C" GENERATED ALWAYS AS (search_key(family_name)) STORED`);
    // The trigram index was never used: behind row-level security no operator may be that could tell of a row (decision 0026).
    await db.query(`DROP INDEX member_name_search_idx`);
    await db.query(`CREATE INDEX ON member (committee_id, given_search, given_key, family_key, middle_key, id)`);
    await db.query(`CREATE INDEX ON member (committee_id, family_search, given_key, family_key, middle_key, id)`);
  }

  private async createFunctions(db: QueryRunner): Promise<void> {
    const of = (name: string, returns: string, body: string): Promise<unknown> =>
      db.query(
        `CREATE FUNCTION ${name}(text) RETURNS ${returns} LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ ${body} $$`,
      );
    // A blank before each word, so that a pattern can ask for its beginning: H'Hen Niê is ` h hen nie`.
    await of('spaced_words', 'text', `SELECT ' ' || regexp_replace($1, '[^[:alnum:]]+', ' ', 'g')`);
    await of(
      'search_words',
      'text[]',
      `SELECT array_agg(DISTINCT w) FROM regexp_split_to_table(search_key($1), '[^[:alnum:]]+') AS w WHERE w <> ''`,
    );
    // Words begin as they were typed; of a number any part will do. Null where no word was typed: then nobody is found.
    await of(
      'search_patterns',
      'text[]',
      `SELECT array_agg(CASE WHEN w ~ '[0-9]' THEN '%' || w || '%' ELSE '% ' || w || '%' END) FROM unnest(search_words($1)) AS w`,
    );
    // Null where no tone was typed: then none is more exact than another.
    await of(
      'tone_patterns',
      'text[]',
      `SELECT array_agg('% ' || w || '%') FROM regexp_split_to_table(one_tone_placement($1), '[^[:alnum:]]+') AS w
        WHERE w <> '' AND w !~ '[0-9]' AND one_tone_placement($1) <> search_key($1)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const column of ['search_text', 'tone_text', 'given_search', 'family_search']) {
      await db.query(`ALTER TABLE member DROP COLUMN ${column}`);
    }
    await db.query(`CREATE INDEX ON member USING gin (name_search gin_trgm_ops)`);
    for (const name of ['tone_patterns', 'search_patterns', 'search_words', 'spaced_words']) {
      await db.query(`DROP FUNCTION ${name}(text)`);
    }
  }
}
