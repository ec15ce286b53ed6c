import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who may sign in: a person, or a device at a door. Its committee is the one that looks after it. */
@Entity()
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  committeeId: string;

  @Column('text')
  loginName: string;

  @Column('text')
  displayName: string;

  @Column('text')
  kind: 'person' | 'device';

  /** None while an invitation waits, and for devices. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}
