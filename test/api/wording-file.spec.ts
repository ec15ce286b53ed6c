import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readPaper } from '../reports/support/read-paper.js';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';

describe('the wording that an office edits', () => {
  let folder: string;
  let original: string;
  let day: ArticleDay;
  const file = () => join(folder, 'result-report', 'wording.txt');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quan-triet-wording-'));
    await cp('reports', folder, { recursive: true });
    original = await readFile(file(), 'utf8');
    day = await prepareArticleDay({ REPORTS_DIR: folder });
  });
  afterEach(() => writeFile(file(), original));
  afterAll(async () => {
    await day.test.stop();
    await rm(folder, { recursive: true });
  });

  const edit = (from: string, to: string): Promise<void> => writeFile(file(), original.replace(from, to));

  const ask = (format: string) => day.test.call('GET', `/sessions/${day.sessionId}/reports/result-report/${format}`);

  it('is in the next paper, without a build or a new start', async () => {
    await edit('\n[closing]', 'Đảng ủy giao {cells.count} chi bộ thực hiện.\n\n[closing]');
    const { text } = await readPaper('pdf', (await ask('pdf')).raw);
    expect(text).toContain('Đảng ủy giao 22 chi bộ thực hiện.');
  });

  it('answers a mistake with file, line and column instead of a paper', async () => {
    await edit('[closing]', '[closing]\nCó {tong_so} đồng chí.');
    const line = original.split('\n').indexOf('[closing]') + 2;
    const { status, body } = await ask('pdf');
    expect([status, body]).toMatchObject([409, { code: 'report.wording-mistake', details: { line, column: 4 } }]);
    expect(body['title']).toContain(`reports/result-report/wording.txt, dòng ${line}, cột 4`);
  });

  it('says when the file is gone', async () => {
    await rm(file());
    const { status, body } = await ask('docx');
    expect([status, body['title']]).toEqual([409, expect.stringContaining('không có tệp này')]);
  });
});
