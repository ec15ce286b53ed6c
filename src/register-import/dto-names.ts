import { type ImportField, importFields } from '../members/import/fields.js';
import { legacyEncodings } from '../members/import/legacy-encoding.js';

export const fieldNames = Object.keys(importFields) as ImportField[];
export const encodingNames = ['none', ...legacyEncodings] as const;
export type EncodingName = (typeof encodingNames)[number];
