import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RollDto } from '../../src/attendance/attendance.dto.js';
import type { PersonOnRoll } from '../../src/attendance/roll.types.js';
import type { Tally } from '../../src/attendance/tally.types.js';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';
import { readPaper } from './support/read-paper.js';

let day: ArticleDay;
beforeAll(async () => {
  day = await prepareArticleDay();
});
afterAll(() => day.test.stop());

/** `96,07`, reckoned by other means than the product's: whole numbers, rounded half up. */
function percent(present: number, summoned: number): string {
  const hundredths = Math.floor((present * 20_000 + summoned) / (2 * summoned));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
}

const figuresOf = ({ total, exemptAbsent, away, summoned, present, excused, unexcused }: Tally): number[] => [
  ...[total, exemptAbsent, away, summoned, present, excused, unexcused],
];

/** Every row that the appendix must have: name, figures, rate, owed; without numbers. */
function wantedRows(): { name: string; tally: Tally }[] {
  const parts = ['buổi sáng', 'buổi chiều'];
  return [
    { name: 'Toàn đảng bộ', tally: day.figures.tally },
    ...day.figures.classes.flatMap(({ name, tally, cells }, index) => [
      { name: `${name}, ${parts[index]}`, tally },
      ...cells,
    ]),
  ];
}

describe('every figure of the result report', () => {
  it.each(['pdf', 'docx'])('is the tally’s in the appendix of the %s', async (format) => {
    const { rows } = await readPaper(format, await day.paper('result-report', format));
    for (const { name, tally } of wantedRows()) {
      const printed = rows.filter((row) => row.includes(name));
      const { present, summoned, excused, unexcused } = tally;
      const wanted = [...figuresOf(tally), percent(present, summoned), excused + unexcused].map(String);
      expect(
        printed.map((row) => row.slice(row.indexOf(name) + 1).filter(Boolean)),
        name,
      ).toEqual([wanted]);
    }
    expect(wantedRows()).toHaveLength(25);
  });

  it('is the tally’s in the Excel table, rates as fractions', async () => {
    const { rows } = await readPaper('xlsx', await day.paper('result-report', 'xlsx'));
    for (const { name, tally } of wantedRows()) {
      const { present, summoned, excused, unexcused } = tally;
      const printed = rows
        .find((row) => row[1] === name)
        ?.slice(2, 11)
        .map(Number);
      expect(printed, name).toEqual([...figuresOf(tally), present / summoned, excused + unexcused]);
    }
  });

  it.each(['pdf', 'docx'])('is the tally’s in the sentences of the %s', async (format) => {
    const { text } = await readPaper(format, await day.paper('result-report', format));
    const { total, exemptAbsent, away, summoned, present, excused, unexcused, official, probationary } =
      day.figures.tally;
    const [one, two] = day.figures.classes.map(({ name, tally }) => {
      const rate = percent(tally.present, tally.summoned);
      return `${name} có ${tally.present}/${tally.summoned} đồng chí, đạt ${rate} %`;
    });
    for (const sentence of [
      `tổng số ${total} đồng chí; được miễn công tác và sinh hoạt, không dự ${exemptAbsent} đồng chí; tạm chuyển đi ${away} đồng chí; được triệu tập ${summoned} đồng chí (chính thức ${official.summoned}, dự bị ${probationary.summoned})`,
      `Tham gia: ${present}/${summoned} đồng chí, đạt ${percent(present, summoned)} % trên số được triệu tập (chính thức ${official.present}/${official.summoned}, dự bị ${probationary.present}/${probationary.summoned})`,
      `Trong đó, ${one}; ${two} trên số được triệu tập của từng lớp.`,
      `Có ${day.figures.tally.presentElsewhere} đồng chí học ở lớp khác`,
      `Có ${day.figures.tally.leftEarly} đồng chí về sớm`,
      `Vắng mặt: ${excused + unexcused} đồng chí, trong đó có lý do ${excused} đồng chí, không có lý do ${unexcused} đồng chí.`,
      `${total} - ${exemptAbsent} - ${away} = ${summoned}`,
      `${present} + ${excused} + ${unexcused} = ${summoned}, khớp ở cả ${wantedRows().length - 3} chi bộ`,
    ]) {
      expect(text).toContain(sentence);
    }
  });
});

const results: Record<string, string> = {
  ...{ present: 'Có mặt', excused: 'Vắng có lý do', unexcused: 'Vắng không lý do' },
};

const resultOf = ({ duty, attendance }: PersonOnRoll): string => {
  if (duty === 'away') return 'Tạm chuyển';
  return duty === 'exempt' && attendance !== 'present' ? 'Miễn' : (results[attendance] ?? '');
};

const lineOf = (person: PersonOnRoll, index: number): string[] => [
  ...[String(index + 1), person.fullName, String(person.birthYear ?? ''), resultOf(person)],
];

/** Number, name, year and result of each row that names a person. */
const peopleIn = (rows: string[][]): string[][] =>
  rows
    .filter(([number, , year]) => /^\d+$/.test(number ?? '') && /^\d{4}$/.test(year ?? ''))
    .map((row) => [...row.slice(0, 3), row.find((cell) => /^(Có mặt|Vắng|Tạm chuyển|Miễn)/.test(cell)) ?? '']);

/** What the list says under its table. */
function summaryOf({ total, exemptAbsent, away, summoned, present, excused, unexcused }: Tally): string[] {
  return [
    `Tổng số ${total} đồng chí;`,
    exemptAbsent > 0 ? `được miễn, không dự ${exemptAbsent} đồng chí;` : '',
    away > 0 ? `tạm chuyển ${away} đồng chí;` : '',
    `được triệu tập ${summoned} đồng chí`,
    `Có mặt ${present}/${summoned} đồng chí, đạt ${percent(present, summoned)} %`,
    present < summoned ? `Vắng có lý do ${excused} đồng chí, vắng không có lý do ${unexcused} đồng chí.` : '',
  ];
}

describe('every line of an attendance list', () => {
  it.each(['pdf', 'docx', 'xlsx'])('is the roll’s, for each class, in %s', async (format) => {
    for (const { classId, tally, cells } of day.figures.classes) {
      const { people } = await day.api.send<RollDto>('GET', `/classes/${classId}/roll`);
      const { text, rows } = await readPaper(format, await day.paper('attendance-list', format, { classId }));
      expect(peopleIn(rows)).toEqual(people.map(lineOf));
      for (const sentence of summaryOf(tally)) expect(text).toContain(sentence);
      const came = cells.map((cell) => `Có mặt ${cell.tally.present}/${cell.tally.summoned}`);
      expect(rows.flatMap((row) => row.filter((cell) => /^Có mặt \d+\/\d+$/.test(cell)))).toEqual(came);
    }
  });

  it.each(['pdf', 'docx', 'xlsx'])('is the roll’s, for each cell, in %s', async (format) => {
    for (const { classId, cells } of day.figures.classes) {
      const { people } = await day.api.send<RollDto>('GET', `/classes/${classId}/roll`);
      for (const { cellId, name, tally } of cells) {
        const paper = await readPaper(format, await day.paper('attendance-list', format, { classId, cellId }));
        expect(peopleIn(paper.rows), name).toEqual(people.filter((person) => person.cellId === cellId).map(lineOf));
        for (const sentence of summaryOf(tally)) expect(paper.text).toContain(sentence);
      }
    }
  });
});
