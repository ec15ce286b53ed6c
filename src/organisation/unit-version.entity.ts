import { Column, Entity, PrimaryColumn } from 'typeorm';
import { dateRange } from '../platform/database/date-range.js';
import type { DateRange } from '../platform/database/date-range.types.js';

export const unitKinds = ['committee', 'cell'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A unit as it was from one day to another: its name, its place in the tree. */
@Entity()
export class UnitVersion {
  @PrimaryColumn('uuid')
  unitId: string;

  @PrimaryColumn('daterange', { transformer: dateRange })
  valid: DateRange;

  @Column('text')
  name: string;

  @Column('text')
  kind: UnitKind;

  /** What sort of cell it is (`Công an`, `Trường học`), in the office's own words. */
  @Column('text', { nullable: true })
  category: string | null;

  /** 14 digits with dots (domain facts §5). */
  @Column('text', { nullable: true })
  code: string | null;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  /** Ids from the root down to this unit. */
  @Column('ltree')
  path: string;
}
