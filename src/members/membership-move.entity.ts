import { Column, Entity, PrimaryColumn } from 'typeorm';
import { dateRange } from '../platform/database/date-range.js';
import type { DateRange } from '../platform/database/date-range.types.js';
import type { MembershipKind } from './member.entity.js';

/** A membership that went to another cell with a merger or a split of cells. */
@Entity()
export class MembershipMove {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  changeId: string;

  @PrimaryColumn('uuid')
  memberId: string;

  @PrimaryColumn('text')
  kind: MembershipKind;

  /** As it was in the cell that it left. */
  @PrimaryColumn('daterange', { transformer: dateRange })
  valid: DateRange;

  @Column('uuid')
  fromCellId: string;

  @Column('uuid')
  toCellId: string;
}
