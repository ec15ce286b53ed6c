import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link with which the owner of an account sets his password, once. The link itself is only where it was given to. */
@Entity()
export class Invitation {
  /** SHA-256 of what the link carries. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  id: string;

  @Column('uuid')
  committeeId: string;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** By another one, or because the account was disabled. */
  @Column('timestamptz', { nullable: true })
  replacedAt: Date | null;
}
