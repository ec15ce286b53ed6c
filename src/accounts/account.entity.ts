import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who may sign in, and in which committee the sign-in works. */
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
  passwordHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}
