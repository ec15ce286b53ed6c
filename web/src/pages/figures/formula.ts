import type { Figures, Session, Tally } from '../../api/queries.ts';
import { fraction, integer, percent } from '../../words/format.ts';

/** Every part of a tally adds up to its whole. */
const addsUp = ({ total, exemptAbsent, away, summoned, ...tally }: Tally): boolean =>
  total === exemptAbsent + away + summoned &&
  summoned === tally.present + tally.excused + tally.unexcused + tally.unmarked;

export interface Formula {
  /** `803/866 = 92,73 %` */
  rate: string;
  sentences: string[];
}

/** The figures as sums, so that who reads them can check them. */
export function formulaOf({ tally, classes }: Figures, session: Session): Formula {
  const { total, exemptAbsent, away, summoned, present } = tally;
  const cells = classes.flatMap((one) => one.cells);
  const wrong = cells.filter((cell) => !addsUp(cell.tally)).map(({ name }) => name);
  const parts = [present, tally.excused, tally.unexcused, tally.unmarked].map(integer).join(' + ');
  const agreement = wrong.length > 0 ? `chưa khớp ở ${wrong.join(', ')}` : `khớp ở cả ${countCells(cells)} chi bộ`;
  return {
    rate: summoned === 0 ? '–' : `${fraction(present, summoned)} = ${percent(present, summoned)}`,
    sentences: [
      `Được triệu tập = ${integer(total)} đảng viên − ${integer(exemptAbsent)} miễn công tác và sinh hoạt mà không dự − ${integer(away)} tạm chuyển đi = ${integer(summoned)}.`,
      `Bốn trạng thái cộng lại: ${parts} = ${integer(summoned)}, ${agreement}.`,
      ...elsewhere(tally),
      guestSentence(session),
    ],
  };
}

/** A cell may be in more than one class of a session that takes turns. */
const countCells = (cells: { cellId: string }[]): number => new Set(cells.map(({ cellId }) => cellId)).size;

const elsewhere = ({ presentElsewhere }: Tally): string[] =>
  presentElsewhere > 0
    ? [`${integer(presentElsewhere)} người học ở lớp khác được tính một lần, ở lớp của chi bộ mình.`]
    : [];

/** How many others came is said only where the plan says it of all of them. */
function guestSentence({ delegates, guests }: Session): string {
  const known = guests.every(({ count }) => typeof count === 'number');
  const people = guests.reduce((sum, { count }) => sum + (count ?? 0), delegates.length);
  return `Đại biểu và thành phần khác${known && people > 0 ? ` (${integer(people)} người)` : ''} tính riêng.`;
}
