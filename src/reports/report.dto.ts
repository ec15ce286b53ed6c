import { IsUUID } from 'class-validator';
import { IsIsoDate, IsOmissible } from '../platform/http/rules.js';

export class ReportQuery {
  /** Day of the paper: its month is printed, and the layout in force on it is used. Today where it is not given. */
  @IsOmissible()
  @IsIsoDate()
  reportedOn?: string;
}

export class AttendanceListQuery extends ReportQuery {
  @IsUUID()
  classId: string;

  /** One cell of the class alone. */
  @IsOmissible()
  @IsUUID()
  cellId?: string;
}
