import type { CommitteeData, PersonData, ResolutionData, SessionData } from '../../src/reports/report-data.js';

/**
 * An invented ward, as plain data. Dates are ISO `yyyy-mm-dd`, hours `HH:mm`, instants ISO with the offset of Hà Nội;
 * texts are NFC. A period holds from its first day on, up to but without `to`; `to` null: it still holds.
 */
export interface DemoWard {
  seed: number;
  committee: DemoCommittee;
  /** In the order of the plan: Lớp 1, then Lớp 2. */
  cells: DemoCell[];
  groups: DemoCellGroup[];
  /** Cell by cell; within a cell in no particular order, as an office's own file is. */
  members: DemoMember[];
  resolution: DemoResolution;
  session: DemoSession;
  classes: DemoClass[];
  /** One for each summoned member and no other: who is exempt or away and did not come has none. */
  attendance: DemoAttendance[];
}

export interface DemoCommittee extends CommitteeData {
  /** First day of the ward's committee: Long Biên became a district on 01/01/2004. */
  foundedOn: string;
}

export type CellKind = 'residential' | 'police' | 'school';

export interface DemoCell {
  /** Stable key: `cb1`, `ca`, `mn-sai-dong`. */
  key: string;
  /** `Chi bộ 1`, `Chi bộ Công an`, `Chi bộ Trường THCS Sài Đồng` */
  name: string;
  kind: CellKind;
  /** Place in the plan, from 1. */
  order: number;
  foundedOn: string;
}

/** A named set of cells that is planned together; not a unit of the Party. */
export interface DemoCellGroup {
  key: string;
  name: string;
  cellKeys: string[];
}

export type Sex = 'male' | 'female';
export type CellOffice = 'Bí thư' | 'Phó Bí thư' | 'Chi ủy viên';
export type ExemptionKind =
  | 'old-age'
  | 'poor-health'
  | 'treatment'
  | 'abroad'
  | 'remote-work'
  | 'mobile-work'
  | 'maternity';

export interface ExemptionPeriod {
  kind: ExemptionKind;
  from: string;
  to: string | null;
}

export interface AwayPeriod {
  kind: 'temporary-away';
  from: string;
  to: string | null;
  /** The committee that the member is with meanwhile. */
  where: string;
}

export interface DemoMember {
  /** `m001` to `m930` */
  key: string;
  fullName: string;
  sex: Sex;
  /** Null where the file knows the year only, as with some of the old. */
  birthDate: string | null;
  birthYear: number;
  /** `27.041386`, opaque; null for the probationary, who have no card yet (domain facts §8). */
  cardNumber: string | null;
  admittedOn: string;
  /** Null: probationary. */
  officialOn: string | null;
  cellKey: string;
  /** First day in this cell, never before the cell was founded. */
  inCellSince: string;
  office: CellOffice | null;
  officeSince: string | null;
  /** Past ones too; they never overlap. */
  exemptions: ExemptionPeriod[];
  aways: AwayPeriod[];
}

export interface DemoResolution extends ResolutionData {
  level: 'provincial';
}

export interface DemoSession extends Omit<SessionData, 'id' | 'mode'> {
  mode: 'recording';
  /** The day that fits the plan (26/11/2020) and the article's own posting. */
  heldOn: string;
  /** The day that the article states by mistake: before the plan that it carries out. */
  articleDate: string;
  /** The day of the report and of the article. */
  reportedOn: string;
  attendanceRule: 'every-sitting';
  isLeftEarlyPresent: boolean;
  presenters: PersonData[];
  /** In protocol order. */
  delegates: PersonData[];
  /** In the article's order. Null: they are members and already counted in their cells; the others add up to 64. */
  guests: { category: string; count: number | null }[];
}

export interface DemoClass {
  number: number;
  /** `Lớp 1` */
  name: string;
  mode: 'recording';
  venue: string;
  /** Seats. */
  capacity: number;
  cellKeys: string[];
  sittings: { heldOn: string; startsAt: string; endsAt: string; topic: string | null }[];
  closedAt: string;
}

export type AbsenceReason = 'work' | 'illness' | 'treatment' | 'abroad' | 'family' | 'other';

export interface DemoAttendance {
  memberKey: string;
  outcome: 'present' | 'excused' | 'unexcused';
  /** For `excused` only. */
  reason: AbsenceReason | null;
  /** In which class the mark was made; another than that of the member's cell for those who studied elsewhere. */
  classNumber: number;
  /** All by hand: a typed name, a whole cell at once, or from the signed paper. */
  method: 'name' | 'cell' | 'paper';
  takenAt: string;
  /** When somebody who came left before the end, otherwise null. */
  leftAt: string | null;
}
