import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionFiguresDto } from '../src/attendance/attendance.dto.js';
import type { ApiClient } from './api-client.js';

/** Every paper of a session, as the office would download it. @returns names of the files */
export async function writeDocuments(
  api: ApiClient,
  sessionId: string,
  folder: string,
  reportedOn?: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const { classes } = await api.send<SessionFiguresDto>('GET', `/sessions/${sessionId}/figures`);
  const day = reportedOn ? `reportedOn=${reportedOn}` : '';
  const papers: [path: string, name: string, formats: string[], query: string][] = [
    ['result-report', 'bao-cao-ket-qua', ['pdf', 'docx', 'xlsx'], ''],
    ['news-item', 'tin-bai', ['docx', 'html'], ''],
    ...classes.map(({ classId }, index): [string, string, string[], string] => [
      ...(['attendance-list', `danh-sach-lop-${index + 1}`, ['pdf', 'docx', 'xlsx']] as [string, string, string[]]),
      `classId=${classId}`,
    ]),
    ...classes.flatMap(({ classId, cells }, index) =>
      cells
        .slice(0, 1)
        .map(({ cellId }): [string, string, string[], string] => [
          ...(['attendance-list', `danh-sach-lop-${index + 1}-chi-bo-dau`, ['pdf', 'docx', 'xlsx']] as [
            string,
            string,
            string[],
          ]),
          `classId=${classId}&cellId=${cellId}`,
        ]),
    ),
  ];
  const written: string[] = [];
  for (const [path, name, formats, query] of papers) {
    for (const format of formats) {
      const bytes = await api.download(
        `/sessions/${sessionId}/reports/${path}/${format}?${[query, day].filter(Boolean).join('&')}`,
      );
      await writeFile(join(folder, `${name}.${format}`), bytes);
      written.push(`${name}.${format}`);
    }
  }
  return written;
}
