import { tally } from '../attendance/tally.js';
import type { Tally } from '../attendance/tally.types.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { CellData, ClassData, SessionReportData } from './report-data.js';

/** There is no paper over figures that do not add up; `places` says where to look. */
export class FiguresDisagreeError extends DomainError {
  constructor(places: string[]) {
    super('report.figures-disagree', 'conflict', `Số liệu không khớp ở: ${places.join('; ')}. Chưa lập được văn bản.`, {
      details: { places },
    });
  }
}

/** Every figure that a paper prints of a set of people. */
const figuresOf = ({ official, probationary, ...counts }: Tally): number[] => [
  ...[counts.total, counts.exemptAbsent, counts.away, counts.summoned],
  ...[counts.present, counts.excused, counts.unexcused, counts.unmarked, counts.presentElsewhere, counts.leftEarly],
  ...[official.summoned, official.present, probationary.summoned, probationary.present],
];

const addsUp = (one: Tally): boolean =>
  one.total === one.exemptAbsent + one.away + one.summoned &&
  one.summoned === one.present + one.excused + one.unexcused + one.unmarked &&
  one.summoned === one.official.summoned + one.probationary.summoned &&
  one.present === one.official.present + one.probationary.present;

/** Whether the figures are those of the people listed, as the one counter counts them; a list does not say through which class. */
function isOfItsMembers({ id: cellId, tally: given, members }: CellData, { id: classId }: ClassData): boolean {
  const counted = tally(members.map((member) => ({ ...member, memberId: member.id, classId, cellId, through: null })));
  const { presentElsewhere } = given;
  return figuresOf({ ...counted, presentElsewhere }).join() === figuresOf(given).join();
}

function isSumOf(whole: Tally, parts: Tally[]): boolean {
  const columns = parts.map(figuresOf);
  return figuresOf(whole).every((figure, at) => figure === columns.reduce((sum, column) => sum + (column[at] ?? 0), 0));
}

const talliesOf = (parts: { tally: Tally }[]): Tally[] => parts.map((part) => part.tally);

/**
 * Each cell adds up and is that of its members, each class is the sum of its cells, the whole the sum of its classes
 * (domain facts §10.A4).
 * @throws FiguresDisagreeError naming every place where it does not
 */
export function assertFiguresAgree({ classes, tally: whole }: SessionReportData): void {
  const wrong = classes.flatMap((one) => {
    const cells = one.cells.filter((cell) => !addsUp(cell.tally) || !isOfItsMembers(cell, one));
    const isWhole = isSumOf(one.tally, talliesOf(one.cells));
    return [...cells.map(({ name }) => `${name} (${one.name})`), ...(isWhole ? [] : [`tổng số ${one.name}`])];
  });
  if (!isSumOf(whole, talliesOf(classes))) wrong.push('tổng số toàn đảng bộ');
  if (wrong.length > 0) throw new FiguresDisagreeError(wrong);
}
