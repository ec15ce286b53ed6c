import { type Decisions, ofDesk } from '../support/decision.js';

const asDocx = (id: string) => ({ path: { id, format: 'docx' } });

/** Papers are slow, so that one format of each is asked for here; test/access/cases.spec.ts has the others. */
export const reports: Decisions = {
  Report_resultReport: {
    ...{ may: ofDesk, isExport: true, path: 'committee', ask: ({ sessionId }) => asDocx(sessionId) },
  },
  Report_attendanceList: {
    may: { secretary: 'part', clerk: 'part', 'cell-secretary': 'part' },
    ...{ isExport: true, path: 'committee', body: 'people', isByCell: true },
    ask: ({ sessionId }, { classId, cellId }) => ({ ...asDocx(sessionId), query: { classId, cellId } }),
  },
  MemberListPaper_list: {
    may: { secretary: 'part', clerk: 'part', 'cell-secretary': 'part' },
    ...{ isExport: true, body: 'people', isByCell: true },
    ask: (_, { cellId }) => ({ path: { format: 'docx' }, query: { cellId, asOf: '2024-01-01' } }),
  },
  Report_newsItem: {
    ...{ may: ofDesk, isExport: true, path: 'committee', ask: ({ sessionId }) => asDocx(sessionId) },
  },
};
