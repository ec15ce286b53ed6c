import { afterEach, describe, expect, it, vi } from 'vitest';
import { profileFor } from '../../src/reports/document/layout-profile.js';
import { renderPdf } from '../../src/reports/document/render-pdf.js';
import { findText, linesOf, readPdf, type ReadText } from './support/read-pdf.js';
import {
  draftLetterhead,
  letterhead,
  paperOf,
  paragraph,
  reportBlocks,
  samplePaper,
  SENTENCE,
  signature,
} from './support/sample-paper.js';
import { appendixTable } from './support/sample-tables.js';

const profile = profileFor('2021-01-18');
const issued = await readPdf(await renderPdf(samplePaper, profile));
const [first, second, appendix] = issued.pages;

/** A reading is right within this, mm: a tenth of a line, finer than an eye with a ruler. */
const TOLERANCE = 0.3;
const POINT = 25.4 / 72;

const centreOf = ({ left, right }: ReadText): number => (left + right) / 2;

function expectNear(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted), `${actual.toFixed(2)} mm, wanted ${wanted} mm`).toBeLessThan(TOLERANCE);
}

describe('an issued report in PDF', () => {
  const LEFT = 66.5;
  const RIGHT = 149;
  const TEXT = 112.5;

  it.each([
    ['ĐẢNG BỘ QUẬN LONG BIÊN', LEFT, 20.7, 14, 'Tinos-Regular'],
    ['ĐẢNG ỦY PHƯỜNG SÀI ĐỒNG', LEFT, 27.3, 14, 'Tinos-Bold'],
    ['*', LEFT, 34.2, 14, 'Tinos-Regular'],
    ['Số 05-BC/ĐU', LEFT, 40.8, 14, 'Tinos-Regular'],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', RIGHT, 20.4, 15, 'Tinos-Bold'],
    ['Sài Đồng, ngày 18 tháng 01 năm 2021', RIGHT, 30.3, 14, 'Tinos-Italic'],
    ['BÁO CÁO', TEXT, 54.3, 15, 'Tinos-Bold'],
    ['kết quả học tập, quán triệt Nghị quyết Đại hội đại biểu', TEXT, 61.2, 14, 'Tinos-Bold'],
    ['-----', TEXT, 74.7, 14, 'Tinos-Regular'],
  ])('has "%s" centred on %d mm, %d mm from the top, in %d pt', (text, centre, top, size, font) => {
    const found = findText(first, text);
    expectNear(centreOf(found), centre);
    expectNear(found.top, top);
    expect([found.size, found.font]).toEqual([size, font]);
  });

  it('draws a rule under the name of the Party, as long as the letters and not as the column', () => {
    const party = findText(first, 'ĐẢNG CỘNG SẢN VIỆT NAM');
    const [rule] = first?.rules ?? [];
    expect(rule?.left).toBeCloseTo(party.left, 2);
    expect(rule?.right).toBeCloseTo(party.right, 2);
    expect(rule?.weight).toBe(0.75);
    expect((rule?.y ?? 0) - party.bottom).toBeCloseTo((1 + 0.75 / 2) * POINT, 2);
  });

  it('begins the text 86.3 mm from the top, its first line 10 mm in, both edges straight', () => {
    const [opening, middle] = ['Thực hiện Kế hoạch', 'Đảng ủy phường Sài Đồng báo cáo'].map((start) =>
      first?.texts.find(({ text }) => text.startsWith(start)),
    );
    expectNear(opening?.top ?? 0, 86.3);
    expectNear(opening?.left ?? 0, 40);
    expectNear(middle?.left ?? 0, 30);
    expect(opening?.right).toBeCloseTo(195, 1);
    expect(middle?.right).toBeCloseTo(195, 1);
  });

  it('sets lines 19 pt apart exactly, and 6 pt more between paragraphs', () => {
    const tops = (first?.texts ?? []).filter(({ top }) => top > 86).map(({ top }) => top);
    const steps = tops.slice(1).map((top, index) => ((top - (tops[index] ?? 0)) / POINT).toFixed(2));
    expect(new Set(steps.filter((step) => step !== '0.00'))).toEqual(new Set(['19.00', '25.00', '27.00']));
  });

  it('keeps to the margins of 20, 20, 30 and 15 mm', () => {
    for (const { texts } of [first, second].flatMap((page) => page ?? [])) {
      const body = texts.filter(({ top }) => top > 15);
      expect(Math.min(...body.map(({ left }) => left))).toBeGreaterThan(29.99);
      expect(Math.max(...body.map(({ right }) => right))).toBeLessThan(195.05);
      expect(Math.min(...body.map(({ top }) => top))).toBeGreaterThan(20);
      expect(Math.max(...body.map(({ bottom }) => bottom))).toBeLessThan(277);
    }
  });

  it('numbers pages from the second on, bare, 10 mm from the top, in the middle of the text', () => {
    expect(first?.texts.filter(({ top }) => top < 18)).toEqual([]);
    const number = findText(second, '2');
    expectNear(number.top, 10);
    expectNear(centreOf(number), 112.5);
    expect([number.size, number.font]).toEqual([14, 'Tinos-Regular']);
    expectNear(centreOf(findText(appendix, '3')), 148.5);
  });

  it('signs with the power in bold, the post not, the name five lines lower', () => {
    const [power, post, name] = ['T/M ĐẢNG ỦY', 'BÍ THƯ', 'Đặng Đức Cường'].map((text) => findText(second, text));
    for (const text of [power, post, name]) expectNear(text ? centreOf(text) : 0, 153.5);
    expect([power?.font, post?.font, name?.font]).toEqual(['Tinos-Bold', 'Tinos-Regular', 'Tinos-Bold']);
    expect(((name?.top ?? 0) - (post?.top ?? 0)) / POINT).toBeCloseTo(19 + 95, 1);
  });

  it('lists recipients at the left: "Nơi nhận:" in 14 and underlined, the list in 12 on 15', () => {
    const heading = findText(second, 'Nơi nhận:');
    const [one, two] = ['- Quận ủy Long Biên (để báo cáo);', '- Các đồng chí Đảng ủy viên;'].map((text) =>
      findText(second, text),
    );
    expect(heading.top).toBeCloseTo(findText(second, 'T/M ĐẢNG ỦY').top, 2);
    expectNear(heading.left, 30);
    expect([heading.size, one?.size]).toEqual([14, 12]);
    expect(((two?.top ?? 0) - (one?.top ?? 0)) / POINT).toBeCloseTo(15, 1);
    const [underline] = second?.rules ?? [];
    expect(underline?.left).toBeCloseTo(heading.left, 2);
    expect(underline?.right).toBeCloseTo(heading.right, 2);
    expect(findText(second, '- Lưu Văn phòng Đảng ủy.').left).toBeCloseTo(30, 1);
  });

  it('carries title, author, day and language in its properties', () => {
    expect(issued.info).toMatchObject({
      Title: samplePaper.title,
      Author: samplePaper.author,
      Language: 'vi',
      CreationDate: 'D:20210118093000Z',
    });
  });
});

