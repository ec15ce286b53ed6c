import { splitName } from '../members/person-name.js';
import { requireStay } from '../members/steps/stay.js';
import type { Database } from '../platform/database/database.js';
import type { RowChange, RowField, RowValues } from './row-content.js';

/** What a list changes of one member. */
export interface MemberChange {
  memberId: string;
  values: RowValues;
  changes: readonly Pick<RowChange, 'field'>[];
}

const has = ({ changes }: MemberChange, field: RowField): boolean => changes.some((each) => each.field === field);

/** Only what the check named as changed; all else stays, whatever the list says of it. */
function fieldsOf(change: MemberChange): Record<string, unknown> {
  const { memberId: id, values } = change;
  const { fullName, birthDate, birthYear, sex, cardNumber, admittedOn, officialOn } = values;
  const name = fullName && has(change, 'fullName') ? splitName(fullName) : null;
  const isBirth = has(change, 'birthDate') || has(change, 'birthYear');
  return {
    ...{ id, full_name: name && fullName, family_name: name?.familyName, middle_name: name?.middleName },
    ...{ given_name: name?.givenName, birth_date: isBirth ? birthDate : null, birth_year: isBirth ? birthYear : null },
    sex: has(change, 'sex') ? sex : null,
    card_number: has(change, 'cardNumber') ? cardNumber : null,
    admitted_on: has(change, 'admittedOn') ? admittedOn : null,
    official_on: has(change, 'officialOn') ? officialOn : null,
  };
}

async function changeFields(database: Database, committeeId: string, all: readonly MemberChange[]): Promise<void> {
  const kept = ['full_name', 'family_name', 'middle_name', 'given_name', 'birth_year', 'sex', 'card_number'];
  kept.push('admitted_on', 'official_on');
  await database.rows(
    `UPDATE member m SET ${kept.map((column) => `${column} = coalesce(r.${column}, m.${column})`).join(', ')},
            birth_date = CASE WHEN r.birth_year IS NULL THEN m.birth_date ELSE r.birth_date END
       FROM jsonb_populate_recordset(NULL::member, $2) r WHERE m.committee_id = $1 AND m.id = r.id`,
    [committeeId, JSON.stringify(all.map(fieldsOf))],
  );
}

/** From the day on in another cell, until a move that is known already. */
async function move(database: Database, committeeId: string, from: string, moves: readonly object[]): Promise<void> {
  if (moves.length === 0) return;
  const list = `jsonb_to_recordset($2) AS r(member_id uuid, kind text, cell_id uuid)`;
  const same = `(p.committee_id, p.member_id, p.kind) = ($1, r.member_id, r.kind)`;
  const values = [committeeId, JSON.stringify(moves), from];
  await database.rows(`DELETE FROM membership p USING ${list} WHERE ${same} AND lower(p.valid) = $3::date`, values);
  await database.rows(
    `UPDATE membership p SET valid = daterange(lower(p.valid), $3::date) FROM ${list} WHERE ${same} AND p.valid @> $3::date`,
    values,
  );
  const next = `(SELECT min(lower(p.valid)) FROM membership p WHERE ${same} AND lower(p.valid) > $3::date)`;
  await database.rows(
    `INSERT INTO membership (committee_id, member_id, kind, valid, cell_id)
     SELECT $1, r.member_id, r.kind, daterange($3::date, ${next}), r.cell_id FROM ${list}`,
    values,
  );
}

const movesOf = (change: MemberChange): object[] => {
  const { memberId: member_id, values } = change;
  const moves = [];
  if (has(change, 'cellId')) moves.push({ member_id, kind: values.cellKind ?? 'official', cell_id: values.cellId });
  if (has(change, 'residenceCellId')) moves.push({ member_id, kind: 'residence', cell_id: values.residenceCellId });
  return moves;
};

/** Absences and offices begin after what ended before, and end where a later one begins. */
async function addAbsences(
  database: Database,
  committeeId: string,
  from: string,
  all: readonly MemberChange[],
): Promise<void> {
  const between = (table: string, more = ''): string => {
    const same = `(e.committee_id, e.member_id) = ($1, r.member_id)${more}`;
    const before = `(SELECT max(upper(e.valid)) FROM ${table} e WHERE ${same} AND upper(e.valid) <= $3::date)`;
    const after = `(SELECT min(lower(e.valid)) FROM ${table} e WHERE ${same} AND lower(e.valid) > $3::date)`;
    return `daterange(greatest(r.since, ${before}), ${after})`;
  };
  const rows = (field: RowField, what: (values: RowValues) => object): string =>
    JSON.stringify(
      all.filter((each) => has(each, field)).map(({ memberId, values }) => ({ member_id: memberId, ...what(values) })),
    );
  await database.rows(
    `INSERT INTO exemption (committee_id, member_id, valid, kind)
     SELECT $1, r.member_id, ${between('exemption')}, r.kind FROM jsonb_to_recordset($2) AS r(member_id uuid, since date, kind text)`,
    [committeeId, rows('exemption', ({ exemption }) => ({ since: exemption?.from, kind: exemption?.kind })), from],
  );
  await database.rows(
    `INSERT INTO away (committee_id, member_id, valid)
     SELECT $1, r.member_id, ${between('away')} FROM jsonb_to_recordset($2) AS r(member_id uuid, since date)`,
    [committeeId, rows('awayFrom', ({ awayFrom }) => ({ since: awayFrom })), from],
  );
  await database.rows(
    `INSERT INTO member_office (committee_id, member_id, title, valid)
     SELECT $1, r.member_id, r.title, ${between('member_office', ' AND e.title = r.title')}
       FROM jsonb_to_recordset($2) AS r(member_id uuid, since date, title text)`,
    [committeeId, rows('office', ({ office }) => ({ since: from, title: office })), from],
  );
}

/** Writes what a list changes of members who are in the register. @param from the day from which it holds */
export async function changeMembers(
  database: Database,
  committeeId: string,
  from: string,
  all: readonly MemberChange[],
): Promise<void> {
  if (all.length === 0) return;
  await changeFields(database, committeeId, all);
  await move(database, committeeId, from, all.flatMap(movesOf));
  await addAbsences(database, committeeId, from, all);
  await requireStay(
    database,
    committeeId,
    all.map(({ memberId }) => memberId),
  );
}

/** Numbers that a list changes; a number that it does not name stays. */
export const numbersOf = (change: MemberChange): { citizenNumber?: string; phone?: string } => {
  const { citizenNumber, phone } = change.values;
  return {
    ...(citizenNumber && has(change, 'citizenNumber') && { citizenNumber }),
    ...(phone && has(change, 'phone') && { phone }),
  };
};
