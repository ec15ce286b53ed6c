import { defaultRules } from '../../../src/personal-data/data-rules.js';
import { today } from '../../../src/platform/database/today.js';
import { type Decision, type Decisions, ofDesk } from '../support/decision.js';
import type { Place } from '../support/places.js';

const about = (body?: object): Decision => ({
  ...{ may: ofDesk, path: 'committee' },
  ask: ({ requestId: id }: Place) => ({ path: { id }, ...(body && { body }) }),
});

/** Requests are the office's of the whole committee, whose people all may make one. */
export const personalData: Decisions = {
  DataRequest_list: {
    ...{ may: ofDesk, body: 'committee', beyond: [200] },
    ask: (_, { memberId }) => ({ query: { memberId } }),
  },
  DataRequest_receive: {
    ...{ may: ofDesk, body: 'committee', beyond: [422] },
    ask: (_, { memberId }) => ({ body: { memberId, kind: 'view', receivedOn: today() } }),
  },
  DataRequest_get: about(),
  DataRequest_acknowledge: about(),
  DataRequest_extend: about({ reason: 'Hồ sơ ở kho' }),
  DataRequest_complete: about({ outcome: 'Đã cho xem' }),
  DataRequest_refuse: about({ ground: 'other', explanation: 'Đã trả lời' }),
  DataRequest_erase: {
    ...{ may: ofDesk, inPerson: true, path: 'committee' },
    ask: ({ erasureRequestId: id }) => ({ path: { id } }),
  },
  DataRequest_data: { ...about(), inPerson: true },
  DataRequest_paper: {
    ...{ may: ofDesk, inPerson: true, path: 'committee' },
    ask: ({ requestId: id }) => ({ path: { id, format: 'docx' } }),
  },

  DataRules_get: { may: ofDesk },
  DataRules_change: {
    ...{ may: { administrator: 'whole', clerk: 'whole' }, inPerson: true },
    ask: () => ({ body: { ...defaultRules, acknowledgeWorkingDays: 5 } }),
  },
  DataRules_due: { may: ofDesk },
};
