import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { CommitteeKey, Marker } from './places.js';

/** A list on its way into the register, checked, with one row of which somebody is to say whom it means. */
export async function furnishImport(
  owner: pg.Client,
  key: CommitteeKey,
  committeeId: string,
  clerkId: string,
  markers: Marker[],
): Promise<string> {
  const id = randomUUID();
  const fileName = `qzregister${key}importqz.xlsx`;
  markers.push({ text: fileName, kind: 'register', committee: key });
  await owner.query(
    `INSERT INTO register_import (committee_id, id, file_name, sha256, size, state, sheets, reading, counts, mistakes, beat_at,
                                  sent_by, sent_at)
     VALUES ($1, $2, $3, $4, 1, 'checked', '[]', $5, $6, '[]', now(), $7, now())`,
    [
      ...[committeeId, id, fileName, randomBytes(32), JSON.stringify(reading)],
      ...[JSON.stringify({ new: 0, changed: 0, same: 0, doubtful: 1, wrong: 0, 'left-out': 0 }), clerkId],
    ],
  );
  // Sealed values name the key that sealed them: that of the numbers of members.
  const sealed = `SELECT sealed FROM member_secret LIMIT 1`;
  const of = [committeeId, id];
  await owner.query(
    `INSERT INTO import_part (committee_id, import_id, part, sealed) SELECT $1, $2, 0, s.sealed FROM (${sealed}) s`,
    of,
  );
  for (const table of ['import_row', 'import_before']) {
    const [verdict, value] = table === 'import_row' ? [', verdict', `, 'doubtful'`] : ['', ''];
    await owner.query(
      `INSERT INTO ${table} (committee_id, import_id, "row"${verdict}, sealed) SELECT $1, $2, 2${value}, s.sealed FROM (${sealed}) s`,
      of,
    );
  }
  await owner.query(
    `INSERT INTO import_memory (committee_id, kind, key, value) VALUES ($1, 'head', 'card', 'cardNumber')`,
    [committeeId],
  );
  return id;
}

const reading = {
  ...{ sheet: 'Sheet1', headRow: 1, headDepth: 1, firstRow: 2, columns: [], encodings: [], cells: [] },
  ...{ cellForAll: null, from: '2026-01-01', dataRows: 1 },
};
