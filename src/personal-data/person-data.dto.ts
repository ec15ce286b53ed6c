import { MemberHistoryDto } from '../members/member-record.dto.js';
import type { RequestKind, RequestState } from './data-request.entity.js';

export class HeldCellDto {
  name: string;
  kind: 'official' | 'temporary-in' | 'residence';
  from: string;
  to: string | null;
}

export class HeldMarkDto {
  takenAt: Date;
  kind: 'present' | 'excused' | 'unexcused' | 'left-early' | 'withdrawn';
  reason: string | null;
  note: string | null;
}

/** What a roll says of the person, with the marks that were made of him. */
export class HeldRollDto {
  sessionTitle: string;
  heldOn: string | null;
  className: string;
  cellName: string;
  office: string | null;
  standing: 'official' | 'probationary';
  duty: 'summoned' | 'exempt' | 'away';
  /** As the class was closed; null while it is open. */
  attendance: 'present' | 'excused' | 'unexcused' | 'unmarked' | null;
  marks: HeldMarkDto[];
}

export class HeldRequestDto {
  kind: RequestKind;
  state: RequestState;
  receivedOn: string;
  detail: string | null;
  outcome: string | null;
}

/** Somebody looked at the person's data, or changed them. */
export class HeldUseDto {
  at: Date;
  action: string;
  by: string | null;
}

/** Everything that is held about a person. Citizen number and phone stay masked: who asks is shown them on the screen. */
/** What was recorded of him with its paper. */
export class HeldStepDto {
  on: string;
  kind: string;
  reason: string | null;
  paperNumber: string | null;
  paperOn: string | null;
}

export class PersonDataDto {
  takenOn: string;
  member: MemberHistoryDto;
  cells: HeldCellDto[];
  steps: HeldStepDto[];
  rolls: HeldRollDto[];
  requests: HeldRequestDto[];
  /** The latest thousand, oldest first. */
  uses: HeldUseDto[];
}
