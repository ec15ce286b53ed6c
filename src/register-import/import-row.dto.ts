import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { ImportField } from '../members/import/fields.js';
import { IsNullable, IsOmissible, IsQueryInt } from '../platform/http/rules.js';
import { fieldNames } from './dto-names.js';
import { type Verdict, verdicts } from './reading.types.js';
import type { RowField } from './row-content.js';

const rowFields: RowField[] = [
  ...(['fullName', 'birthDate', 'birthYear', 'sex', 'cardNumber', 'citizenNumber', 'phone', 'admittedOn'] as const),
  ...(['officialOn', 'cellId', 'cellKind', 'residenceCellId', 'exemption', 'awayFrom', 'office'] as const),
];

export class ImportRowQuery {
  /** All rows where it is not given. */
  @ApiProperty({ enum: verdicts, required: false })
  @IsOmissible()
  @IsIn(verdicts)
  verdict?: Verdict;

  @IsQueryInt(1, 1_000_000)
  page: number = 1;

  @IsQueryInt(1, 200)
  pageSize: number = 50;
}

export class DecisionDto {
  @ApiProperty({ enum: ['new', 'match', 'skip'] })
  @IsIn(['new', 'match', 'skip'])
  kind: 'new' | 'match' | 'skip';

  /** For `match`: one of the candidates. */
  @IsNullable()
  @IsUUID()
  memberId?: string | null;
}

/** For all doubtful rows that nobody has decided and that resemble nobody in the register. */
export class DecisionsDto {
  @ApiProperty({ enum: ['new', 'skip'] })
  @IsIn(['new', 'skip'])
  kind: 'new' | 'skip';
}

export class RowDecisionDto {
  @ApiProperty({ enum: ['new', 'match', 'skip'] })
  kind: 'new' | 'match' | 'skip';

  memberId: string | null;
}

export class RowValueDto {
  @ApiProperty({ enum: fieldNames })
  field: ImportField;

  letter: string;
  /** As it stands in the list, numbers masked. */
  text: string;
}

export class RowChangeDto {
  @ApiProperty({ enum: rowFields })
  field: RowField;

  from: string | null;
  to: string;
}

export class RowNoteDto {
  /** `restored`: the value differs from what stands; `doubt`: somebody should look; `wrong`: it can't be taken. */
  @ApiProperty({ enum: ['restored', 'doubt', 'wrong'] })
  kind: 'restored' | 'doubt' | 'wrong';

  @ApiProperty({ enum: fieldNames, nullable: true, type: String })
  field: ImportField | null;

  letter: string | null;
  sentence: string;
}

export class RowCandidateDto {
  memberId: string;
  fullName: string;
  birth: string | null;
  cellName: string | null;

  /** `name`: the row or the register does not know the birth. */
  @ApiProperty({ enum: ['citizen-number', 'card', 'name-birth-cell', 'name-birth', 'name'] })
  by: 'citizen-number' | 'card' | 'name-birth-cell' | 'name-birth' | 'name';

  /** What the row would change of this one. */
  changes: RowChangeDto[];

  /** Why the row can't be written upon this one. */
  objection: string | null;
}

export class ImportRowDto {
  /** Of the file, from 1. */
  row: number;

  @ApiProperty({ enum: verdicts })
  verdict: Verdict;

  decision: RowDecisionDto | null;
  isWritten: boolean;
  name: string | null;
  values: RowValueDto[];
  changes: RowChangeDto[];
  notes: RowNoteDto[];
  candidates: RowCandidateDto[];
}

export class ImportRowPageDto {
  total: number;
  page: number;
  pageSize: number;
  items: ImportRowDto[];
}
