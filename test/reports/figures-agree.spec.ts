import { describe, expect, it } from 'vitest';
import { assertFiguresAgree, FiguresDisagreeError } from '../../src/reports/figures-agree.js';
import type { SessionReportData } from '../../src/reports/report-data.js';
import { sampleReportData } from './support/sample-data.js';

/** The places named when these data are to be printed; none where they may be. */
function placesOf(spoil: (data: SessionReportData) => void): unknown {
  const data = sampleReportData();
  spoil(data);
  try {
    assertFiguresAgree(data);
    return [];
  } catch (error) {
    if (error instanceof FiguresDisagreeError) return error.more.details?.['places'];
    throw error;
  }
}

function at<T>(list: T[] | undefined, index: number): T {
  const found = list?.[index];
  if (found === undefined) throw new Error(`Nothing at ${index}`);
  return found;
}

const cell = (data: SessionReportData, classAt: number, cellAt: number) => at(at(data.classes, classAt).cells, cellAt);

describe('a paper is made only of figures that agree', () => {
  it('counts the sample as its list says by hand', () => {
    expect(sampleReportData().tally).toMatchObject({
      ...{ total: 17, exemptAbsent: 1, away: 1, summoned: 15 },
      ...{ present: 12, excused: 2, unexcused: 1, unmarked: 0, presentElsewhere: 1, leftEarly: 1 },
    });
    expect(placesOf(() => undefined)).toEqual([]);
  });

  it.each<[string, (data: SessionReportData) => void, string[]]>([
    [
      'a cell whose states do not add up',
      (data) => (cell(data, 0, 0).tally.excused += 1),
      ['Chi bộ 1 (Lớp 1)', 'tổng số Lớp 1'],
    ],
    [
      'a cell that counts somebody who is not in its list',
      (data) => void cell(data, 1, 0).members.pop(),
      ['Chi bộ Công an (Lớp 2)'],
    ],
    [
      'a cell whose list says absent where its figure says present',
      (data) => (at(cell(data, 1, 0).members, 0).attendance = 'unexcused'),
      ['Chi bộ Công an (Lớp 2)'],
    ],
    [
      'official and probationary members swapped',
      (data) => (at(cell(data, 0, 1).members, 0).standing = 'official'),
      ['Chi bộ 2 (Lớp 1)'],
    ],
    [
      'a class that is not the sum of its cells',
      (data) => (at(data.classes, 1).tally.leftEarly += 1),
      ['tổng số Lớp 2', 'tổng số toàn đảng bộ'],
    ],
    ['a whole that is not the sum of its classes', (data) => (data.tally.total += 1), ['tổng số toàn đảng bộ']],
    ['a cell left out of its class', (data) => void at(data.classes, 0).cells.pop(), ['tổng số Lớp 1']],
  ])('refused: %s', (_, spoil, places) => {
    expect(placesOf(spoil)).toEqual(places);
  });

  it('says in one sentence where to look', () => {
    expect(new FiguresDisagreeError(['Chi bộ 1 (Lớp 1)', 'tổng số Lớp 1'])).toMatchObject({
      code: 'report.figures-disagree',
      message: 'Số liệu không khớp ở: Chi bộ 1 (Lớp 1); tổng số Lớp 1. Chưa lập được văn bản.',
    });
  });
});
