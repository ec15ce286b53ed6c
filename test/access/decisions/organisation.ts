import { type Decisions, ofDesk, ofRegister, ofTree } from '../support/decision.js';

const group = (cellId: string) => ({ name: 'Khối thử', cellIds: [cellId] });

export const organisation: Decisions = {
  Health_live: { may: 'public' },
  Health_ready: { may: 'public' },

  Unit_list: {
    may: ofTree,
    remark:
      'Everybody in a committee sees the names of all its units, and of those below it: the tree names no person.',
  },
  Unit_history: { may: ofTree, path: 'tree', ask: ({ cellId: id }) => ({ path: { id } }) },
  Unit_days: { may: ofTree },
  Unit_changesOf: {
    may: ofTree,
    remark: 'What happens in a base committee below is its own story, and is not told here.',
  },
  Unit_changesOfUnit: { may: ofTree, path: 'tree', beyond: [200], ask: ({ cellId: id }) => ({ path: { id } }) },
  Unit_found: {
    may: ofRegister,
    body: 'under',
    ask: (_, { parentId }) => ({ body: { name: 'Chi bộ thử', kind: 'cell', foundedOn: '2020-01-01', parentId } }),
  },
  Unit_change: {
    may: ofRegister,
    path: 'change',
    body: 'under',
    ask: ({ emptyCellId: id }, { parentId }) => ({
      path: { id },
      body: { from: '2024-01-01', name: 'Tên mới', parentId },
    }),
    remark: 'Only below the unit of the role: what it is called and where it stands is decided above it.',
  },
  Unit_dissolve: {
    may: ofRegister,
    path: 'change',
    ask: ({ emptyCellId: id }) => ({ path: { id }, body: { on: '2024-01-01', document: { number: 'QĐ 1' } } }),
  },

  CellGroup_list: { may: ofTree },
  CellGroup_create: {
    may: ofDesk,
    body: 'committee',
    beyond: [422],
    ask: (_, { emptyCellId }) => ({ body: group(emptyCellId) }),
  },
  CellGroup_replace: {
    may: ofDesk,
    path: 'committee',
    body: 'committee',
    beyond: [404, 422],
    ask: ({ groupId: id }, { emptyCellId }) => ({ path: { id }, body: group(emptyCellId) }),
  },
  CellGroup_remove: { may: ofDesk, path: 'committee', ask: ({ groupId: id }) => ({ path: { id } }) },

  Committee_get: { may: ofTree },
  Committee_update: {
    ...{ may: { administrator: 'whole', clerk: 'whole' }, inPerson: true },
    ask: () => ({ body: { signerName: 'Lê Mẫu Ký' } }),
  },
};
