import { IsIn } from 'class-validator';
import { MemberFilter } from '../../members/list/member-filter.dto.js';
import { IsOmissible } from '../../platform/http/rules.js';

export class MemberListPaperQuery extends MemberFilter {
  /** What the paper is wanted for, as the audit trail tells it; `download` where it is not given. */
  @IsOmissible()
  @IsIn(['download', 'print'])
  purpose?: 'download' | 'print';
}
