import type { SealedValues } from '../platform/encryption/sealed-values.js';

export const partPurpose = (committeeId: string, importId: string, part: number | string): string =>
  `import.part ${committeeId} ${importId} ${part}`;

export const rowPurpose = (committeeId: string, importId: string, row: number | string): string =>
  `import.row ${committeeId} ${importId} ${row}`;

export const beforePurpose = (committeeId: string, importId: string, row: number | string): string =>
  `import.before ${committeeId} ${importId} ${row}`;

const at = ['committee_id', 'import_id'] as const;

export const sealedImports: SealedValues[] = [
  {
    ...{ table: 'import_part', key: [...at, 'part'], sealed: 'sealed' },
    purposeOf: ({ committee_id = '', import_id = '', part = '' }) => partPurpose(committee_id, import_id, part),
  },
  {
    ...{ table: 'import_row', key: [...at, 'row'], sealed: 'sealed' },
    purposeOf: ({ committee_id = '', import_id = '', row = '' }) => rowPurpose(committee_id, import_id, row),
  },
  {
    ...{ table: 'import_before', key: [...at, 'row'], sealed: 'sealed' },
    purposeOf: ({ committee_id = '', import_id = '', row = '' }) => beforePurpose(committee_id, import_id, row),
  },
];
