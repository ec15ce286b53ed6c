import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../src/reports/document/document.js';
import { profileFor } from '../../src/reports/document/layout-profile.js';
import { renderPdf } from '../../src/reports/document/render-pdf.js';
import { findText, linesOf, readPdf, type ReadPage } from './support/read-pdf.js';
import { letterhead, paperOf, paragraph, samplePaper, signature } from './support/sample-paper.js';
import { appendixCaption, signSheet } from './support/sample-tables.js';

const profile = profileFor('2021-01-18');

/** Paragraphs whose every word names the paragraph, so that each line tells where it belongs. */
const aParagraph = (number: number, words: number): Block =>
  paragraph(Array.from({ length: words }, () => `đoạn${number}`).join(' '));

/** Lines of body text on a page: `đoạn3` or `MỤC 4`, in reading order. */
const bodyLines = (page: ReadPage): string[] =>
  linesOf(page).flatMap((line) => /^(đoạn\d+|MỤC \d+|T\/M|Nơi nhận)/.exec(line)?.[0] ?? []);

function expectNoLonelyLine(pages: string[][]): void {
  const whole = new Map<string, number>();
  for (const line of pages.flat()) whole.set(line, (whole.get(line) ?? 0) + 1);
  for (const lines of pages) {
    for (const name of new Set(lines.filter((line) => line.startsWith('đoạn')))) {
      const here = lines.filter((line) => line === name).length;
      if (here !== whole.get(name)) expect(here, `${name} leaves a single line`).toBeGreaterThan(1);
    }
    expect(lines.at(-1) ?? '', 'a heading ends a page').not.toMatch(/^MỤC/);
  }
}

describe('pages in PDF', () => {
  it('leave no line alone, no heading at the foot, and no signature without two lines of text', async () => {
    const block = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant('text' as const), words: fc.integer({ min: 1, max: 110 }) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('heading' as const), words: fc.constant(0) }) },
    );
    const paper = fc.tuple(fc.array(block, { minLength: 3, maxLength: 22 }), fc.integer({ min: 1, max: 40 }));
    await fc.assert(
      fc.asyncProperty(paper, async ([parts, lastWords]) => {
        const blocks = parts.map(({ kind, words }, index): Block =>
          kind === 'text' ? aParagraph(index, words) : { type: 'heading', level: 1, text: `MỤC ${index}` },
        );
        const doc = paperOf(letterhead, ...blocks, aParagraph(99, 1), aParagraph(100, lastWords), signature);
        const { pages } = await readPdf(await renderPdf(doc, profile));
        const lines = pages.map(bodyLines);
        expectNoLonelyLine(lines);
        const signed = lines.at(-1) ?? [];
        const before = signed.slice(
          0,
          signed.findIndex((line) => /^(T\/M|Nơi nhận)/.test(line)),
        );
        expect(before.filter((line) => line.startsWith('đoạn')).length, 'lines before the signature').toBeGreaterThan(
          1,
        );
      }),
      { numRuns: 60, seed: 20210116 },
    );
  });

  it('carry the signature with two lines to the next page, wherever the text ends', async () => {
    for (let lines = 20; lines <= 34; lines += 1) {
      const doc = paperOf(...Array.from({ length: lines }, (_, index) => aParagraph(index, 3)), signature);
      const { pages } = await readPdf(await renderPdf(doc, profile));
      const last = pages.map(bodyLines).at(-1) ?? [];
      expect(last.filter((line) => line.startsWith('đoạn')).length).toBeGreaterThan(1);
    }
  });

  it('refuse a part that no page can hold instead of drawing it over the edge', async () => {
    const many = { ...signature, recipients: Array.from({ length: 60 }, (_, index) => `Chi bộ ${index}`) };
    await expect(renderPdf(paperOf(paragraph('Một.'), many), profile)).rejects.toThrow('a page holds 729 pt');
  });
});