describe('a draft in PDF', () => {
  it('says so at the top right and leaves number and day open; all else stands one line lower', async () => {
    const { pages } = await readPdf(await renderPdf(paperOf(draftLetterhead, ...reportBlocks, signature), profile));
    const mark = findText(pages[0], 'Dự thảo lần 1');
    expect(mark.right).toBeCloseTo(195, 1);
    expect([mark.size, mark.font]).toEqual([14, 'Tinos-Bold']);
    const number = pages[0]?.texts.filter(({ text }) => /^Số|-BC\/ĐU$/.test(text)) ?? [];
    const room = Math.max(...number.map(({ right }) => right)) - Math.min(...number.map(({ left }) => left));
    expect(room, 'room for a pen between "Số" and "-BC/ĐU"').toBeGreaterThan(27);
    const shift = findText(pages[0], 'BÁO CÁO').top - findText(first, 'BÁO CÁO').top;
    expect(shift / POINT).toBeCloseTo(19, 1);
  });

  it('prints the mark in the margin, where nothing moves, when the profile says so', async () => {
    const inMargin = { ...profile, letterhead: { ...profile.letterhead, draftMarkPlace: 'in-margin' as const } };
    const { pages } = await readPdf(await renderPdf(paperOf(draftLetterhead, ...reportBlocks), inMargin));
    expect(findText(pages[0], 'Dự thảo lần 1').bottom).toBeLessThan(20);
    expect(findText(pages[0], 'BÁO CÁO').top).toBeCloseTo(findText(first, 'BÁO CÁO').top, 3);
  });
});

