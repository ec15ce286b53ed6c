import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sign-in. The token itself is only in the visitor's cookie. */
@Entity()
export class SignIn {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
