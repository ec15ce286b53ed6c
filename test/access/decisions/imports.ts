import { type Decisions } from '../support/decision.js';
import { listOf } from '../support/upload.js';

const id = (importId: string) => ({ path: { id: importId } });
/** A list touches the whole register: whoever keeps a part of it brings none. */
const may = { clerk: 'whole' } as const;
const ofList = { may, path: 'committee' } as const;

const reading = {
  ...{ sheet: 'Sheet1', headRow: 1, headDepth: 1, columns: [], encodings: [], cells: [] },
  ...{ cellForAll: null, from: '2026-01-01', isDraft: false },
};

export const imports: Decisions = {
  RegisterImport_page: { may },
  RegisterImport_send: { may, ask: () => listOf('danh sach.csv', 'STT,Họ và tên,Chi bộ\n1,Lê Mẫu Mới,Chi bộ Mẫu\n') },
  RegisterImport_one: { ...ofList, ask: ({ importId }) => id(importId) },
  RegisterImport_choose: {
    ...{ ...ofList, refusals: [422] },
    ask: ({ importId }) => ({ ...id(importId), body: reading }),
    remark: 'The list of the world names no column of names, so that nothing begins.',
  },
  RegisterImport_rows: { ...ofList, ask: ({ importId }) => id(importId) },
  RegisterImport_rest: {
    ...{ ...ofList, inPerson: true, refusals: [409] },
    ask: ({ importId }) => id(importId),
    remark: 'The list of the world leaves nothing behind.',
  },
  RegisterImport_decide: {
    ...ofList,
    ask: ({ importId }) => ({ path: { id: importId, row: '2' }, body: { kind: 'skip' } }),
  },
  RegisterImport_decideAll: { ...ofList, ask: ({ importId }) => ({ ...id(importId), body: { kind: 'skip' } }) },
  RegisterImport_write: {
    ...{ ...ofList, refusals: [409] },
    ask: ({ importId }) => ({ ...id(importId), body: { which: 'good' } }),
    remark: 'The list of the world has nothing to write.',
  },
  RegisterImport_undo: { ...ofList, inPerson: true, refusals: [409], ask: ({ importId }) => id(importId) },
  RegisterImport_stop: { ...ofList, refusals: [409], ask: ({ importId }) => id(importId) },
  RegisterImport_forget: { ...ofList, ask: ({ importId }) => id(importId) },
};
