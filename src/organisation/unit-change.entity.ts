import { Column, Entity, PrimaryColumn } from 'typeorm';

export const unitChangeKinds = ['founded', 'changed', 'dissolved', 'merged', 'split'] as const;
export type UnitChangeKind = (typeof unitChangeKinds)[number];

/** Something that happened to the tree on a day, with the paper that decided it. */
@Entity()
export class UnitChange {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: UnitChangeKind;

  @Column('date')
  effectiveOn: string;

  /** `12-QĐ/ĐU` */
  @Column('text', { nullable: true })
  decisionNumber: string | null;

  @Column('text', { nullable: true })
  decisionIssuer: string | null;

  @Column('date', { nullable: true })
  decidedOn: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}

/** `below`: a unit that moved because something above it did. */
export const unitParts = ['subject', 'source', 'target', 'below'] as const;
export type UnitPart = (typeof unitParts)[number];

/** A row of unit_version as PostgreSQL writes it in JSON. */
export interface VersionRow {
  /** `[2020-01-01,)` */
  valid: string;
  name: string;
  code: string | null;
  category: string | null;
  parent_id: string | null;
}

/** A unit's part in a change: its versions from that day on, and one that ends on it, as they stood before and as they were left. */
@Entity()
export class UnitChangePart {
  @PrimaryColumn('uuid')
  changeId: string;

  @PrimaryColumn('uuid')
  unitId: string;

  @Column('text')
  part: UnitPart;

  @Column('jsonb')
  before: VersionRow[];

  @Column('jsonb')
  after: VersionRow[];
}

/** A list that names cells, and that followed a merger or a split. */
@Entity()
export class CellListChange {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  changeId: string;

  @PrimaryColumn('uuid')
  listId: string;

  @Column('text')
  kind: 'cell-group' | 'class';

  /** Ids of its cells, in order. */
  @Column('uuid', { array: true })
  before: string[];

  @Column('uuid', { array: true })
  after: string[];
}
