import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileKind } from './inspection/finding.ts';

/** A file as it came in. It is never changed; its bytes stand apart, in parts. */
@Entity()
export class StoredFile {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: FileKind;

  /** Bytes. */
  @Column('integer')
  size: number;

  @Column('bytea')
  sha256: Buffer;

  /** There was text in which a mark of secrecy could have been found; a scan has none. */
  @Column('boolean')
  isSearched: boolean;

  @Column('timestamptz')
  storedAt: Date;

  @Column('uuid')
  storedBy: string;
}

/** A megabyte of a file at most; `part` counts from 0. */
@Entity()
export class StoredFilePart {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  fileId: string;

  @PrimaryColumn('integer')
  part: number;

  @Column('bytea')
  bytes: Buffer;
}
