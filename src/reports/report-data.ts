import type { Attendance, Duty, Standing, Tally } from '../attendance/tally.types.js';

/** Everything that the three reports say of a study session. All dates are ISO `yyyy-mm-dd`, hours `HH:mm`. */
export interface SessionReportData {
  committee: CommitteeData;
  session: SessionData;
  resolutions: ResolutionData[];
  presenters: PersonData[];
  /** In protocol order. */
  delegates: PersonData[];
  /** In the order of the plan; count null where the office has not counted. */
  guests: { category: string; count: number | null }[];
  classes: ClassData[];
  tally: Tally;
  /** The day of the report: the office's own date, never the machine's hour. */
  reportedOn: string;
  createdAt: Date;
  author?: string;
}

export interface CommitteeData {
  /** `Đảng bộ phường Sài Đồng` */
  name: string;
  /** `Đảng ủy phường Sài Đồng` */
  bodyName: string;
  /** `Đảng bộ quận Long Biên` */
  superiorName: string;
  /** `Quận ủy Long Biên` */
  superiorBodyName: string;
  /** `Sài Đồng` */
  place: string;
  /** `ĐU` */
  documentCode: string;
  /** `T/M ĐẢNG ỦY` */
  signingPower: string;
  /** `BÍ THƯ` */
  signerPost: string;
  signerName: string;
  recipients: string[];
}

export interface SessionData {
  id: string;
  title: string;
  mode: 'direct' | 'online' | 'recording' | 'make-up';
  basis: { number: string; issuer: string; issuedOn: string; name: string } | null;
  /** Free sentences that the office writes for its report; empty strings are left out of the paper. */
  narrative: SessionNarrative;
}

export interface SessionNarrative {
  /** I- what was issued and assigned. */
  leadership: string;
  /** What was taught; the news item prints it whole, paragraphs separated by "\n". */
  content: string;
  writeUps: string;
  publicity: string;
  actionPlan: string;
  strengths: string;
  shortcomings: string;
  tasks: string;
  makeUp: string;
}

export interface ResolutionData {
  number: string | null;
  /** `Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025` */
  title: string;
  issuer: string;
  issuedOn: string;
}

export interface PersonData {
  name: string;
  /** `Bí thư Đảng ủy phường` */
  office: string;
}

export interface ClassData {
  id: string;
  number: number;
  /** `Lớp 1` */
  name: string;
  mode: 'direct' | 'online' | 'recording' | 'make-up';
  venue: string;
  sittings: { heldOn: string; startsAt: string; endsAt: string | null; topic: string | null }[];
  /** Null while the class is open; then figures are a draft's. */
  closedAt: string | null;
  /** Revision of the frozen roll; 0 while open. */
  revision: number;
  tally: Tally;
  /** In the order of the plan; `group` where the cell came as part of a named group (`khối các Trường học`). */
  cells: CellData[];
}

export interface CellData {
  id: string;
  /** `Chi bộ 16`, `Chi bộ Công an` */
  name: string;
  group: string | null;
  tally: Tally;
  /** Sorted by given name as DESIGN §5 says. */
  members: MemberData[];
}

export interface MemberData {
  id: string;
  fullName: string;
  birthYear: number | null;
  office: string | null;
  standing: Standing;
  duty: Duty;
  attendance: Attendance;
  leftEarly: boolean;
}
