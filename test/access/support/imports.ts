import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { FieldCipher } from '../../../src/platform/encryption/field-cipher.js';
import { beforePurpose, partPurpose, rowPurpose } from '../../../src/register-import/sealed-imports.js';
import type { CommitteeKey, Marker } from './places.js';

/** A list on its way into the register, checked, with one row of which somebody is to say whom it means. */
export async function furnishImport(
  { owner, cipher }: { owner: pg.Client; cipher: FieldCipher },
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
  const of = [committeeId, id];
  await owner.query(`INSERT INTO import_part (committee_id, import_id, part, sealed) VALUES ($1, $2, 0, $3)`, [
    ...[...of, cipher.seal(partPurpose(committeeId, id, 0), 'AAAA')],
  ]);
  await owner.query(
    `INSERT INTO import_row (committee_id, import_id, "row", verdict, sealed) VALUES ($1, $2, 2, 'doubtful', $3)`,
    [...of, cipher.seal(rowPurpose(committeeId, id, 2), JSON.stringify(content))],
  );
  await owner.query(`INSERT INTO import_before (committee_id, import_id, "row", sealed) VALUES ($1, $2, 2, $3)`, [
    ...[...of, cipher.seal(beforePurpose(committeeId, id, 2), '{}')],
  ]);
  await owner.query(
    `INSERT INTO import_memory (committee_id, kind, key, value) VALUES ($1, 'head', 'card', 'cardNumber')`,
    [committeeId],
  );
  return id;
}

const content = { cells: [], values: {}, inferred: [], notes: [], changes: [], candidates: [] };

const reading = {
  ...{ sheet: 'Sheet1', headRow: 1, headDepth: 1, firstRow: 2, columns: [], encodings: [], cells: [] },
  ...{ cellForAll: null, from: '2026-01-01', dataRows: 1 },
};
