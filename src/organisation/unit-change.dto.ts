import { IsIsoDate, IsNullable } from '../platform/http/rules.js';
import type { UnitChangeKind, UnitPart } from './unit-change.entity.js';

export class UnitChangesQuery {
  /** The first day of effect. */
  @IsNullable()
  @IsIsoDate()
  from?: string;

  /** The last day of effect. */
  @IsNullable()
  @IsIsoDate()
  to?: string;
}

/** What a unit was called and where it stood. */
export class UnitStateDto {
  name: string;
  code: string | null;
  category: string | null;
  parentId: string | null;
  parentName: string | null;
}

export class UnitChangePartDto {
  unitId: string;
  part: UnitPart;
  /** None: it was founded then. */
  before: UnitStateDto | null;
  /** None: it ended then. */
  after: UnitStateDto | null;
}

export class DecidingDocumentDto {
  number: string;
  issuer: string | null;
  issuedOn: string | null;
}

export class UnitChangeDto {
  id: string;
  kind: UnitChangeKind;
  /** The day of effect. */
  on: string;
  document: DecidingDocumentDto | null;
  recordedAt: Date;
  parts: UnitChangePartDto[];
  /** Nothing was changed of these units since, so that it can be taken back unless something stands on it. */
  isLast: boolean;
}

/** Days on which something changes in the tree, the first first. */
export class UnitDaysDto {
  days: string[];
}
