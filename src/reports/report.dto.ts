import { IsIn, IsUUID } from 'class-validator';
import { IsIsoDate, IsOmissible } from '../platform/http/rules.js';

export const purposes = ['view', 'download', 'print'] as const;
export type Purpose = (typeof purposes)[number];

export class ReportQuery {
  /** Day of the paper: its month is printed, and the layout in force on it is used. Today where it is not given. */
  @IsOmissible()
  @IsIsoDate()
  reportedOn?: string;

  /** What the paper is wanted for, as the audit trail tells it; `download` where it is not given. */
  @IsOmissible()
  @IsIn(purposes)
  purpose?: Purpose;
}

export class AttendanceListQuery extends ReportQuery {
  @IsUUID()
  classId: string;

  /** One cell of the class alone. */
  @IsOmissible()
  @IsUUID()
  cellId?: string;
}
