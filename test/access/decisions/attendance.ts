import { type Decisions, ofDesk, ofFigures, ofMarks, ofRolls } from '../support/decision.js';

const id = (one: string) => ({ path: { id: one } });
const takenAt = '2026-01-02T01:00:00.000Z';
/** A device's own. */
const markId = '3f2c7f0e-7f0b-4d0c-9a51-0d5f7a1c2b3d';
const mark = (memberId: string) => ({ memberId, kind: 'present', method: 'name', takenAt });

export const attendance: Decisions = {
  Attendance_summon: { may: ofDesk, path: 'committee', ask: ({ sessionId }) => id(sessionId) },
  Attendance_figures: {
    ...{ may: ofFigures, path: 'session', isByCell: true, ask: ({ sessionId }) => id(sessionId) },
    remark: 'Whoever has a part of the tree gets the figures of that part, a steward those of his door.',
  },
  Attendance_tallies: { may: ofFigures, ask: () => ({ query: { last: '50' } }) },
  Attendance_roll: { may: ofRolls, path: 'door', isByCell: true, ask: ({ classId }) => id(classId) },
  Mark_mark: {
    ...{ may: ofMarks, path: 'door', body: 'people' },
    ask: ({ sittingId }, { memberId }) => ({ path: { sittingId, id: markId }, body: mark(memberId) }),
    remark: 'A clerk of a part may mark his people at any sitting of the committee: they may study in another class.',
  },
  Mark_markMany: {
    ...{ may: ofMarks, path: 'door', body: 'people', beyond: [200] },
    ask: ({ sittingId }, { memberId }) => ({
      path: { sittingId },
      body: { marks: [{ id: markId, ...mark(memberId) }] },
    }),
    remark: 'Each mark of a batch is answered by itself: not-on-roll for whoever is beyond reach.',
  },
  Mark_callRoll: {
    ...{ may: ofMarks, path: 'door', body: 'people' },
    ask: ({ sittingId }, { cellId }) => ({
      path: { sittingId, cellId },
      body: { id: markId, absent: [], takenAt },
    }),
    // A cell of the committee that does not study in the class of the sitting.
    refusals: [404],
  },
  Attendance_feed: {
    ...{ may: ofRolls, path: 'door', isByCell: true, ask: ({ sittingId }) => ({ path: { sittingId } }) },
  },
  Attendance_history: {
    ...{ may: ofRolls, path: 'door', body: 'people' },
    ask: ({ sittingId }, { memberId }) => ({ path: { sittingId, memberId } }),
  },
  Attendance_close: { may: ofDesk, path: 'committee', ask: ({ reopenedClassId }) => id(reopenedClassId) },
  Attendance_reopen: {
    ...{ may: ofDesk, path: 'committee' },
    ask: ({ closedClassId }) => ({ ...id(closedClassId), body: { reason: 'Ghi nhầm' } }),
  },
  Attendance_closures: { may: ofDesk, path: 'committee', ask: ({ reopenedClassId }) => id(reopenedClassId) },
  Attendance_openConflicts: { may: ofDesk, path: 'committee', ask: ({ sessionId }) => id(sessionId) },
  Attendance_settle: { may: ofDesk, path: 'committee', ask: ({ conflictId }) => id(conflictId) },
};
