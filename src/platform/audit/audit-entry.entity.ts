import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link of a committee's chain; never changed, never removed. */
@Entity()
export class AuditEntry {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('integer')
  seq: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** None where nobody was signed in. */
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('uuid', { nullable: true })
  signInId: string | null;

  @Column('text')
  address: string;

  @Column('text')
  requestId: string;

  @Column('text')
  action: string;

  @Column('text')
  subjectKind: string;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  /** Of the values, by field. */
  @Column('jsonb')
  digests: Record<string, string>;

  @Column('bytea')
  previousHash: Buffer;

  @Column('bytea')
  hash: Buffer;
}

/** A value of an entry, as JSON text; it can be erased, its digest stays. */
@Entity()
export class AuditValue {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('integer')
  seq: number;

  @PrimaryColumn('text')
  field: string;

  @Column('bytea')
  salt: Buffer;

  @Column('text')
  value: string;
}

/** The end of a chain. */
@Entity()
export class AuditHead {
  @PrimaryColumn('uuid')
  committeeId: string;

  @Column('integer')
  seq: number;

  @Column('bytea')
  hash: Buffer;
}
