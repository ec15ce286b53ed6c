import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SignInKind } from '../platform/access/actor.js';

/** One sign-in of a browser, a program's token, or a device. The token itself is only where it was given to. */
@Entity()
export class SignIn {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  id: string;

  @Column('text')
  kind: SignInKind;

  @Column('uuid')
  accountId: string;

  /** The committee in which it works. */
  @Column('uuid')
  committeeId: string;

  /** What its owner calls a token or a device. */
  @Column('text', { nullable: true })
  name: string | null;

  /** What a token is limited to; null: all that the account may. */
  @Column('text', { array: true, nullable: true })
  permissions: string[] | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** The last proof of identity by password or passkey. */
  @Column('timestamptz')
  provedAt: Date;

  /** Kept to the nearest minutes. */
  @Column('timestamptz')
  seenAt: Date;

  @Column('text')
  address: string;

  /** As the browser describes itself. */
  @Column('text')
  agent: string;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** When its token was last tried after its end. */
  @Column('timestamptz', { nullable: true })
  refusedAt: Date | null;
}
