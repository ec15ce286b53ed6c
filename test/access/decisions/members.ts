import type { Place } from '../support/places.js';
import { isNumberInReach } from '../support/accounts.js';
import { type Decision, type Decisions, ofFigures, ofNames, ofRegister } from '../support/decision.js';

const membership = (cellId: string) => ({ cellId, kind: 'official', from: '2024-02-02' });
const person = (cellId: string) => ({ fullName: 'Trần Mẫu Mới', memberships: [membership(cellId)] });
const id = (memberId: string) => ({ path: { id: memberId } });

const merger = ({ cellId, emptyCellId }: Place) => ({
  body: { on: '2024-01-01', cellIds: [cellId, emptyCellId], target: { unitId: cellId } },
});
const split = ({ emptyCellId: cellId }: Place) => ({
  body: { on: '2024-01-01', cellId, parts: [{ name: 'Chi bộ tách', memberIds: [] }], ends: false },
});
/** With `member.change`, which the route asks for, goes `unit.change`: both are the clerk's. */
const ofCells = { may: ofRegister, body: 'change' } as const;

/** Of the register as a whole. */
const may = { clerk: 'whole' } as const;
const inSheet: Decision = {
  ...{ may: { clerk: 'part' }, isExport: true, body: 'people', isByCell: true },
  ask: (_, { cellId }) => ({ query: { cellId, asOf: '2024-01-01' } }),
};

export const members: Decisions = {
  RegisterSheet_national: inSheet,
  RegisterSheet_whole: { ...inSheet, inPerson: true, alsoTells: isNumberInReach },
  Twins_page: { may },
  Twins_list: { may },
  Twins_distinctions: { may },
  Twins_distinguish: {
    ...{ may, body: 'committee' },
    ask: (_, { memberId: oneId, otherMemberId: otherId }) => ({ body: { oneId, otherId } }),
  },
  Twins_undistinguish: {
    ...{ may, path: 'committee', refusals: [404] },
    ask: ({ memberId: oneId, otherMemberId: otherId }) => ({ path: { oneId, otherId } }),
    remark: 'Nothing was said of these two: they are answered like two whom nobody knows.',
  },
  Twins_merge: {
    ...{ may, body: 'committee', inPerson: true },
    ask: (_, { memberId: keptId, otherMemberId: droppedId }) => ({ body: { keptId, droppedId, take: [] } }),
  },
  Twins_undo: { may, path: 'committee', inPerson: true, refusals: [409], ask: ({ mergeId }) => id(mergeId) },
  RegisterSheet_template: { may: { clerk: 'whole' } },
  Member_page: {
    ...{ may: ofNames, body: 'people', beyond: [200], isByCell: true },
    ask: (_, { cellId }) => ({ query: { cellId, asOf: '2024-01-01' } }),
  },
  Member_strengths: { may: ofFigures, isByCell: true },
  Member_lookUp: {
    ...{ may: ofNames, body: 'people', beyond: [200], isByCell: true },
    ask: (_, { citizenNumber }) => ({ body: { number: citizenNumber } }),
    remark:
      'Who looks in from above is answered that nobody has the number: he must not learn whose it is by trying it.',
  },
  Member_read: { may: ofNames, path: 'people', ask: ({ memberId }) => id(memberId) },
  Member_reveal: {
    ...{ may: ofRegister, inPerson: true, path: 'people', alsoTells: isNumberInReach },
    ask: ({ memberId }) => ({ ...id(memberId), body: { field: 'citizen-number', reason: 'identity' } }),
  },
  Member_enter: {
    ...{ may: ofRegister, body: 'people', beyond: [422] },
    ask: (_, { cellId }) => ({ body: person(cellId) }),
  },
  Member_enterMany: {
    ...{ may: ofRegister, body: 'people', beyond: [422] },
    ask: (_, { cellId }) => ({ body: { members: [person(cellId)] } }),
  },
  Member_update: {
    ...{ may: ofRegister, path: 'people' },
    ask: ({ memberId }) => ({ ...id(memberId), body: { fullName: 'Trần Mẫu Sửa' } }),
  },
  UnitMerger_merge: { ...ofCells, ask: (_, of) => merger(of) },
  UnitMerger_previewMerger: { ...ofCells, ask: (_, of) => merger(of) },
  UnitMerger_split: { ...ofCells, ask: (_, of) => split(of) },
  UnitMerger_previewSplit: { ...ofCells, ask: (_, of) => split(of) },
  UnitMerger_takeBack: {
    ...{ may: ofRegister, path: 'change' },
    ask: ({ changeId }) => id(changeId),
    remark: 'Whoever may make a change may take it back, whoever made it.',
  },
  SavedFilter_list: { may: ofNames },
  SavedFilter_save: {
    ...{ may: ofNames, ask: () => ({ body: { name: 'Bộ lọc mẫu', query: { sex: 'male' }, isShared: false } }) },
    remark: 'A filter is a question: whoever asks it is answered what he may see himself.',
  },
  SavedFilter_change: {
    ...{ may: ofNames, path: 'others' },
    ask: ({ filterId }) => ({ ...id(filterId), body: { name: 'Tên khác' } }),
  },
  SavedFilter_remove: { may: ofNames, path: 'others', ask: ({ filterId }) => id(filterId) },
};
