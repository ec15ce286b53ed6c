import { pdfWith } from '../../files/support/made-files.js';
import { type Decisions, ofDesk, ofPlans, ofTexts, ofTree } from '../support/decision.js';
import type { Place } from '../support/places.js';
import { uploadOf } from '../support/upload.js';

const resolution = (number: string) => ({
  ...{ number, title: 'Nghị quyết thử', issuer: 'Đảng ủy', issuedOn: '2024-01-01', level: 'base' },
});
const session = { kind: 'study', title: 'Hội nghị thử', mode: 'direct' };
const newClass = ({ cellId }: Place) => ({
  ...{ mode: 'direct', venue: 'Hội trường', cellIds: [cellId] },
  sittings: [{ heldOn: '2031-01-01', startsAt: '08:00' }],
});
const id = (one: string) => ({ path: { id: one } });

export const sessions: Decisions = {
  Resolution_list: { may: ofTexts },
  Resolution_get: { may: ofTexts, path: 'committee', ask: ({ resolutionId }) => id(resolutionId) },
  Resolution_create: { may: ofDesk, ask: () => ({ body: resolution('01-NQ/ĐU') }) },
  Resolution_update: {
    ...{ may: ofDesk, path: 'committee' },
    ask: ({ resolutionId }) => ({ ...id(resolutionId), body: { title: 'Nghị quyết sửa' } }),
  },
  Resolution_remove: { may: ofDesk, path: 'committee', ask: ({ spareResolutionId }) => id(spareResolutionId) },

  ResolutionFile_list: { may: ofTexts, path: 'committee', ask: ({ resolutionId }) => id(resolutionId) },
  ResolutionFile_add: {
    ...{ may: ofDesk, path: 'committee' },
    ask: ({ resolutionId }) => ({ ...id(resolutionId), ...uploadOf('van-ban.pdf', pdfWith('')) }),
  },
  ResolutionFile_download: { may: ofTexts, path: 'committee', ask: ({ fileId }) => id(fileId) },
  ResolutionFile_remove: { may: ofDesk, path: 'committee', ask: ({ fileId }) => id(fileId) },

  Session_list: { may: ofPlans },
  Session_get: {
    ...{ may: ofPlans, path: 'session', ask: ({ sessionId }) => id(sessionId) },
    remark:
      'Plans name nobody of the register: whoever has a part of the tree reads them all, a steward that of his door.',
  },
  Session_create: {
    ...{ may: ofDesk, body: 'committee', beyond: [422] },
    ask: (_, { resolutionId }) => ({ body: { ...session, resolutionIds: [resolutionId] } }),
  },
  Session_update: {
    ...{ may: ofDesk, path: 'committee', body: 'committee', beyond: [404, 422] },
    ask: ({ sessionId }, { spareResolutionId }) => ({ ...id(sessionId), body: { resolutionIds: [spareResolutionId] } }),
  },
  Session_remove: { may: ofDesk, path: 'committee', ask: ({ plannedSessionId }) => id(plannedSessionId) },
  Session_coverage: {
    ...{ may: ofTree, path: 'committee', ask: ({ plannedSessionId }) => id(plannedSessionId) },
    remark: 'It names cells, not people: for whoever sees the tree; a steward finds the session at his door alone.',
  },
  Session_addClass: {
    ...{ may: ofDesk, path: 'committee', body: 'committee', beyond: [404, 422] },
    ask: ({ plannedSessionId }, of) => ({ ...id(plannedSessionId), body: newClass(of) }),
  },
  Session_getClass: { may: ofPlans, path: 'door', ask: ({ classId }) => id(classId) },
  Session_updateClass: {
    ...{ may: ofDesk, path: 'committee', body: 'committee', beyond: [404, 422] },
    ask: ({ plannedClassId }, { emptyCellId }) => ({ ...id(plannedClassId), body: { cellIds: [emptyCellId] } }),
  },
  Session_removeClass: { may: ofDesk, path: 'committee', ask: ({ plannedClassId }) => id(plannedClassId) },
};
