import type { CellNames } from './cell-names.js';
import { objectionTo } from './against-register.js';
import { birthOf, changesOf } from './changes.js';
import { fold } from '../members/import/tidy-text.js';
import type { Verdict } from './reading.types.js';
import { cardKey, type Known, type RegisterSnapshot } from './register-snapshot.js';
import type { RowCandidate, RowContent, RowNote } from './row-content.js';
import type { ReadRow } from './row-reader.js';

export interface Judged {
  verdict: Verdict;
  memberId: string | null;
  content: RowContent;
}

interface Context {
  register: RegisterSnapshot;
  cells: CellNames;
}

interface Found {
  known: Known;
  by: RowCandidate['by'];
}

const departed = { transferred: 'đã chuyển đi', deceased: 'đã từ trần', left: 'đã ra khỏi Đảng' } as const;
const departedWords = (state: ReadRow['state']): string | null =>
  state && state in departed ? departed[state as keyof typeof departed] : null;

const doubt = (sentence: string): RowNote => ({ kind: 'doubt', field: null, column: null, sentence });
const wrong = (sentence: string): RowNote => ({ kind: 'wrong', field: null, column: null, sentence });

/** Numbers that both have and that differ: then it is not the same person, or one of the two is wrong. */
function contradicts({ values }: ReadRow, known: Known, register: RegisterSnapshot): boolean {
  const { citizenNumber, cardNumber } = values;
  const isOtherCitizen =
    citizenNumber !== undefined &&
    known.citizenIndex !== null &&
    !register.isNumberOf(known, 'citizen-number', citizenNumber);
  const isOtherCard =
    cardNumber !== undefined && known.cardNumber !== null && cardKey(cardNumber) !== cardKey(known.cardNumber);
  return isOtherCitizen || isOtherCard;
}

const isSomebodyElse = ({ values }: ReadRow, known: Known): boolean =>
  fold(values.fullName ?? '') !== fold(known.fullName) && values.birthYear !== known.birthYear;

/** Whom a row means: citizen number before card before name, birth and cell; and why that is not sure. */
function match(row: ReadRow, register: RegisterSnapshot): { found: Found[]; doubts: string[] } {
  const citizen = register.withCitizenNumber(row.values.citizenNumber);
  const card = register.withCard(row.values.cardNumber);
  if (citizen && card && citizen.id !== card.id) {
    const sentence = `Số căn cước trong sổ là của ${citizen.fullName}, số thẻ là của ${card.fullName}.`;
    return {
      found: [
        { known: citizen, by: 'citizen-number' },
        { known: card, by: 'card' },
      ],
      doubts: [sentence],
    };
  }
  const known = citizen ?? card;
  if (known)
    return {
      found: [{ known, by: citizen ? 'citizen-number' : 'card' }],
      doubts: doubtsOf(row, known, citizen !== null, register),
    };
  return byName(row, register);
}

function doubtsOf(row: ReadRow, known: Known, isByCitizen: boolean, register: RegisterSnapshot): string[] {
  const number = isByCitizen ? 'Số căn cước' : 'Số thẻ';
  if (isSomebodyElse(row, known))
    return [`${number} này trong sổ là của ${known.fullName}, khác cả họ tên và năm sinh.`];
  const { birthDate, birthYear } = row.values;
  if (known.birthDate && !birthDate && birthYear !== undefined && birthYear !== known.birthYear)
    return [`Tệp ghi năm sinh ${birthYear}, sổ ghi ngày sinh ${birthOf(known)}.`];
  const isOtherPerson = !isByCitizen && contradicts(row, known, register);
  return isOtherPerson ? [`Số thẻ này trong sổ là của ${known.fullName}, nhưng số căn cước khác.`] : [];
}

