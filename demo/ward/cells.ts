import type { CellKind, DemoCell, DemoCellGroup } from './ward.types.js';

/** Numbers have gaps, as in life: cells were merged over the years. */
const morning: CellLine[] = [
  ['cb1', 'Chi bộ 1', 'residential', '2004-01-01'],
  ['cb2', 'Chi bộ 2', 'residential', '2004-01-01'],
  ['cb5', 'Chi bộ 5', 'residential', '2004-01-01'],
  ['cb7', 'Chi bộ 7', 'residential', '2004-01-01'],
  ['cb8', 'Chi bộ 8', 'residential', '2004-01-01'],
  ['cb11', 'Chi bộ 11', 'residential', '2004-01-01'],
  ['cb12', 'Chi bộ 12', 'residential', '2004-01-01'],
  ['cb13', 'Chi bộ 13', 'residential', '2004-01-01'],
  ['cb14', 'Chi bộ 14', 'residential', '2006-05-19'],
  ['cb15', 'Chi bộ 15', 'residential', '2006-05-19'],
];

const afternoon: CellLine[] = [
  ['ca', 'Chi bộ Công an', 'police', '2004-01-01'],
  ['mn-sai-dong', 'Chi bộ Trường Mầm non Sài Đồng', 'school', '2005-09-01'],
  ['mn-hoa-mai', 'Chi bộ Trường Mầm non Hoa Mai', 'school', '2011-08-15'],
  ['th-sai-dong', 'Chi bộ Trường Tiểu học Sài Đồng', 'school', '2004-01-01'],
  ['thcs-sai-dong', 'Chi bộ Trường THCS Sài Đồng', 'school', '2004-01-01'],
  ['thpt-sai-dong', 'Chi bộ Trường THPT Sài Đồng', 'school', '2008-09-05'],
  ['cb16', 'Chi bộ 16', 'residential', '2008-02-03'],
  ['cb17', 'Chi bộ 17', 'residential', '2008-02-03'],
  ['cb18', 'Chi bộ 18', 'residential', '2008-02-03'],
  ['cb19', 'Chi bộ 19', 'residential', '2010-01-15'],
  ['cb20', 'Chi bộ 20', 'residential', '2010-01-15'],
  ['cb22', 'Chi bộ 22', 'residential', '2013-07-01'],
];

export const wardCells: readonly DemoCell[] = [...morning, ...afternoon].map(([key, name, kind, foundedOn], index) => ({
  key,
  name,
  kind,
  order: index + 1,
  foundedOn,
}));

/** The cells of each class, by the class's number, in the order of the plan. */
export const cellKeysOfClass: Readonly<Record<1 | 2, readonly string[]>> = {
  1: morning.map(([key]) => key),
  2: afternoon.map(([key]) => key),
};

export const schoolGroup: Readonly<DemoCellGroup> = {
  key: 'truong-hoc',
  name: 'khối các Trường học',
  cellKeys: wardCells.filter(({ kind }) => kind === 'school').map(({ key }) => key),
};

type CellLine = [key: string, name: string, kind: CellKind, foundedOn: string];
