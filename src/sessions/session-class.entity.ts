import { Column, Entity, PrimaryColumn } from 'typeorm';

export const classModes = ['direct', 'online', 'recording', 'make-up'] as const;
export type ClassMode = (typeof classModes)[number];

/** A part of a session for its own people. */
@Entity()
export class SessionClass {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('integer')
  number: number;

  @Column('text')
  name: string;

  @Column('text')
  mode: ClassMode;

  @Column('text')
  venue: string;

  @Column('integer', { nullable: true })
  capacity: number | null;

  @Column('timestamptz', { nullable: true })
  summonedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

/** A cell that studies in a class. */
@Entity()
export class ClassCell {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  classId: string;

  @PrimaryColumn('uuid')
  cellId: string;

  @Column('integer')
  position: number;
}

/** One stretch of time of a class; the roll is called at each. */
@Entity()
export class Sitting {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('uuid')
  classId: string;

  @Column('date')
  heldOn: string;

  @Column('time', { precision: 0 })
  startsAt: string;

  @Column('time', { precision: 0, nullable: true })
  endsAt: string | null;

  @Column('text', { nullable: true })
  topic: string | null;
}
