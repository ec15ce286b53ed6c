import type { Tally } from '../attendance/tally.types.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { SessionReportData } from './report-data.js';

/** There is no paper over figures that do not add up; `places` says where to look. */
export class FiguresDisagreeError extends DomainError {
  constructor(places: string[]) {
    super('report.figures-disagree', 'conflict', `Số liệu không khớp ở: ${places.join(', ')}. Chưa lập được văn bản.`, {
      details: { places },
    });
  }
}

const parts = ['total', 'exemptAbsent', 'away', 'summoned', 'present', 'excused', 'unexcused', 'unmarked'] as const;

const addsUp = (t: Tally): boolean =>
  t.total === t.exemptAbsent + t.away + t.summoned &&
  t.summoned === t.present + t.excused + t.unexcused + t.unmarked &&
  t.summoned === t.official.summoned + t.probationary.summoned &&
  t.present === t.official.present + t.probationary.present;

const isSumOf = (whole: Tally, pieces: Tally[]): boolean =>
  parts.every((part) => whole[part] === pieces.reduce((sum, piece) => sum + piece[part], 0));

/** Each cell adds up, each class is the sum of its cells, the whole the sum of its classes. @throws FiguresDisagreeError */
export function assertFiguresAgree(data: SessionReportData): void {
  const wrong = data.classes.flatMap(({ cells }) =>
    cells.filter(({ tally }) => !addsUp(tally)).map(({ name }) => name),
  );
  for (const { name, tally, cells } of data.classes) {
    if (
      !isSumOf(
        tally,
        cells.map((cell) => cell.tally),
      )
    )
      wrong.push(name);
  }
  if (
    !isSumOf(
      data.tally,
      data.classes.map(({ tally }) => tally),
    )
  )
    wrong.push('toàn đảng bộ');
  if (wrong.length > 0) throw new FiguresDisagreeError(wrong);
}
