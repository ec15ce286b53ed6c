import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';
import { findText, linesOf, readPdf, type ReadPage, type ReadPdf, type ReadText } from './support/read-pdf.js';

const POINT = 25.4 / 72;
/** mm: finer than an eye with a ruler. */
const TOLERANCE = 0.3;

let day: ArticleDay;
let paper: ReadPdf;
let portrait: ReadPage[];
let landscape: ReadPage[];
beforeAll(async () => {
  day = await prepareArticleDay();
  paper = await readPdf(await day.paper('result-report', 'pdf'));
  portrait = paper.pages.filter(({ width, height }) => width < height);
  landscape = paper.pages.filter(({ width, height }) => width > height);
});
afterAll(() => day.test.stop());

const near = (actual: number, wanted: number, what: string): void =>
  expect(Math.abs(actual - wanted), `${what}: ${actual.toFixed(2)} mm, wanted ${wanted} mm`).toBeLessThan(TOLERANCE);
const centre = ({ left, right }: ReadText): number => (left + right) / 2;
const all = (pages: ReadPage[]): ReadText[] => pages.flatMap(({ texts }) => texts);

/** The text that begins so, on any portrait page. */
function starting(start: string): ReadText {
  const found = all(portrait).find(({ text }) => text.startsWith(start));
  if (!found) throw new Error(`Nothing begins with "${start}"`);
  return found;
}

/** The result report of the day, measured against HD 05 (domain facts §1.2–1.3). */
describe('the official layout of the produced result report', () => {
  it('is on A4, portrait with 20, 20, 30 and 15 mm, its appendix landscape with 20 mm all round', () => {
    for (const [pages, width, height, left, right] of [
      [portrait, 210, 297, 30, 15],
      [landscape, 297, 210, 20, 20],
    ] as const) {
      for (const page of pages) {
        near(page.width, width, 'width');
        near(page.height, height, 'height');
        const body = page.texts.filter(({ top }) => top > 18);
        expect(Math.min(...body.map((text) => text.left))).toBeGreaterThan(left - 0.05);
        expect(Math.max(...body.map((text) => text.right))).toBeLessThan(width - right + 0.05);
        expect(Math.min(...body.map(({ top }) => top))).toBeGreaterThan(19.9);
        expect(Math.max(...body.map(({ bottom }) => bottom))).toBeLessThan(height - 19.9);
      }
    }
    expect([portrait.length, landscape.length]).toEqual([3, 2]);
  });

  it.each([
    ['ĐẢNG BỘ QUẬN LONG BIÊN', 14, 'Tinos-Regular'],
    ['ĐẢNG ỦY PHƯỜNG SÀI ĐỒNG', 14, 'Tinos-Bold'],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 15, 'Tinos-Bold'],
    ['Sài Đồng, ngày', 14, 'Tinos-Italic'],
    ['BÁO CÁO', 15, 'Tinos-Bold'],
    ['kết quả học tập', 14, 'Tinos-Bold'],
    ['I- CÔNG TÁC LÃNH ĐẠO', 14, 'Tinos-Bold'],
    ['1. Tổ chức học tập', 14, 'Tinos-Bold'],
    ['Thực hiện Kế hoạch', 14, 'Tinos-Regular'],
    ['T/M ĐẢNG ỦY', 14, 'Tinos-Bold'],
    ['BÍ THƯ', 14, 'Tinos-Regular'],
    ['Đặng Đức Cường', 14, 'Tinos-Bold'],
    ['Nơi nhận:', 14, 'Tinos-Regular'],
    ['- Quận ủy Long Biên', 12, 'Tinos-Regular'],
  ])('sets "%s" in %d pt of %s', (start, size, font) => {
    const alone = all(portrait).find(({ text }) => text === start);
    const { size: found, font: face } = alone ?? starting(start);
    expect([found, face]).toEqual([size, font]);
  });

  it('has the bodies at the left, the Party at the right, a rule as long as its name', () => {
    const party = findText(portrait[0], 'ĐẢNG CỘNG SẢN VIỆT NAM');
    const bodies = ['ĐẢNG BỘ QUẬN LONG BIÊN', 'ĐẢNG ỦY PHƯỜNG SÀI ĐỒNG', '*'].map((text) =>
      findText(portrait[0], text),
    );
    for (const body of bodies) near(centre(body), 66.5, body.text);
    near(centre(party), 149, party.text);
    expect((bodies[1]?.top ?? 0) > (bodies[0]?.top ?? 0)).toBe(true);
    near((bodies[0]?.bottom ?? 0) - party.bottom, 0, 'first lines of both sides stand level');
    const [rule] = portrait[0]?.rules ?? [];
    near(rule?.left ?? 0, party.left, 'rule');
    near(rule?.right ?? 0, party.right, 'rule');
  });

  it('centres the title with five hyphens under it', () => {
    for (const text of ['BÁO CÁO', '-----']) near(centre(findText(portrait[0], text)), 112.5, text);
    const matter = starting('kết quả học tập');
    near(centre(matter), 112.5, matter.text);
  });

  it('sets text in lines of exactly 19 pt, paragraphs 6 pt apart, first lines 10 mm in, both edges straight', () => {
    const text = all(portrait).filter(({ size, top, font }) => size === 14 && top > 100 && font === 'Tinos-Regular');
    const lefts = text.map(({ left }) => left.toFixed(1));
    expect(lefts).toEqual(expect.arrayContaining(['30.0', '40.0']));
    const first = starting('Thực hiện Kế hoạch');
    near(first.left, 40, 'first line');
    near(first.right, 195, 'right edge');
    const tops = (portrait[1]?.texts ?? []).filter(({ top }) => top > 18).map(({ top }) => top);
    const steps = tops.slice(1).map((top, index) => ((top - (tops[index] ?? 0)) / POINT).toFixed(2));
    expect(new Set(steps.filter((step) => step !== '0.00'))).toEqual(new Set(['19.00', '25.00']));
  });

  it('numbers its pages from the second on, through the appendix, 10 mm from the top', () => {
    expect(portrait[0]?.texts.filter(({ top }) => top < 18)).toEqual([]);
    paper.pages.slice(1).forEach((page, index) => {
      const number = findText(page, String(index + 2));
      near(number.top, 10, 'page number');
      near(centre(number), page.width > page.height ? 148.5 : 112.5, 'page number');
    });
  });

  it('is a draft that leaves number and day open', () => {
    near(findText(portrait[0], 'Dự thảo lần 1').right, 195, 'draft mark');
    const lines = linesOf(portrait[0] ?? { width: 0, height: 0, texts: [], rules: [] });
    expect(lines.join(' ')).toMatch(/Số\s+-BC\/ĐU/);
    expect(lines.join(' ')).toMatch(/ngày\s+tháng 11 năm 2026/);
  });

  it('repeats the head of the appendix on its second page', () => {
    for (const page of landscape) expect(linesOf(page).join(' ')).toContain('Tổ chức đảng');
  });

  it('carries Tinos and no other face', () => {
    expect(paper.fonts.map((font) => font.slice(7).split('-')[0])).toEqual(paper.fonts.map(() => 'Tinos'));
  });
});

describe('the bytes of a paper', () => {
  it.each([
    ...['pdf', 'docx', 'xlsx'].map((format) => ['result-report', format]),
    ...['docx', 'html'].map((format) => ['news-item', format]),
  ])('are the same when the %s is asked for twice as %s', async (report, format) => {
    const once = await day.paper(report ?? '', format ?? '');
    expect((await day.paper(report ?? '', format ?? '')).equals(once)).toBe(true);
  });
});
