import { today } from '../../../src/platform/database/today.js';
import { firstRunBody } from '../../support/test-app.js';
import { isBelowCity, worksAt } from '../support/accounts.js';
import { type Decisions, ofAccounts } from '../support/decision.js';

const id = (one: string) => ({ path: { id: one } });
const reading = (unitId: string) => ({ role: 'viewer', unitId });
/** Who may do what, and at which door, is settled by the administrator of the whole committee, in person. */
const managed = { may: ofAccounts, inPerson: true } as const;
/** About oneself, at a browser. */
const own = { may: 'self', inPerson: true } as const;
const ofAccount = {
  ...managed,
  path: 'committee',
  ask: ({ accountId }: { accountId: string }) => id(accountId),
} as const;

export const accounts: Decisions = {
  Account_list: managed,
  Account_one: ofAccount,
  Account_invite: {
    ...{ ...managed, body: 'tree', beyond: [422] },
    ask: (_, { cellId }) => ({ body: { loginName: 'nguoi-moi', displayName: 'Lê Mẫu Mới', roles: [reading(cellId)] } }),
    remark: 'A superior may let somebody of its own look on in a committee below; it gives nobody another role there.',
  },
  Account_rename: {
    ...ofAccount,
    ask: ({ accountId }) => ({ ...id(accountId), body: { displayName: 'Lê Mẫu Đổi Tên' } }),
  },
  Account_inviteAgain: ofAccount,
  Account_disable: ofAccount,
  Account_enable: ofAccount,
  Account_grant: {
    ...{ ...managed, path: 'committee', body: 'tree', beyond: [404, 422] },
    ask: ({ accountId }, { cellId }) => ({ ...id(accountId), body: reading(cellId) }),
  },
  Account_end: { ...managed, path: 'committee', ask: ({ roleId }) => id(roleId) },

  Token_list: own,
  Token_issue: {
    ...own,
    ask: () => ({ body: { name: 'Bảng điện tử', permissions: ['unit.read'], until: today() } }),
    // Whoever may not read the tree has nothing to give away.
    refusals: [422],
  },
  Token_endOwn: { ...own, path: 'others', ask: ({ tokenId }) => id(tokenId) },
  Token_listAll: managed,
  Token_endAny: { ...managed, path: 'committee', ask: ({ tokenId }) => id(tokenId) },

  Device_list: managed,
  Device_issueCode: {
    ...{ ...managed, body: 'committee', beyond: [422] },
    ask: (_, { sessionId, classId }) => ({ body: { sessionId, classIds: [classId] } }),
  },
  Device_end: { ...managed, path: 'committee', ask: ({ deviceId }) => id(deviceId) },
  Device_enrol: { may: 'public', refusals: [404], ask: () => ({ body: { code: 'KHONGCOO', name: 'Máy lạ' } }) },
  // For whoever is no device.
  Device_mine: { may: 'self', refusals: [404] },

  Invitation_lookUp: { may: 'public', refusals: [404], ask: () => ({ body: { token: 'x'.repeat(43) } }) },
  Invitation_accept: {
    ...{ may: 'public', refusals: [404] },
    ask: () => ({ body: { token: 'x'.repeat(43), password: 'bốn con thuyền giấy qua sông' } }),
  },

  Committees_list: {
    ...managed,
    alsoTells: ({ works }, { kind, committee }) => kind === 'committee' && works === 'city' && isBelowCity(committee),
  },
  Committees_found: {
    ...managed,
    ask: () => ({
      body: { committee: firstRunBody.committee, administrator: { loginName: 'quan-tri-moi', displayName: 'Lê Mẫu' } },
    }),
  },
  Committees_inviteAgain: {
    ...{ ...managed, path: 'tree', ask: ({ waitingCommitteeId }) => id(waitingCommitteeId) },
    remark: 'At whatever depth below; only as long as nobody there has ever signed in.',
  },
  Committees_mine: {
    ...own,
    alsoTells: (account, { kind, committee }) => kind === 'committee' && worksAt(account).includes(committee),
  },
  Committees_move: { ...own, body: 'workplace', ask: (_, { committeeId }) => ({ body: { committeeId } }) },
};
