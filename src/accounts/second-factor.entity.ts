import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret that an account shares with the app on a phone that shows six digits. One an account. */
@Entity()
export class Totp {
  @PrimaryColumn('uuid')
  accountId: string;

  /** Sealed under `totp <account>`; base32 inside. */
  @Column('bytea')
  secret: Buffer;

  @Column('timestamptz')
  madeAt: Date;

  /** None until a first right code: before that it counts for nothing. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The half minute of the last accepted code, counted from 1970: no code of it, or of an older one, is taken again. */
  @Column('integer', { nullable: true })
  lastStep: number | null;
}

const wholeNumber = { to: (value: number): number => value, from: (text: string): number => Number(text) };

/** A key that a device keeps for this server (WebAuthn). */
@Entity()
export class Passkey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  /** As the device calls it; base64url. */
  @Column('text')
  credentialId: string;

  /** As its owner calls it. */
  @Column('text')
  name: string;

  /** COSE. */
  @Column('bytea')
  publicKey: Buffer;

  /** How often it was used, as the device counts; 0 for good where it does not count. */
  @Column('bigint', { transformer: wholeNumber })
  counter: number;

  @Column('text', { array: true })
  transports: string[];

  @Column('timestamptz')
  addedAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

export const challengePurposes = ['register', 'sign-in', 'second-factor', 'proof'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** What a device is asked to sign: for one purpose, once, within minutes. */
@Entity()
export class PasskeyChallenge {
  @PrimaryColumn('text')
  challenge: string;

  @Column('text')
  purpose: ChallengePurpose;

  /** The sign-in or the pending sign-in that asked for it; `-` where there is neither. */
  @Column('text')
  boundTo: string;

  @Column('timestamptz')
  expiresAt: Date;
}

/** A code on paper that replaces the second factor once. */
@Entity()
export class RecoveryCode {
  @PrimaryColumn('uuid')
  accountId: string;

  /** argon2id of the code. */
  @PrimaryColumn('bytea')
  hash: Buffer;

  /** The same for all codes of a set, so that one computation finds the code. */
  @Column('bytea')
  salt: Buffer;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

/** The password was right; the second factor is still to come. Gone with the sign-in that it becomes. */
@Entity()
export class PendingSignIn {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  accountId: string;

  @Column('uuid')
  committeeId: string;

  @Column('timestamptz')
  expiresAt: Date;
}