describe('tables in PDF', () => {
  it('repeat the whole head on each page and lose no row', async () => {
    const { pages } = await readPdf(await renderPdf(samplePaper, profile));
    const [, , third, fourth] = pages;
    for (const page of [third, fourth]) {
      for (const head of ['Tổ chức đảng', 'không', 'Vắng', '(4)=1-2-3', '(5)/(4)']) findText(page, head);
    }
    const names = [third, fourth].flatMap((page) => page?.texts.filter(({ text }) => /^=?Chi bộ/.test(text)) ?? []);
    expect(names).toHaveLength(22);
    expect([third?.width, third?.height].map((length) => Math.round(length ?? 0))).toEqual([297, 210]);
  });

  it('print figures right-aligned, rates with two decimals, totals in bold', async () => {
    const { pages } = await readPdf(await renderPdf(samplePaper, profile));
    const appendix = pages[2];
    const [total, rate, cell] = [findText(appendix, '930'), findText(appendix, '96,07'), findText(appendix, '97,67')];
    const [padding, borders] = [4 * (25.4 / 72), { total: 118, rate: 243 }];
    expect(total.right).toBeCloseTo(borders.total - padding, 1);
    expect(rate.right).toBeCloseTo(borders.rate - padding, 1);
    expect(cell.right).toBeCloseTo(rate.right, 1);
    expect([rate.font, cell.font, rate.size]).toEqual(['Tinos-Bold', 'Tinos-Regular', 11.5]);
  });

  it('set a cell over two columns in the middle of both', async () => {
    const { pages } = await readPdf(await renderPdf(samplePaper, profile));
    const absent = findText(pages[2], 'Vắng');
    expect((absent.left + absent.right) / 2).toBeCloseTo(20 + 10 + 69 + 19 + 19 + 17 + 19 + 19 + 17, 1);
  });

  it('cut no word of a head into letters, however narrow its column', async () => {
    const heads = ['Tham gia', 'Phải học bù', 'Được triệu tập', 'Vắng không lý do'];
    for (let width = 14; width <= 30; width += 1) {
      const table: Table = {
        ...{ type: 'table', name: 'Hẹp', rows: [] },
        columns: heads.map((key) => ({ key, width, align: 'center' })),
        head: [heads.map((text) => ({ text }))],
      };
      const { pages } = await readPdf(await renderPdf(paperOf(table), profile));
      const words = pages.flatMap(({ texts }) => texts.flatMap(({ text }) => text.split(/\s+/)));
      expect(words.sort(), `columns of ${width} mm`).toEqual(heads.flatMap((text) => text.split(' ')).sort());
    }
  });

  it('keep the sentence under a table whole and with its last rows, however many there are', async () => {
    const note = Array.from({ length: 60 }, (_, index) => `lời${index}`).join(' ');
    for (let count = 20; count <= 60; count += 1) {
      const { pages } = await readPdf(await renderPdf(paperOf({ ...signSheet(count), note }), profile));
      const lines = linesOf(pages.at(-1) ?? { width: 0, height: 0, texts: [], rules: [] });
      const first = lines.findIndex((line) => line.startsWith('lời0 '));
      expect(first, `${count} rows: the note begins on the last page`).toBeGreaterThanOrEqual(0);
      expect(
        lines.slice(0, first).some((line) => line.startsWith(`${count} `)),
        `${count} rows: row above`,
      ).toBe(true);
    }
  });

  it('give pens rows of 11 mm and print the given name in bold', async () => {
    const { pages } = await readPdf(await renderPdf(paperOf(appendixCaption, signSheet(45)), profile));
    const [one, two] = [findText(pages[0], '1'), findText(pages[0], '2')];
    expect(two.top - one.top).toBeCloseTo(11, 1);
    expect(pages[0]?.texts.filter(({ text, font }) => text === 'Khuê' && font === 'Tinos-Bold')).toHaveLength(2);
    expect(findText(pages[0], '1938').text).toBe('1938');
  });

  it('lay 930 rows well within a second', async () => {
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now();
      await renderPdf(paperOf(appendixCaption, signSheet(930), signature), profile);
      times.push(performance.now() - start);
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
