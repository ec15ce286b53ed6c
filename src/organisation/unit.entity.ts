import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What stays the same of a unit while its names and places change. */
@Entity()
export class Unit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  createdAt: Date;
}
