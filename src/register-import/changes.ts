import { fold } from '../members/import/tidy-text.js';
import { shownDay } from '../platform/errors/shown-day.js';
import { maskedNumber } from '../members/number-forms.js';
import type { CellNames } from './cell-names.js';
import type { RowChange, RowContent, RowField, RowValues } from './row-content.js';
import { cardKey, type Known, type RegisterSnapshot } from './register-snapshot.js';

export const birthOf = ({ birthDate, birthYear }: Pick<Known, 'birthDate' | 'birthYear'>): string | null =>
  birthDate ? shownDay(birthDate) : birthYear ? String(birthYear) : null;

const sexWords = { male: 'Nam', female: 'Nữ' } as const;
const kindWords = { 'old-age': 'tuổi cao', 'poor-health': 'sức khỏe yếu' } as const;

/** A word with its tone at the end: where in the word it is written makes no difference. */
const toneLast = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .split(' ')
    .map(
      (word) =>
        word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') +
        (/[\u0300\u0301\u0303\u0309\u0323]/.exec(word)?.[0] ?? ''),
    )
    .join(' ');

const hasAccents = (text: string): boolean => /[\u0300-\u036fđ]/i.test(text.normalize('NFD'));

/** A list without accents says nothing about them. */
const isOtherName = (from: string, to: string): boolean =>
  toneLast(from) !== toneLast(to) && (fold(from) !== fold(to) || hasAccents(to));

type Compare = (known: Known, values: RowValues, cells: CellNames, register: RegisterSnapshot) => RowChange | null;

const change = (field: RowField, from: string | null, to: string): RowChange => ({ field, from, to });

/** What a row would write over, field by field. A row that does not say a thing leaves it. */
const compare: Compare[] = [
  ({ fullName: from }, { fullName: to }) => (to && isOtherName(from, to) ? change('fullName', from, to) : null),
  (known, { birthDate, birthYear }) => {
    if (birthDate && birthDate !== known.birthDate) return change('birthDate', birthOf(known), shownDay(birthDate));
    // A year alone is no reason to forget a day.
    if (birthDate || birthYear === undefined || birthYear === known.birthYear || known.birthDate) return null;
    return change('birthYear', birthOf(known), String(birthYear));
  },
  ({ sex: from }, { sex: to }) => (to && to !== from ? change('sex', from && sexWords[from], sexWords[to]) : null),
  ({ cardNumber: from }, { cardNumber: to }) =>
    to && cardKey(from ?? '') !== cardKey(to) ? change('cardNumber', from, to) : null,
  (known, { citizenNumber: to }, _, register) =>
    to && !register.isNumberOf(known, 'citizen-number', to)
      ? change('citizenNumber', known.citizenIndex && 'số khác', maskedNumber(to))
      : null,
  (known, { phone: to }, _, register) =>
    to && !register.isNumberOf(known, 'phone', to)
      ? change('phone', known.phoneIndex && 'số khác', maskedNumber(to))
      : null,
  ({ admittedOn: from }, { admittedOn: to }) =>
    to && to !== from ? change('admittedOn', from && shownDay(from), shownDay(to)) : null,
  ({ officialOn: from }, { officialOn: to }) =>
    to && to !== from ? change('officialOn', from && shownDay(from), shownDay(to)) : null,
  (known, { cellId, cellKind }, cells) => {
    const from = cellKind === 'temporary-in' ? known.temporaryCellId : known.cellId;
    // Who takes part elsewhere for a time stands in that cell's list.
    if (!cellId || cellId === from || cellId === known.temporaryCellId) return null;
    return change('cellId', from && cells.nameOf(from), cells.nameOf(cellId));
  },
  ({ residenceCellId: from }, { residenceCellId: to }, cells) =>
    to && to !== from ? change('residenceCellId', from && cells.nameOf(from), cells.nameOf(to)) : null,
  ({ isExempt }, { exemption }) =>
    exemption && !isExempt
      ? change('exemption', null, `từ ${shownDay(exemption.from)}, ${kindWords[exemption.kind]}`)
      : null,
  ({ isAway }, { awayFrom }) => (awayFrom && !isAway ? change('awayFrom', null, `từ ${shownDay(awayFrom)}`) : null),
  ({ offices }, { office }) =>
    office && !offices.some((each) => fold(each) === fold(office)) && fold(offices.join(', ')) !== fold(office)
      ? change('office', offices.join(', ') || null, office)
      : null,
];

/** @param inferred fields that no cell says; they are never written over what stands */
export function changesOf(
  known: Known,
  { values, inferred }: Pick<RowContent, 'values' | 'inferred'>,
  cells: CellNames,
  register: RegisterSnapshot,
): RowChange[] {
  return compare
    .flatMap((each) => each(known, values, cells, register) ?? [])
    .filter(({ field }) => !inferred.includes(field));
}
