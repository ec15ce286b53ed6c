import { type Decision, type Decisions, ofNames, ofRegister } from '../support/decision.js';

const id = (memberId: string) => ({ path: { id: memberId } });
const step = (body: object): Decision => ({
  ...{ may: ofRegister, path: 'people' },
  ask: ({ memberId }) => ({ ...id(memberId), body }),
});

/** What happens to a member: whoever keeps the register where he belongs. */
export const memberCourse: Decisions = {
  MemberCourse_story: { may: ofNames, path: 'people', ask: ({ memberId }) => id(memberId) },
  MemberCourse_transfer: {
    ...{ may: ofRegister, path: 'people', body: 'people', beyond: [404, 422] },
    ask: ({ memberId }, { cellId }) => ({
      ...id(memberId),
      body: { cellId, kind: 'residence', from: '2024-02-02', paper: { number: '1-GTSHĐ' } },
    }),
    remark:
      'Who keeps a part of the register moves people within it; out of it, the office of the committee does. By residence: nobody is transferred to where he takes part.',
  },
  MemberCourse_exempt: step({ kind: 'old-age', from: '2024-01-01', to: '2024-02-01' }),
  MemberCourse_sendAway: step({ from: '2024-01-01', place: 'Hải Phòng' }),
  MemberCourse_appoint: step({ from: '2024-01-01', title: 'Tổ trưởng' }),
  MemberCourse_recognise: {
    ...{ may: ofRegister, path: 'people' },
    ask: ({ otherMemberId }) => ({ ...id(otherMemberId), body: { on: '2007-01-01' } }),
  },
  MemberCourse_depart: step({ on: '2024-01-01', reason: 'moved-out' }),
  MemberCourse_end: step({ of: 'exemption', from: '2040-01-01', on: '2041-01-01' }),
  MemberCourse_takeBack: {
    ...{ may: ofRegister, path: 'people' },
    ask: ({ memberId, stepId }) => ({ path: { id: memberId, stepId } }),
  },
};
