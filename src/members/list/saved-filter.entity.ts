import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberFilter } from './member-filter.dto.js';

/** A filter of the register under a name. It holds what is asked, never who was found. */
@Entity()
export class SavedFilter {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  query: MemberFilter;

  /** With everybody of the office who reaches the whole register. */
  @Column('boolean')
  isShared: boolean;

  @Column('timestamptz')
  createdAt: Date;
}
