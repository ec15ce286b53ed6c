import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

const withoutSamples = (part: 'columns' | 'encodings'): string =>
  `(SELECT coalesce(jsonb_agg(each || '{"samples": []}' ORDER BY place), '[]')
      FROM jsonb_array_elements(reading -> '${part}') WITH ORDINALITY AS list(each, place))`;

/**
 * What lists that offices brought still hold of people: their rows, how members stood before them, and the file of a list
 * that was never written. Within an open transaction that reaches the whole committee.
 */
@Injectable()
export class ImportEraser {
  constructor(private readonly database: Database) {}

  /** A list that was written stays in the story of the register, without its rows; one that was not goes as a whole. */
  async eraseLists(committeeId: string, ids: string[]): Promise<void> {
    const key = [committeeId, ids];
    for (const table of ['import_before', 'import_row', 'import_part'])
      await this.database.rows(`DELETE FROM ${table} WHERE committee_id = $1 AND import_id = ANY ($2::uuid[])`, key);
    const these = 'committee_id = $1 AND id = ANY ($2::uuid[])';
    await this.database.rows(`DELETE FROM register_import WHERE ${these} AND written_at IS NULL`, key);
    await this.database.rows(
      `UPDATE register_import SET sheets = NULL, reading = NULL, mistakes = NULL WHERE ${these}`,
      key,
    );
  }

  /**
   * The rows that mean one member, and the samples of all lists, one of which may be his name. A row that only may mean him,
   * doubtful or never written, can't be found, since it is sealed: it goes when the time of its list is over.
   */
  async eraseMember(committeeId: string, memberId: string): Promise<void> {
    const key = [committeeId, memberId];
    await this.database.rows(
      `DELETE FROM import_before b USING import_row r
        WHERE (r.committee_id, r.import_id, r."row") = (b.committee_id, b.import_id, b."row")
          AND r.committee_id = $1 AND r.member_id = $2`,
      key,
    );
    await this.database.rows('DELETE FROM import_row WHERE committee_id = $1 AND member_id = $2', key);
    await this.database.rows(
      `UPDATE register_import SET reading = reading || jsonb_build_object('columns', ${withoutSamples('columns')},
              'encodings', ${withoutSamples('encodings')}) WHERE committee_id = $1 AND reading IS NOT NULL`,
      [committeeId],
    );
  }
}
