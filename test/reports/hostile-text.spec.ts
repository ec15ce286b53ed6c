import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { PaperDocument } from '../../src/reports/document/document.js';
import { profileFor } from '../../src/reports/document/layout-profile.js';
import { renderDocx } from '../../src/reports/document/render-docx.js';
import { renderHtml } from '../../src/reports/document/render-html.js';
import { renderXlsx } from '../../src/reports/document/render-xlsx.js';
import { all, openPackage, partsOf } from './support/read-package.js';
import { paragraph, samplePaper } from './support/sample-paper.js';
import { appendixTable } from './support/sample-tables.js';

const profile = profileFor('2021-01-18');

/** The text everywhere where a person's words can come to stand. */
function paperWith(text: string): PaperDocument {
  const table = {
    ...{ ...appendixTable, name: `${text.slice(0, 8)}x`, note: text },
    head: [appendixTable.columns.map(() => ({ text }))],
    rows: [{ cells: [1, text, 1, 0, 0, 1, 1, 0, 0, 1, 0, text] }],
  };
  const caption = { type: 'caption', title: text, subtitle: text, source: text } as const;
  const blocks = [paragraph(text), caption, table];
  return { ...samplePaper, title: text, author: text, sections: [{ orientation: 'landscape', blocks }] };
}

/** A strict reader: it throws at whatever XML forbids. */
function requireXml(text: string): void {
  const parser = new SaxesParser();
  parser.on('error', (reason) => {
    throw reason;
  });
  parser.write(text).close();
}

const formulas = [
  '=1+1',
  '+84912',
  '-1+2',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
];

describe('a text that a spreadsheet could take for a formula', () => {
  it.each(formulas)('stays a text wherever it stands: %j', async (text) => {
    const part = await openPackage(await renderXlsx(paperWith(text), profile));
    const cells = all(await part('xl/worksheets/sheet1.xml'), 'c');
    const kept = all(await part('xl/sharedStrings.xml'), 'si').map((each) => each.text);
    const look = text.replace('\t', ' ').replace('\r', '\n');
    expect(kept.filter((each) => each.includes(look)).length).toBeGreaterThan(0);
    for (const cell of cells) {
      const told = all(cell, 'f')[0]?.text ?? '';
      expect(told).toMatch(/^$|^IF\(|^SUM\(/);
      expect(told).not.toContain('HYPERLINK');
    }
    const texts = cells.filter(({ attributes }) => attributes.t === 's');
    expect(texts.length).toBeGreaterThan(10);
  });
});

describe('signs that XML forbids', () => {
  const signs = [
    'a\u0000b',
    'a\u0008b',
    'a\u000bb',
    'a\u001fb',
    'a\uD800b',
    'a\uDC00b',
    'a\uFFFEb',
    'a\uFFFFb',
    `]]>&<"'`,
  ];

  it.each(signs)('never come into a file that has to be opened: %j', async (text) => {
    const files = [await renderXlsx(paperWith(text), profile), await renderDocx(paperWith(text), profile)];
    for (const file of files) {
      const parts = Object.entries(await partsOf(file)).filter(([name]) => /\.(xml|rels)$/.test(name));
      expect(parts.length).toBeGreaterThan(5);
      for (const [name, part] of parts) {
        expect(() => requireXml(part), name).not.toThrow();
        expect(part, name).not.toMatch(/\uFFFD|&#(x0|0|8|11|31);/i);
      }
    }
  });

  it.each(signs)('nor into a page: %j', (text) => {
    const page = renderHtml(paperWith(text));
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
  });

  it('leave a script in a text what it is: a text', () => {
    const page = renderHtml(paperWith('<script>alert(1)</script><img src=x onerror=alert(1)>'));
    expect(page).not.toMatch(/<script|<img/i);
  });
});
