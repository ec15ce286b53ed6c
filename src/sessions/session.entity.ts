import { Column, Entity, PrimaryColumn } from 'typeorm';

export const sessionKinds = ['study', 'cell-regular', 'cell-thematic', 'committee'] as const;
export type SessionKind = (typeof sessionKinds)[number];
export const sessionModes = ['direct', 'online', 'recording'] as const;
export type SessionMode = (typeof sessionModes)[number];
export const attendanceRules = ['any-sitting', 'every-sitting'] as const;
export type AttendanceRule = (typeof attendanceRules)[number];

/** What the office writes for its report, part by part. */
export type Narrative = Partial<Record<(typeof narrativeParts)[number], string>>;
export const narrativeParts = [
  'leadership',
  'content',
  'writeUps',
  'publicity',
  'actionPlan',
  'strengths',
  'shortcomings',
  'tasks',
  'makeUp',
] as const;

/** One convened undertaking: what is studied, on whose plan, how, and what counts as having come. */
@Entity()
export class Session {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: SessionKind;

  @Column('text')
  title: string;

  @Column('text')
  mode: SessionMode;

  @Column('text', { nullable: true })
  basisNumber: string | null;

  @Column('text', { nullable: true })
  basisIssuer: string | null;

  @Column('date', { nullable: true })
  basisIssuedOn: string | null;

  @Column('text', { nullable: true })
  basisName: string | null;

  /** Whether a member of a class with several sittings must come to any or to every one. */
  @Column('text')
  attendanceRule: AttendanceRule;

  /** Whether who leaves early still counts as present. */
  @Column('boolean')
  isLeftEarlyPresent: boolean;

  /** The office has seen the warning about the dates and stands by them. */
  @Column('boolean')
  areDatesConfirmed: boolean;

  @Column('jsonb')
  narrative: Narrative;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;
}
