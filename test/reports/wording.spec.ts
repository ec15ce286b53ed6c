import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { attendanceListShape } from '../../src/reports/attendance-list/attendance-list.js';
import { newsItemShape } from '../../src/reports/news-item/news-item.js';
import { resultReportShape } from '../../src/reports/result-report/result-report.js';
import { bindTogether } from '../../src/reports/wording/bind-together.js';
import { loadWording, wordingFolder } from '../../src/reports/wording/load-wording.js';
import { Wording, type FilledLine, type WordingShape } from '../../src/reports/wording/wording.js';
import { WordingError } from '../../src/reports/wording/wording.errors.js';

const shape: WordingShape = { sections: ['title', 'body'], names: ['present', 'place', 'note'] };

/** The mistake that stops a wording. */
function mistakeOf(make: () => unknown): WordingError {
  try {
    make();
  } catch (error) {
    if (error instanceof WordingError) return error;
    throw error;
  }
  throw new Error('No mistake was found');
}

const mistakeIn = (...lines: string[]): WordingError => mistakeOf(() => Wording.parse('tệp', lines.join('\n'), shape));

/** The body with these lines and values. */
const body = (lines: string[], values: Record<string, string> = {}): FilledLine[] =>
  Wording.parse('tệp', ['[title]', 'Tin', '[body]', ...lines].join('\n'), shape).lines('body', {
    ...{ present: '12', place: '', note: '0' },
    ...values,
  });

const bodyTexts = (lines: string[], values?: Record<string, string>): string[] =>
  body(lines, values).map(({ text }) => text);

describe('a wording', () => {
  it('puts values in the place of names', () => {
    expect(bodyTexts(['Có mặt {present}, tại { place }.'], { place: 'Hội trường' })).toEqual([
      'Có mặt 12, tại Hội trường.',
    ]);
  });

  it('says a branch where there is a value that is not 0, its counterpart where there is none', () => {
    const line = 'A{?place} ở {place}{?note}, {note}{/note}{/place}{!place} không rõ{/place}.';
    expect(bodyTexts([line])).toEqual(['A không rõ.']);
    expect(bodyTexts([line], { place: 'nhà' })).toEqual(['A ở nhà.']);
    expect(bodyTexts([line], { place: 'nhà', note: '2' })).toEqual(['A ở nhà, 2.']);
  });

  it('makes a paragraph of each line of a value, never a heading, and leaves out what is empty', () => {
    expect(body(['{place}', '{note}'], { place: '= Một\r\n\n[hai] {present}', note: '' })).toEqual([
      { level: 0, text: '= Một' },
      { level: 0, text: '[hai] {present}' },
    ]);
  });

  it('leaves out headings with nothing under them and numbers the rest without gaps, in the manner of the office', () => {
    const lines = ['= I. Một', '{place}', '= II. Hai', '== 1. Mục', '{place}', '== 2. Mục', 'Lời', '= III. Ba', 'Lời'];
    expect(body(lines)).toEqual([
      { level: 1, text: 'I. Hai' },
      { level: 2, text: '1. Mục' },
      { level: 0, text: 'Lời' },
      { level: 1, text: 'II. Ba' },
      { level: 0, text: 'Lời' },
    ]);
  });

  it('is NFC, whatever the keyboard made', () => {
    expect(bodyTexts(['Nguyễn'.normalize('NFD'), '{place}'], { place: 'Sài Đồng'.normalize('NFD') })).toEqual([
      'Nguyễn',
      'Sài Đồng',
    ]);
  });

  it('keeps what is read as one thing in one line', () => {
    expect(bodyTexts(['Có mặt {present} đồng chí, {place}'], { place: 'Chi bộ 16' })).toEqual([
      'Có mặt 12\u00A0đồng\u00A0chí, Chi\u00A0bộ\u00A016',
    ]);
  });
});

