import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MarkKind, MarkMethod, MarkReason } from './mark.js';
import type { Attendance, Duty, Standing, Tally, Through } from './tally.types.js';

/** One person summoned to a session, as he stood in the register on that day. */
@Entity()
export class RollEntry {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('uuid')
  memberId: string;

  @Column('uuid')
  classId: string;

  @Column('uuid')
  cellId: string;

  @Column('text')
  cellName: string;

  @Column('text', { nullable: true })
  groupName: string | null;

  /** Order of the cell in its class, and of the person in his cell. */
  @Column('integer')
  cellPosition: number;

  @Column('integer')
  position: number;

  @Column('text')
  fullName: string;

  @Column('text')
  givenName: string;

  @Column('integer', { nullable: true })
  birthYear: number | null;

  @Column('text', { nullable: true })
  office: string | null;

  @Column('text')
  standing: Standing;

  @Column('text')
  duty: Duty;
}

/** One recorded fact about one person at one sitting; rows are only ever added. */
@Entity()
export class Mark {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  sittingId: string;

  /** Made by the device that took the mark. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  kind: MarkKind;

  @Column('text', { nullable: true })
  reason: MarkReason | null;

  @Column('uuid', { nullable: true })
  withdraws: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  method: MarkMethod;

  @Column('text', { nullable: true })
  device: string | null;

  @Column('timestamptz')
  takenAt: Date;

  @Column('uuid')
  takenBy: string;

  @Column('timestamptz')
  receivedAt: Date;
}

/** A mark that came with an id that another content had taken already; it waits for a person. */
@Entity()
export class MarkConflict {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sittingId: string;

  @Column('uuid')
  markId: string;

  @Column('jsonb')
  offered: object;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('uuid', { nullable: true })
  settledBy: string | null;
}

/** A class's figures as they were closed; a correction is another revision. */
@Entity()
export class ClassClosure {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  classId: string;

  @PrimaryColumn('integer')
  revision: number;

  @Column('uuid')
  sessionId: string;

  @Column('jsonb')
  tally: Tally;

  @Column('timestamptz')
  closedAt: Date;

  @Column('uuid')
  closedBy: string;

  @Column('timestamptz', { nullable: true })
  reopenedAt: Date | null;

  @Column('uuid', { nullable: true })
  reopenedBy: string | null;

  @Column('text', { nullable: true })
  reopenReason: string | null;
}

/** A person of a class as the closing found him: a row of the frozen roll. */
@Entity()
export class ClosureEntry {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  classId: string;

  @PrimaryColumn('integer')
  revision: number;

  @PrimaryColumn('uuid')
  memberId: string;

  /** Counts from 1, in the order of the roll. */
  @Column('integer')
  place: number;

  @Column('uuid')
  cellId: string;

  @Column('text')
  cellName: string;

  @Column('text', { nullable: true })
  groupName: string | null;

  @Column('text')
  fullName: string;

  @Column('text')
  givenName: string;

  @Column('integer', { nullable: true })
  birthYear: number | null;

  @Column('text', { nullable: true })
  office: string | null;

  @Column('text')
  standing: Standing;

  @Column('text')
  duty: Duty;

  @Column('text')
  attendance: Attendance;

  @Column('text', { nullable: true })
  through: Through | null;

  @Column('boolean')
  leftEarly: boolean;
  /** Of the digest of who this is (roll-digest.ts); gone with the name when that was erased. */
  @Column('bytea', { nullable: true })
  nameSalt: Buffer | null;

  @Column('bytea', { nullable: true })
  nameDigest: Buffer | null;
}
