import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of cells that are kept together (`khối các Trường học`); not a unit. */
@Entity()
export class CellGroup {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;
}

@Entity()
export class CellGroupCell {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  groupId: string;

  @PrimaryColumn('uuid')
  cellId: string;

  @Column('integer')
  position: number;
}
