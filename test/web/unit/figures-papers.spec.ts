import { describe, expect, it } from 'vitest';
import type { Figures, SessionClass, Tally } from '../../../web/src/api/queries.ts';
import {
  choiceAddress,
  choiceOf,
  fileAddress,
  openClasses,
  papersOf,
} from '../../../web/src/pages/documents/papers.ts';

const oneClass = (id: string, summonedAt: string | null, closedAt: string | null): SessionClass => ({
  ...{ id, sessionId: 's', number: 1, name: `Lớp ${id}`, mode: 'direct', venue: '', capacity: null },
  ...{ cellIds: ['c'], sittings: [], summonedAt, closedAt },
});
const then = '2021-01-16T01:00:00Z';
const session = { classes: [oneClass('1', then, then), oneClass('2', then, null), oneClass('3', null, null)] };

const none = { summoned: 0, present: 0 };
const tally: Tally = {
  ...{ total: 0, exemptAbsent: 0, away: 0, summoned: 0, present: 0, excused: 0, unexcused: 0, unmarked: 0 },
  ...{ presentElsewhere: 0, leftEarly: 0, official: none, probationary: none },
};
const figures: Figures = {
  tally,
  classes: session.classes.slice(0, 2).map(({ id, name, closedAt }) => ({
    ...{ classId: id, name, closedAt, revision: closedAt ? 1 : 0, tally },
    cells: [{ cellId: `cell of ${id}`, name: 'Chi bộ 16', group: null, tally }],
  })),
};
const chosen = (address: string) => choiceOf(new URLSearchParams(address), papersOf(session), figures);

describe('the papers of a session', () => {
  it('have an attendance list for each class that was summoned', () => {
    expect(papersOf(session).map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'Báo cáo kết quả: Dự thảo, chưa có số',
      'Biểu tổng hợp theo chi bộ: Phụ lục của báo cáo, chưa có số',
      'Danh sách điểm danh Lớp 1: Đã chốt',
      'Danh sách điểm danh Lớp 2: Chưa chốt',
      'Tin bài: Dự thảo',
    ]);
  });

  it('are opened by their address, which holds all that was chosen', () => {
    const choice = chosen('paper=list&class=2&cell=cell of 2&reportedOn=2021-01-18');
    expect(choice).toEqual({ paper: 'list', classId: '2', cellId: 'cell of 2', reportedOn: '2021-01-18' });
    expect(chosen(choiceAddress(choice))).toEqual(choice);
  });

  it('fall back to the nearest paper where the address names what is not there', () => {
    expect(chosen('')).toEqual({ paper: 'result', classId: null, cellId: null, reportedOn: null });
    expect(chosen('paper=list&class=9')).toMatchObject({ paper: 'list', classId: '1' });
    expect(chosen('paper=list&class=1&cell=cell of 2')).toMatchObject({ classId: '1', cellId: null });
    expect(chosen('paper=news&class=1&cell=x&reportedOn=18/01/2021')).toEqual({
      ...{ paper: 'news', classId: null, cellId: null, reportedOn: null },
    });
  });

  it('are asked of the server with what concerns them', () => {
    const list = chosen('paper=list&class=2&cell=cell of 2&reportedOn=2021-01-18');
    expect(fileAddress('s', list, 'docx')).toBe(
      '/api/v1/sessions/s/reports/attendance-list/docx?classId=2&cellId=cell+of+2&reportedOn=2021-01-18',
    );
    expect(fileAddress('s', chosen('paper=table'), 'xlsx')).toBe('/api/v1/sessions/s/reports/result-report/xlsx');
    expect(fileAddress('s', chosen('paper=news'), 'html')).toBe('/api/v1/sessions/s/reports/news-item/html');
  });

  it('tell which class may still change their figures', () => {
    const open = (address: string) => openClasses(chosen(address), figures).map(({ name }) => name);
    expect(open('paper=result')).toEqual(['Lớp 2']);
    expect(open('paper=list&class=1')).toEqual([]);
    expect(open('paper=list&class=2')).toEqual(['Lớp 2']);
  });
});
