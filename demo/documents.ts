import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionFiguresDto } from '../src/attendance/attendance.dto.js';
import type { ApiClient } from './api-client.js';

/** A paper to ask for: its report, the file's name without ending, the formats, what to ask besides. */
interface Wanted {
  report: string;
  name: string;
  formats: string[];
  query: Record<string, string>;
}

const printed = ['pdf', 'docx', 'xlsx'];

/** Result report, news item, and for each class its list and the list of its first cell. */
function wantedOf({ classes }: SessionFiguresDto): Wanted[] {
  const list = (name: string, query: Record<string, string>): Wanted => ({
    report: 'attendance-list',
    name,
    formats: printed,
    query,
  });
  const lists = classes.flatMap(({ classId, cells: [first] }, index) => {
    const name = `danh-sach-lop-${index + 1}`;
    const ofCell = first ? [list(`${name}-chi-bo-dau`, { classId, cellId: first.cellId })] : [];
    return [list(name, { classId }), ...ofCell];
  });
  return [
    { report: 'result-report', name: 'bao-cao-ket-qua', formats: printed, query: {} },
    { report: 'news-item', name: 'tin-bai', formats: ['docx', 'html'], query: {} },
    ...lists,
  ];
}

/** Every paper of a session, as the office would download it. @returns names of the files */
export async function writeDocuments(api: ApiClient, sessionId: string, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const figures = await api.send<SessionFiguresDto>('GET', `/sessions/${sessionId}/figures`);
  const written: string[] = [];
  for (const { report, name, formats, query } of wantedOf(figures)) {
    for (const format of formats) {
      const path = `/sessions/${sessionId}/reports/${report}/${format}?${new URLSearchParams(query).toString()}`;
      await writeFile(join(folder, `${name}.${format}`), await api.download(path));
      written.push(`${name}.${format}`);
    }
  }
  return written;
}
