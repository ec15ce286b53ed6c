import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key with which something in this database may be sealed. The key itself is in the ring, never here. */
@Entity('field_key')
export class KnownKey {
  @PrimaryColumn('text')
  id: string;

  @Column('timestamptz')
  madeAt: Date;
}
