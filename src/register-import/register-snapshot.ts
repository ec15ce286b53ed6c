import { fold } from '../members/import/tidy-text.js';
import { secretIndexPurpose } from '../members/member-secret.entity.js';
import type { Database } from '../platform/database/database.js';
import type { FieldCipher } from '../platform/encryption/field-cipher.js';
import type { RowValues } from './row-content.js';

/** A member as the register has him on the day of the reading. */
export interface Known {
  id: string;
  fullName: string;
  birthDate: string | null;
  birthYear: number | null;
  sex: 'male' | 'female' | null;
  cardNumber: string | null;
  admittedOn: string | null;
  officialOn: string | null;
  cellId: string | null;
  cellName: string | null;
  temporaryCellId: string | null;
  residenceCellId: string | null;
  isExempt: boolean;
  isAway: boolean;
  offices: string[];
  /** The day on which he died, as the register has it. */
  diedOn: string | null;
  /** Blind indexes, as hex. */
  citizenIndex: string | null;
  phoneIndex: string | null;
}

const cellOf = (kind: string): string => `
  (SELECT p.cell_id FROM membership p
    WHERE (p.committee_id, p.member_id) = (m.committee_id, m.id) AND p.kind = '${kind}' AND p.valid @> $2::date)`;
const holds = (table: string): string => `
  EXISTS (SELECT FROM ${table} a WHERE (a.committee_id, a.member_id) = (m.committee_id, m.id) AND a.valid @> $2::date)`;
const indexOf = (field: string): string => `
  (SELECT encode(s.blind_index, 'hex') FROM member_secret s
    WHERE (s.committee_id, s.member_id, s.field) = (m.committee_id, m.id, '${field}'))`;

const statement = `
  SELECT m.id, m.full_name AS "fullName", m.birth_date AS "birthDate", m.birth_year AS "birthYear", m.sex,
         m.card_number AS "cardNumber", m.admitted_on AS "admittedOn", m.official_on AS "officialOn",
         c.cell_id AS "cellId", (SELECT u.name FROM unit_version u WHERE u.unit_id = c.cell_id AND u.valid @> $2::date) AS "cellName",
         ${cellOf('temporary-in')} AS "temporaryCellId", ${cellOf('residence')} AS "residenceCellId",
         ${holds('exemption')} AS "isExempt", ${holds('away')} AS "isAway",
         ARRAY(SELECT o.title FROM member_office o
                WHERE (o.committee_id, o.member_id) = (m.committee_id, m.id) AND o.valid @> $2::date) AS offices,
         (SELECT s.effective_on FROM member_step s
           WHERE (s.committee_id, s.member_id, s.reason) = (m.committee_id, m.id, 'deceased')) AS "diedOn",
         ${indexOf('citizen-number')} AS "citizenIndex", ${indexOf('phone')} AS "phoneIndex"
    FROM member m LEFT JOIN LATERAL (SELECT ${cellOf('official')} AS cell_id) c ON true
   WHERE m.committee_id = $1 AND m.erased_at IS NULL
     AND NOT EXISTS (SELECT FROM member_merge g WHERE (g.committee_id, g.dropped_id) = (m.committee_id, m.id))`;

/** Figures alone where a card has eight of them, else the text. */
export const cardKey = (card: string): string => {
  const figures = card.replace(/\D/g, '');
  return figures.length === 8 ? figures : card.toUpperCase();
};

const nameKey = (name: string, year: number | null | undefined): string => `${fold(name)} ${year ?? ''}`;

function add(names: Map<string, Known[]>, key: string, member: Known): void {
  const known = names.get(key);
  if (known) known.push(member);
  else names.set(key, [member]);
}

/** The whole register of a committee on one day, for comparing a list with it; some hundred bytes a member. */
export class RegisterSnapshot {
  readonly byId = new Map<string, Known>();
  private readonly citizens = new Map<string, Known>();
  private readonly cards = new Map<string, Known>();
  private readonly names = new Map<string, Known[]>();
  private readonly plainNames = new Map<string, Known[]>();

  private constructor(
    private readonly committeeId: string,
    private readonly cipher: FieldCipher,
    members: Known[],
  ) {
    for (const member of members) {
      this.byId.set(member.id, member);
      if (member.citizenIndex) this.citizens.set(member.citizenIndex, member);
      if (member.cardNumber) this.cards.set(cardKey(member.cardNumber), member);
      add(this.names, nameKey(member.fullName, member.birthYear), member);
      add(this.plainNames, fold(member.fullName), member);
    }
  }

  /** Within a transaction that reaches the whole committee. @param day `yyyy-mm-dd` */
  static async of(
    { database, cipher }: { database: Database; cipher: FieldCipher },
    committeeId: string,
    day: string,
  ): Promise<RegisterSnapshot> {
    return new RegisterSnapshot(committeeId, cipher, await database.rows<Known>(statement, [committeeId, day]));
  }

  withCitizenNumber(number: string | undefined): Known | null {
    if (!number) return null;
    return this.indexes('citizen-number', number).flatMap((index) => this.citizens.get(index) ?? [])[0] ?? null;
  }

  withCard(card: string | undefined): Known | null {
    return card ? (this.cards.get(cardKey(card)) ?? null) : null;
  }

  /** Of the same name, whatever its accents, and the same birth as far as both tell it. */
  withNameAndBirth({ fullName = '', birthDate, birthYear }: RowValues): Known[] {
    if (birthYear === undefined) return [];
    const all = this.names.get(nameKey(fullName, birthYear)) ?? [];
    return all.filter((known) => !birthDate || !known.birthDate || known.birthDate === birthDate);
  }

  /** Of the same name, where the row or the register does not know the birth. */
  withNameAlone({ fullName = '', birthYear }: RowValues): Known[] {
    if (birthYear === undefined) return this.plainNames.get(fold(fullName)) ?? [];
    return this.names.get(nameKey(fullName, null)) ?? [];
  }

  isNumberOf(known: Known, field: 'citizen-number' | 'phone', number: string): boolean {
    const index = field === 'phone' ? known.phoneIndex : known.citizenIndex;
    return index !== null && this.indexes(field, number).includes(index);
  }

  private indexes(field: 'citizen-number' | 'phone', number: string): string[] {
    const purpose = secretIndexPurpose(this.committeeId, field);
    return this.cipher.blindIndexes(purpose, number).map((index) => index.toString('hex'));
  }
}
