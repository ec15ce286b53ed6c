import { afterEach, describe, expect, it, vi } from 'vitest';
import { profileFor } from '../../src/reports/document/layout-profile.js';
import { renderDocx } from '../../src/reports/document/render-docx.js';
import { all, first, openPackage, partTimes, type XmlElement } from './support/read-package.js';
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
import { appendixCaption, signSheet } from './support/sample-tables.js';

const profile = profileFor('2021-01-18');
const part = await openPackage(await renderDocx(samplePaper, profile));
const body = first(await part('word/document.xml'), 'w:body');

/** Word counts in twips: 1440 to the inch. */
const mm = (twips: string | undefined): number => (Number(twips) / 1440) * 25.4;
const paragraphs = all(body, 'w:p');

function paragraphOf(text: string, within: XmlElement = body): XmlElement {
  const found = all(within, 'w:p').find((each) => each.text.replaceAll('\u00a0', ' ') === text);
  if (!found) throw new Error(`No paragraph "${text}"`);
  return found;
}

const values = (element: XmlElement, name: string): Record<string, string> => first(element, name).attributes;
const isKeptWithNext = (element: XmlElement): boolean =>
  all(element, 'w:keepNext').some((each) => each.attributes['w:val'] !== 'false');

describe('a report in Word', () => {
  it('has A4 pages with margins of 20, 20, 30 and 15 mm, and a landscape section for the appendix', () => {
    const pages = all(body, 'w:sectPr').map((section) => {
      const size = values(section, 'w:pgSz');
      const margin = values(section, 'w:pgMar');
      const sides = ['w:top', 'w:bottom', 'w:left', 'w:right', 'w:header'].map((side) => Math.round(mm(margin[side])));
      return [Math.round(mm(size['w:w'])), Math.round(mm(size['w:h'])), size['w:orient'], ...sides];
    });
    expect(pages).toEqual([
      [210, 297, 'portrait', 20, 20, 30, 15, 10],
      [297, 210, 'landscape', 20, 20, 20, 20, 10],
    ]);
  });

  it('numbers pages from the second on, centred in 14 pt', async () => {
    const [portrait, landscape] = all(body, 'w:sectPr');
    expect(all(portrait ?? body, 'w:titlePg').map((each) => each.attributes['w:val'] ?? 'true')).toEqual(['true']);
    expect(all(landscape ?? body, 'w:titlePg').filter((each) => each.attributes['w:val'] !== 'false')).toEqual([]);
    const headers = await Promise.all([1, 2, 3].map((number) => part(`word/header${number}.xml`)));
    const numbered = headers.filter((header) => header.text.includes('PAGE'));
    expect(numbered).toHaveLength(2);
    expect(values(first(numbered[0], 'w:p'), 'w:jc')).toEqual({ 'w:val': 'center' });
    expect(values(first(numbered[0], 'w:p'), 'w:sz')).toEqual({ 'w:val': '28' });
  });

  it('names Times New Roman and the Vietnamese language', async () => {
    const defaults = first(await part('word/styles.xml'), 'w:rPrDefault');
    expect(values(defaults, 'w:rFonts')).toMatchObject({ 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman' });
    expect(values(defaults, 'w:lang')).toMatchObject({ 'w:val': 'vi-VN' });
    expect(all(body, 'w:rFonts')).toEqual([]);
  });

  it('sets lines 19 pt apart exactly, first lines 10 mm in, 6 pt between paragraphs', () => {
    const opening = paragraphs.find(({ text }) => text.startsWith('Đảng ủy đã ban hành')) ?? body;
    expect(values(opening, 'w:spacing')).toMatchObject({ 'w:line': '380', 'w:lineRule': 'exact', 'w:after': '120' });
    expect(mm(values(opening, 'w:ind')['w:firstLine'])).toBeCloseTo(10, 1);
    expect(values(opening, 'w:jc')).toEqual({ 'w:val': 'both' });
    for (const each of paragraphs.filter(({ text }) => text !== ''))
      expect(values(each, 'w:spacing')['w:lineRule']).toBe('exact');
  });

  it('has a head of 73 and 92 mm without rules, with the sizes of the profile', () => {
    const head = first(body, 'w:tbl');
    expect(all(head, 'w:gridCol').map((column) => Math.round(mm(column.attributes['w:w'])))).toEqual([73, 92]);
    expect(
      new Set(all(head, 'w:tblBorders').flatMap(({ children }) => children.map((side) => side.attributes['w:val']))),
    ).toEqual(new Set(['none']));
    const looks = ['ĐẢNG BỘ QUẬN LONG BIÊN', 'ĐẢNG ỦY PHƯỜNG SÀI ĐỒNG', 'ĐẢNG CỘNG SẢN VIỆT NAM'].map((text) => {
      const line = paragraphOf(text, head);
      return [values(line, 'w:sz')['w:val'], all(line, 'w:b').some((each) => each.attributes['w:val'] !== 'false')];
    });
    expect(looks).toEqual([
      ['28', false],
      ['28', true],
      ['30', true],
    ]);
  });

  it('draws the rule under the Party as long as its letters', () => {
    const rule = all(first(body, 'w:tbl'), 'w:p').find((each) => all(each, 'w:pBdr').length > 0) ?? body;
    expect(values(rule, 'w:top')).toMatchObject({ 'w:val': 'single', 'w:sz': '6' });
    const { 'w:left': left, 'w:right': right } = values(rule, 'w:ind');
    expect(left).toBe(right);
    expect(92 - mm(left) - mm(right)).toBeCloseTo(206.4 * (25.4 / 72), 0);
  });

  it('keeps headings with their text and the signature in one piece with two lines before it', () => {
    expect(isKeptWithNext(paragraphOf('II- KẾT QUẢ'))).toBe(true);
    expect(isKeptWithNext(paragraphOf('1. Tổ chức học tập'))).toBe(true);
    expect(isKeptWithNext(paragraphOf('(Kèm theo Biểu tổng hợp kết quả theo chi bộ).'))).toBe(true);
    expect(isKeptWithNext(paragraphs.find(({ text }) => text.startsWith('Tổ chức học bù')) ?? body)).toBe(true);
    expect(isKeptWithNext(paragraphs.find(({ text }) => text.startsWith('- Vắng mặt')) ?? body)).toBe(false);
    const block = all(body, 'w:tbl').find(({ text }) => text.includes('Nơi nhận')) ?? body;
    expect(all(block, 'w:tr')).toHaveLength(1);
    expect(all(block, 'w:cantSplit')).toHaveLength(1);
    expect(all(block, 'w:p').map(({ text }) => text)).toEqual([
      'Nơi nhận:',
      '- Quận ủy Long Biên (để báo cáo);',
      '- Các đồng chí Đảng ủy viên;',
      '- Các chi bộ trực thuộc;',
      '- Lưu Văn phòng Đảng ủy.',
      'T/M ĐẢNG ỦY',
      'BÍ THƯ',
      'Đặng Đức Cường',
    ]);
    expect(values(paragraphOf('Đặng Đức Cường', block), 'w:spacing')['w:before']).toBe(String(95 * 20));
  });

  it('repeats the head of the appendix and divides no row', () => {
    const table = all(body, 'w:tbl').find(({ text }) => text.startsWith('TT')) ?? body;
    const rows = all(table, 'w:tr');
    expect(rows).toHaveLength(3 + 25);
    expect(rows.slice(0, 4).map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 1, 1, 0]);
    expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    expect(all(table, 'w:gridSpan').map((span) => span.attributes['w:val'])).toEqual(['2']);
    expect(all(table, 'w:gridCol').map((column) => Math.round(mm(column.attributes['w:w'])))).toEqual([
      10, 69, 19, 19, 17, 19, 19, 17, 17, 17, 17, 17,
    ]);
    expect(all(rows[3] ?? table, 'w:p').map(({ text }) => text)).toEqual([
      '',
      'Toàn đảng bộ',
      '930',
      '52',
      '12',
      '866',
      '832',
      '24',
      '10',
      '96,07',
      '34',
      '',
    ]);
  });

  it('never lets two tables touch, which Word would make one, nor ends a section with one', async () => {
    const list = await openPackage(await renderDocx(paperOf(appendixCaption, signSheet(3), signature), profile));
    const blocks = first(await list('word/document.xml'), 'w:body').children.map(({ name }) => name);
    blocks.forEach((name, index) => expect([name, blocks[index + 1]]).not.toEqual(['w:tbl', 'w:tbl']));
    expect(blocks.slice(-2)).toEqual(['w:p', 'w:sectPr']);
  });

  it('gives pens rows of 11 mm, with the given name in bold', async () => {
    const list = await openPackage(await renderDocx(paperOf(appendixCaption, signSheet(3)), profile));
    const row = all(await list('word/document.xml'), 'w:tr')[1];
    expect(mm(values(row ?? body, 'w:trHeight')['w:val'])).toBeCloseTo(11, 1);
    const bold = all(row ?? body, 'w:r').filter((run) =>
      all(run, 'w:b').some((each) => each.attributes['w:val'] !== 'false'),
    );
    expect(bold.map(({ text }) => text)).toEqual(['An']);
  });
});

describe('a draft in Word', () => {
  const drafted = async (): Promise<XmlElement> => {
    const open = await openPackage(await renderDocx(paperOf(draftLetterhead, ...reportBlocks), profile));
    return first(await open('word/document.xml'), 'w:body');
  };

  it('says so at the right above the head, and keeps the room for number and day', async () => {
    const draft = await drafted();
    expect(draft.children[0]?.text).toBe('Dự thảo lần 1');
    expect(values(draft.children[0] ?? draft, 'w:jc')['w:val']).toMatch(/right|end/);
    expect(all(draft, 'w:p').map(({ text }) => text)).toContain(`Số${'\u00a0'.repeat(8)}-BC/ĐU`);
  });

  it('drops control characters from old spreadsheets, which would break the file', async () => {
    const open = await openPackage(
      await renderDocx(paperOf(paragraph('Trần\u0001 Thị\u000b Hoa\r\nBí\tthư')), profile),
    );
    const text = await open('word/document.xml');
    expect(all(text, 'w:t').map((run) => run.text)).toEqual(['Trần Thị', ' Hoa', 'Bí thư']);
  });

  it('holds text with signs of XML as it was written', async () => {
    const open = await openPackage(
      await renderDocx(paperOf(letterhead, paragraph(`${SENTENCE}<b>&amp; "x" > y`)), profile),
    );
    expect((await open('word/document.xml')).text).toContain('<b>&amp; "x" > y');
  });
});

describe('the bytes of a Word file', () => {
  afterEach(() => vi.useRealTimers());

  it('are the same for the same document, whatever the clock says, and dated by the document', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T01:00:00Z') });
    const today = await renderDocx(samplePaper, profile);
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'));
    expect((await renderDocx(samplePaper, profile)).equals(today)).toBe(true);
    expect(await partTimes(today)).toEqual(new Set(['2021-01-18T09:30:00.000Z']));
    const properties = await part('docProps/core.xml');
    expect(first(properties, 'dcterms:created').text).toBe('2021-01-18T09:30:00Z');
    expect(first(properties, 'dc:title').text).toBe(samplePaper.title);
    expect(first(properties, 'dc:creator').text).toBe(samplePaper.author);
  });
});
