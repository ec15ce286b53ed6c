import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';
import { partsOf } from './support/read-package.js';
import { readPdf } from './support/read-pdf.js';

/** `npm run samples` writes them anew; look at them before they are committed. */
const isWriting = process.env['MODE'] === 'samples';

const samples: [report: string, name: string, formats: string[]][] = [
  ['result-report', 'bao-cao-ket-qua', ['pdf', 'docx', 'xlsx']],
  ['attendance-list', 'danh-sach-lop-1', ['pdf', 'docx', 'xlsx']],
  ['news-item', 'tin-bai', ['docx', 'html']],
];

/** What must not change unseen: every text and its place, every part; not how the bytes were squeezed. */
function contentOf(format: string, bytes: Buffer): Promise<unknown> {
  if (format === 'pdf') return readPdf(bytes);
  return format === 'html' ? Promise.resolve(bytes.toString('utf8')) : partsOf(bytes);
}

describe('the sample of', () => {
  let day: ArticleDay;
  beforeAll(async () => {
    day = await prepareArticleDay();
    // The list prints when it was closed; on paper the day of the article never ends later.
    await ask(day.test.databaseUrl, `UPDATE session_class SET closed_at = '2021-01-16T10:30:00Z'`);
  });
  afterAll(() => day.test.stop());

  it.each(samples.flatMap(([report, name, formats]) => formats.map((format) => [report, format, name] as const)))(
    'the %s as %s is what the product makes today',
    async (report, format, name) => {
      const classId = day.figures.classes[0]?.classId ?? '';
      const made = await day.paper(report, format, report === 'attendance-list' ? { classId } : {});
      const folder = join('reports', report, 'sample');
      const file = join(folder, `${name}.${format}`);
      if (isWriting) {
        await mkdir(folder, { recursive: true });
        await writeFile(file, made);
      }
      expect(await contentOf(format, made)).toEqual(await contentOf(format, await readFile(file)));
    },
  );
});
