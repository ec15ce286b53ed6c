import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/reports/document/render-html.js';
import { all, first, parseXml } from './support/read-package.js';
import { letterhead, paperOf, paragraph, reportBlocks, samplePaper, signature } from './support/sample-paper.js';
import { signSheet } from './support/sample-tables.js';

const html = renderHtml(samplePaper);
const page = parseXml(html.replace('<!doctype html>', ''));

describe('a document as a page', () => {
  it('is Vietnamese, titled, and one article', () => {
    expect(first(page, 'html').attributes.lang).toBe('vi');
    expect(first(page, 'title').text).toBe(samplePaper.title);
    expect(all(page, 'article')).toHaveLength(1);
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(html).not.toMatch(/https?:|\/\/|src=|href=|url\(|@import|<script|<iframe/);
  });

  it('says by its elements what is a title, a heading, a paragraph', () => {
    expect(first(page, 'h1').text).toContain('BÁO CÁO');
    expect(all(page, 'h2').map(({ text }) => text)).toContain('II- KẾT QUẢ');
    expect(all(page, 'h3').map(({ text }) => text)).toEqual(['1. Tổ chức học tập']);
    expect(all(page, 'p').map(({ text }) => text)).toContain('(Kèm theo Biểu tổng hợp kết quả theo chi bộ).');
    expect(first(page, 'footer').text).toContain('- Lưu Văn phòng Đảng ủy.');
  });

  it('has tables with a caption, a head and the printed figures', () => {
    const table = first(page, 'table');
    expect(first(table, 'caption').text).toContain('Biểu tổng hợp kết quả học tập theo chi bộ');
    expect(all(first(table, 'thead'), 'tr')).toHaveLength(3);
    expect(all(table, 'th').find(({ text }) => text === 'Vắng')?.attributes.colspan).toBe('2');
    const total = all(first(table, 'tbody'), 'tr')[0];
    expect(total?.attributes.class).toBe('total');
    expect(total?.children.map(({ text }) => text)).toEqual([
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

  it('shows what people typed as text, never as markup', () => {
    const evil = '<img src=x onerror=alert(1)> & "x" \'y\'';
    const name = { ...letterhead, issuingBody: evil, number: evil };
    const sheet = { ...signSheet(1), rows: [{ cells: [1, evil, 1950, evil, ''] }], note: evil };
    const doc = paperOf(name, { type: 'title', documentType: '', subject: evil }, paragraph(evil), sheet, {
      ...signature,
      recipients: [evil],
      signer: evil,
    });
    const text = renderHtml({ ...doc, title: evil, author: evil });
    expect(text.toLowerCase()).not.toContain('<img');
    expect(all(parseXml(text.replace('<!doctype html>', '')), 'p').map((each) => each.text)).toContain(evil);
  });

  it('keeps number and what it counts together', () => {
    expect(html).toContain('832/866\u00a0đồng\u00a0chí');
  });

  it('is ready to be printed on A4', () => {
    expect(html).toMatch(/@page \{ size: A4;/);
    expect(html).toContain('table-header-group');
  });

  it('is the same text twice', () => {
    expect(renderHtml(paperOf(...reportBlocks))).toBe(renderHtml(paperOf(...reportBlocks)));
  });
});