function byName(row: ReadRow, register: RegisterSnapshot): { found: Found[]; doubts: string[] } {
  const all = register.withNameAndBirth(row.values);
  const same = all.filter((known) => !contradicts(row, known, register));
  const [one, ...more] = same.filter(({ cellId, temporaryCellId }) =>
    [cellId, temporaryCellId].includes(row.values.cellId ?? ''),
  );
  if (one && more.length === 0) return { found: [{ known: one, by: 'name-birth-cell' }], doubts: [] };
  const found = all.map((known): Found => ({ known, by: 'name-birth' }));
  const [first] = all;
  if (!first) return byNameAlone(row, register);
  const who =
    all.length === 1 ? `${first.fullName} (${first.cellName ?? 'không còn sinh hoạt'})` : `${all.length} đồng chí`;
  return { found, doubts: [`Trong sổ có ${who} cùng họ tên và năm sinh. Chọn đúng người, hoặc ghi là người mới.`] };
}

/** Without a birth to compare, a namesake of the same cell has to be looked at; one of another cell is somebody else. */
function byNameAlone(row: ReadRow, register: RegisterSnapshot): { found: Found[]; doubts: string[] } {
  const { cellId } = row.values;
  const alike = register
    .withNameAlone(row.values)
    .filter((known) => cellId === undefined || [known.cellId, known.temporaryCellId].includes(cellId))
    .filter((known) => !contradicts(row, known, register));
  const found = alike.map((known): Found => ({ known, by: 'name' }));
  if (found.length === 0) return { found, doubts: [] };
  const sentence = 'Trong sổ có người cùng họ tên, chưa đủ năm sinh để so. Chọn đúng người, hoặc ghi là người mới.';
  return { found, doubts: [sentence] };
}

/** Compares a row with the register: what it would do, or what somebody has to look at first. */
export function judge(row: ReadRow, repeated: RowNote | null, context: Context): Judged {
  const { found, doubts } = match(row, context.register);
  const notes = [...row.notes, ...doubts.map(doubt), ...(repeated ? [repeated] : [])];
  const candidates = found.map(({ known, by }) => candidate(row, known, by, context));
  const sure = found.length === 1 && doubts.length === 0 ? candidates[0] : undefined;
  if (sure?.objection) notes.push(wrong(sure.objection));
  const { verdict, more } = verdictOf(row, notes, found.length > 0, sure);
  const memberId = verdict === 'doubtful' || !sure ? null : sure.memberId;
  const content = { cells: row.cells, values: row.values, inferred: row.inferred, candidates };
  const changes = memberId && sure ? sure.changes : [];
  return { verdict, memberId, content: { ...content, changes, notes: [...notes, ...more] } };
}

/** @param sure whom the row means, where that is settled */
function verdictOf(
  row: ReadRow,
  notes: readonly RowNote[],
  isFound: boolean,
  sure: RowCandidate | undefined,
): { verdict: Verdict; more: RowNote[] } {
  const has = (kind: RowNote['kind']): boolean => notes.some((note) => note.kind === kind);
  const away = departedWords(row.state);
  if (has('wrong')) return { verdict: 'wrong', more: [] };
  if (away && !isFound) return { verdict: 'left-out', more: [doubt(`Tệp ghi ${away}: không ghi vào sổ.`)] };
  if (away) {
    const sentence = `Tệp ghi ${away}, sổ vẫn còn. Ghi việc này ở trang của đồng chí ấy; ở đây bỏ qua dòng.`;
    return { verdict: 'doubtful', more: [doubt(sentence)] };
  }
  if (!isFound && !row.values.cellId) {
    const sentence = row.namesCell ? 'Chưa rõ chi bộ.' : 'Tệp không ghi chi bộ của người mới.';
    return { verdict: 'wrong', more: [wrong(sentence)] };
  }
  if (sure?.changes.length === 0) return { verdict: 'same', more: [] };
  if (has('doubt')) return { verdict: 'doubtful', more: [] };
  return { verdict: sure ? 'changed' : 'new', more: [] };
}

function candidate(row: ReadRow, known: Known, by: RowCandidate['by'], { register, cells }: Context): RowCandidate {
  const { id: memberId, fullName, cellName: name } = known;
  const changes = changesOf(known, row, cells, register);
  const objection = objectionTo(known, row.values, changes);
  return { memberId, fullName, birth: birthOf(known), cellName: name, by, changes, objection };
}
