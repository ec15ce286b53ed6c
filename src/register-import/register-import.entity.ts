import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mistake, Reading, SheetSummary, Verdict } from './reading.types.js';

/** reading, checking, writing: a process works on it. mapping: a person is to say what the columns mean. */
export const importStates = [
  ...(['reading', 'mapping', 'checking', 'checked', 'writing', 'written', 'undone', 'stopped', 'refused'] as const),
] as const;
export type ImportState = (typeof importStates)[number];

/** A list that an office brought, on its way into the register. */
@Entity()
export class RegisterImport {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  fileName: string;

  @Column('bytea')
  sha256: Buffer;

  @Column('integer')
  size: number;

  @Column('text')
  state: ImportState;

  /** Why the file can't be read. */
  @Column('jsonb', { nullable: true })
  refusal: { code: string; sentence: string } | null;

  @Column('jsonb', { nullable: true })
  sheets: SheetSummary[] | null;

  /** What the list means: proposed, then confirmed. */
  @Column('jsonb', { nullable: true })
  reading: Reading | null;

  @Column('jsonb', { nullable: true })
  counts: Record<Verdict, number> | null;

  @Column('jsonb', { nullable: true })
  mistakes: Mistake[] | null;

  /** Rows of the work under way. */
  @Column('integer')
  done: number;

  @Column('integer', { nullable: true })
  total: number | null;

  /** The last sign of life of the process that works on it. */
  @Column('timestamptz')
  beatAt: Date;

  @Column('uuid')
  sentBy: string;

  @Column('timestamptz')
  sentAt: Date;

  @Column('timestamptz', { nullable: true })
  writtenAt: Date | null;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;
}

/** A piece of the file, sealed; gone when the list is written. */
@Entity()
export class ImportPart {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  importId: string;

  @PrimaryColumn('integer')
  part: number;

  @Column('bytea')
  sealed: Buffer;
}

/** A row of the file that was looked at; what it holds is a sealed `RowContent`. */
@Entity()
export class ImportRow {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  importId: string;

  /** Of the file, from 1. */
  @PrimaryColumn('integer')
  row: number;

  @Column('text')
  verdict: Verdict;

  /** Of a doubtful row: what a person said. */
  @Column('text', { nullable: true })
  decision: 'new' | 'match' | 'skip' | null;

  /** Whom the row means: found, chosen, or entered. */
  @Column('uuid', { nullable: true })
  memberId: string | null;

  @Column('boolean')
  isWritten: boolean;

  @Column('bytea')
  sealed: Buffer;
}

/** How a member stood before a row was written, sealed: for taking the whole list back. */
@Entity()
export class ImportBefore {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  importId: string;

  @PrimaryColumn('integer')
  row: number;

  @Column('bytea')
  sealed: Buffer;
}

/** What somebody of the office once said of a head, or of the name of a cell. */
@Entity()
export class ImportMemory {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('text')
  kind: 'head' | 'cell';

  /** Folded: small letters, no accents. */
  @PrimaryColumn('text')
  key: string;

  /** A field, or the id of a cell. */
  @Column('text')
  value: string;
}