describe('letters in PDF', () => {
  const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ';
  const letters = [...vowels, 'đ'].filter((letter) => !/[a-z]/.test(letter));
  const all = [...letters, ...letters.map((letter) => letter.toLocaleUpperCase('vi'))].join('');

  it('come out whole: all 134 of Vietnamese in four styles, from Tinos alone', async () => {
    expect(all).toHaveLength(134);
    const words = all.match(/.{1,8}/g) ?? [];
    const styles = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }];
    const blocks = styles.map((style) => ({
      ...paragraph(''),
      align: 'left' as const,
      runs: [{ text: words.join(' '), ...style }],
    }));
    const read = await readPdf(await renderPdf(paperOf(...blocks), profile));
    const copied = read.pages.flatMap(linesOf).join(' ');
    expect(copied).toBe(styles.map(() => words.join(' ')).join(' '));
    expect(read.fonts.map((font) => font.slice(7))).toEqual([
      'Tinos-Regular',
      'Tinos-Bold',
      'Tinos-Italic',
      'Tinos-BoldItalic',
    ]);
  });

  it('give back a stretched line as words with single spaces', () => {
    const line = first?.texts.find(({ text }) => text.startsWith('Đảng ủy phường Sài Đồng báo cáo'));
    expect(line?.text).toBe('Đảng ủy phường Sài Đồng báo cáo kết quả học tập, quán triệt Nghị quyết Đại hội');
  });
});

describe('lines in PDF', () => {
  it('never break at a no-break space', async () => {
    const text = `${'Chi\u00a0bộ\u00a016 có 832/866\u00a0đồng\u00a0chí, đạt 96,07\u00a0% ngày\u00a016/01/2021; '.repeat(40)}hết.`;
    const { pages } = await readPdf(
      await renderPdf(paperOf(paragraph(text), paragraph(`Và ${text}`), paragraph(`Lớp ${text}`)), profile),
    );
    const lines = pages.flatMap(linesOf).filter((line) => line.length > 3);
    for (const line of lines) {
      expect(line).not.toMatch(/(Chi|bộ|866|đồng|96,07|ngày)$/);
      expect(line).not.toMatch(/^(bộ|16 |đồng|chí|%|16\/01)/);
    }
    expect(lines.length).toBeGreaterThan(50);
  });

  it('cut a word that is wider than the line rather than leave the paper', async () => {
    const { pages } = await readPdf(await renderPdf(paperOf(paragraph(`xem ${'ữ'.repeat(200)} nhé`)), profile));
    expect(Math.max(...(pages[0]?.texts.map(({ right }) => right) ?? []))).toBeLessThan(195.05);
  });

  it('follow the distance that the profile sets', async () => {
    const wide = { ...profile, body: { ...profile.body, text: { ...profile.body.text, pitch: 22 } } };
    const { pages } = await readPdf(await renderPdf(paperOf(paragraph(SENTENCE)), wide));
    const [one, two] = pages[0]?.texts ?? [];
    expect(((two?.top ?? 0) - (one?.top ?? 0)) / POINT).toBeCloseTo(22, 2);
  });
});

describe('the bytes of a PDF', () => {
  afterEach(() => vi.useRealTimers());

  it('are the same for the same document, whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T01:00:00Z') });
    const today = await renderPdf(samplePaper, profile);
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'));
    expect((await renderPdf(samplePaper, profile)).equals(today)).toBe(true);
  });

  it('are refused for a table wider than the text', async () => {
    const wide = {
      ...appendixTable,
      columns: appendixTable.columns.map((column) => ({ ...column, width: column.width + 1 })),
    };
    const doc = { ...samplePaper, sections: [{ orientation: 'landscape' as const, blocks: [letterhead, wide] }] };
    await expect(renderPdf(doc, profile)).rejects.toThrow(
      '"Biểu theo chi bộ": columns take 269.0 mm, the text is 257.0 mm wide',
    );
  });
});