describe('a mistake in a wording', () => {
  it('is told with file, line, column and a code', () => {
    const mistake = mistakeIn('# ghi chú', '[title]', 'Tin', '[body]', '  Có mặt {presnt}');
    expect(mistake).toMatchObject({ file: 'tệp', line: 5, column: 10, code: 'report.wording-mistake' });
    expect(mistake.message).toBe('tệp, dòng 5, cột 10: không có tên “presnt”; các tên dùng được ghi ở đầu tệp');
  });

  it.each([
    ['an unknown name in a branch', ['[title]', '[body]', '{?note}a{?place}{prsent}{/place}{/note}'], 3, 17, 'prsent'],
    ['an unknown condition', ['[title]', '[body]', 'a{!nothing}b{/nothing}'], 3, 2, 'nothing'],
    ['a condition left open', ['[title]', '[body]', 'a {?note}b', 'c{/note}'], 3, 3, '{/note} trên cùng một dòng'],
    ['a condition closed twice', ['[title]', '[body]', '{?note}a{/note}{/note}'], 3, 16, 'không khớp'],
    ['conditions that cross', ['[title]', '[body]', '{?note}{?place}a{/note}{/place}'], 3, 17, 'không khớp'],
    ['a brace without its pair', ['[title]', '[body]', 'a {present'], 3, 3, 'không có cặp'],
    ['a closing brace alone', ['[title]', '[body]', 'a present}'], 3, 10, 'không có cặp'],
    ['an unknown section', ['[title]', '[boddy]'], 2, 2, 'title, body'],
    ['a section given twice', ['[title]', '[body]', '[title]'], 3, 2, 'đã có ở trên'],
    ['a section that is missing', ['[title]', 'a', ''], 2, 1, '[body]'],
    ['a section name left open', ['[title]', '[body'], 2, 1, '[tên phần]'],
    ['text before the first section', ['# a', 'b'], 2, 1, 'phải nằm trong một phần'],
    ['a heading of no level', ['[title]', '[body]', '=== a'], 3, 1, '== Tên mục nhỏ'],
    ['a heading without its space', ['[title]', '[body]', '=I- Tên'], 3, 1, '= Tên mục lớn'],
  ])('is found before anything is produced: %s', (_, lines, line, column, said) => {
    const mistake = mistakeIn(...lines);
    expect(mistake).toMatchObject({ line, column });
    expect(mistake.message).toContain(said);
  });
});

describe('wording files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wording-'));
  cpSync(wordingFolder(), folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true }));
  const news = join(folder, 'news-item', 'wording.txt');
  const shipped = readFileSync(news, 'utf8');

  it('are read anew each time', async () => {
    const titleNow = async (): Promise<string> =>
      (await loadWording(folder, 'news-item', { ...newsItemShape, names: ['a'] })).text('title', { a: '' });
    writeFileSync(news, '[title]\nTin một\n[dateline]\n[body]\n');
    expect(await titleNow()).toBe('Tin một');
    writeFileSync(news, '\uFEFF[title]\r\nTin hai\r\n[dateline]\r\n[body]\r\n');
    expect(await titleNow()).toBe('Tin hai');
  });

  it('in another code table than UTF-8 are refused at their first such line', async () => {
    writeFileSync(news, Buffer.concat([Buffer.from('# ghi chú\n[title]\n'), Buffer.from([0x54, 0xe0, 0x0a])]));
    await expect(loadWording(folder, 'news-item', newsItemShape)).rejects.toMatchObject({
      ...{ code: 'report.wording-mistake', file: 'reports/news-item/wording.txt', line: 3 },
      mistake: expect.stringContaining('UTF-8'),
    });
    writeFileSync(news, Buffer.from(shipped, 'utf16le'));
    await expect(loadWording(folder, 'news-item', newsItemShape)).rejects.toBeInstanceOf(WordingError);
  });

  it('that are missing are named', async () => {
    await expect(loadWording(folder, 'invitation', newsItemShape)).rejects.toMatchObject({
      ...{ code: 'report.wording-mistake', file: 'reports/invitation/wording.txt' },
    });
  });

  it.each([
    ['result-report', 'result-report', resultReportShape],
    ['attendance-list', 'attendance-list', attendanceListShape],
    // The news item may use what the result report explains.
    ['news-item', 'result-report', newsItemShape],
  ])('of %s come without a mistake, and explain every name that may be used', async (report, explained, names) => {
    await expect(loadWording(wordingFolder(), report, names)).resolves.toBeInstanceOf(Wording);
    const comments = readFileSync(join(wordingFolder(), explained, 'wording.txt'), 'utf8')
      .match(/^#.*$/gm)
      ?.join('\n');
    expect(names.names.filter((name) => !comments?.includes(`{${name}}`))).toEqual([]);
  });
});

describe('what belongs together', () => {
  it.each([
    'Chi~bộ~16',
    'các Chi~bộ~1, 2, 5',
    'Lớp~2',
    'ngày~16/01/2021 của',
    'năm~2021 và',
    'lúc~14h00',
    'từ~8h00',
    '832/866~đồng~chí',
    '1.832~đảng~viên',
    'cả 22~chi~bộ',
    '(3~khâu đột phá)',
    'đạt 96,07~%',
    'lần thứ~XVII',
    'Trung đoàn~280',
    'Kế hoạch số~09-KH/QU',
    'nhiệm kỳ~2020-2025 và',
    'quý~I năm~2021',
  ])('stays on one line: %s', (text) => {
    expect(bindTogether(text.replaceAll('~', ' '))).toBe(text.replaceAll('~', '\u00A0'));
  });
});
