import { IsIn, IsUUID } from 'class-validator';
import { IsIsoDate, IsNullable, IsOmissible, IsText } from '../platform/http/rules.js';
import {
  type RefusalGround,
  refusalGrounds,
  type RequestKind,
  requestKinds,
  type RequestState,
} from './data-request.entity.js';

export class CreateDataRequestDto {
  @IsUUID()
  memberId: string;

  @IsIn(requestKinds)
  kind: RequestKind;

  /** The day on which it came in; clocks run from it. */
  @IsIsoDate()
  receivedOn: string;

  /** In the words of who asks. */
  @IsNullable()
  @IsText(2000)
  detail?: string | null;
}

export class ExtendDataRequestDto {
  @IsText(500)
  reason: string;
}

export class CompleteDataRequestDto {
  /** What was done. */
  @IsText(2000)
  outcome: string;
}

export class RefuseDataRequestDto {
  @IsIn(refusalGrounds)
  ground: RefusalGround;

  @IsText(2000)
  explanation: string;
}

export class DataRequestQuery {
  /** Those that wait for something; all of them where it is not given. */
  @IsOmissible()
  @IsIn(['open', 'closed'])
  state?: 'open' | 'closed';

  @IsOmissible()
  @IsUUID()
  memberId?: string;
}

/** What the request allows next. */
export class DataRequestMayDto {
  acknowledge: boolean;
  extend: boolean;
  complete: boolean;
  erase: boolean;
  refuse: boolean;
}

export class DataRequestDto {
  id: string;
  memberId: string;
  memberName: string;
  kind: RequestKind;
  state: RequestState;
  detail: string | null;
  receivedOn: string;
  receivedBy: string;
  acknowledgeBy: string;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  /** By which it is done, with its extension. */
  dueOn: string;
  /** Before it was extended; the same where it was not. */
  firstDueOn: string;
  extendedAt: Date | null;
  extendedBy: string | null;
  extensionReason: string | null;
  closedAt: Date | null;
  closedBy: string | null;
  outcome: string | null;
  refusalGround: RefusalGround | null;
  /** Days of the calendar from today to `acknowledgeBy`; negative when late, null once it is acknowledged or closed. */
  daysToAcknowledge: number | null;
  /** The same to `dueOn`; null once it is closed. */
  daysLeft: number | null;
  may: DataRequestMayDto;
}
