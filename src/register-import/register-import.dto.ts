import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ImportField, importFields } from '../members/import/fields.js';
import { legacyEncodings } from '../members/import/legacy-encoding.js';
import { IsIsoDate, IsNullable, IsOmissible, IsQueryInt } from '../platform/http/rules.js';
import { type Need, type Verdict, verdicts } from './reading.types.js';
import { type ImportState, importStates } from './register-import.entity.js';
import type { RowField } from './row-content.js';

const fields = Object.keys(importFields) as ImportField[];
const encodings = ['none', ...legacyEncodings] as const;
type EncodingName = (typeof encodings)[number];
const needs: Need[] = ['head', 'name-column', 'encoding', 'cells', 'unsure-columns'];
const columnFindings = ['exact', 'synonym', 'guessed', 'remembered', 'by-hand'] as const;
const cellFindings = ['exact', 'code', 'similar', 'remembered', 'by-hand'] as const;
const rowFields: RowField[] = [
  ...(['fullName', 'birthDate', 'birthYear', 'sex', 'cardNumber', 'citizenNumber', 'phone', 'admittedOn'] as const),
  ...(['officialOn', 'cellId', 'cellKind', 'residenceCellId', 'exemption', 'awayFrom', 'office'] as const),
];

export class ImportListQuery {
  @IsQueryInt(1, 1_000_000)
  page = 1;

  @IsQueryInt(1, 100)
  pageSize = 20;
}

export class ImportRowQuery {
  /** All rows where it is not given. */
  @ApiProperty({ enum: verdicts, required: false })
  @IsOmissible()
  @IsIn(verdicts)
  verdict?: Verdict;

  @IsQueryInt(1, 1_000_000)
  page = 1;

  @IsQueryInt(1, 200)
  pageSize = 50;
}

export class ColumnChoiceDto {
  @IsInt()
  @Min(1)
  @Max(16_384)
  column: number;

  /** null: the column is not read. */
  @ApiProperty({ enum: fields, nullable: true, type: String })
  @IsNullable()
  @IsIn(fields)
  field: ImportField | null;
}

export class EncodingChoiceDto {
  /** The typeface; empty for texts without one. */
  @IsString()
  @MaxLength(200)
  font: string;

  @ApiProperty({ enum: encodings })
  @IsIn(encodings)
  encoding: EncodingName;
}

export class CellChoiceDto {
  @IsString()
  @MaxLength(2000)
  name: string;

  @IsNullable()
  @IsUUID()
  cellId: string | null;
}

/** What the person in front of the list says that it means. */
export class ReadingChoiceDto {
  @IsString()
  @MaxLength(200)
  sheet: string;

  /** Of the file, from 1. */
  @IsNullable()
  @IsInt()
  @Min(1)
  @Max(1_048_576)
  headRow: number | null;

  @ApiProperty({ enum: [1, 2] })
  @IsIn([1, 2])
  headDepth: 1 | 2;

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ColumnChoiceDto)
  columns: ColumnChoiceDto[];

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => EncodingChoiceDto)
  encodings: EncodingChoiceDto[];

  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => CellChoiceDto)
  cells: CellChoiceDto[];

  /** The cell of all, where the list names none. */
  @IsNullable()
  @IsUUID()
  cellForAll: string | null;

  /** The day from which what is entered holds. */
  @IsIsoDate()
  from: string;

  /** Only reads the file anew as it is said here, to be looked at; otherwise the check begins. */
  @IsBoolean()
  isDraft: boolean;
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

export class ImportCountsDto {
  new: number;
  changed: number;
  same: number;
  doubtful: number;
  wrong: number;
  'left-out': number;
}

export class ImportSummaryDto {
  id: string;
  fileName: string;

  @ApiProperty({ enum: importStates })
  state: ImportState;

  sentAt: Date;
  /** Whoever brought it. */
  sentBy: string;
  writtenAt: Date | null;
  undoneAt: Date | null;
  counts: ImportCountsDto | null;
}

export class ImportPageDto {
  total: number;
  page: number;
  pageSize: number;
  items: ImportSummaryDto[];
}

export class ImportRefusalDto {
  code: string;
  sentence: string;
}

export class ImportProgressDto {
  done: number;
  total: number | null;
}

export class ImportSheetDto {
  name: string;
  isHidden: boolean;
  rows: number;
  hasHead: boolean;
}

export class ImportColumnDto {
  column: number;
  /** `C` */
  letter: string;
  title: string;

  @ApiProperty({ enum: fields, nullable: true, type: String })
  field: ImportField | null;

  @ApiProperty({ enum: columnFindings, nullable: true, type: String })
  found: (typeof columnFindings)[number] | null;

  /** Some of its cells, numbers masked. */
  samples: string[];
}

export class EncodingSampleDto {
  before: string;
  after: string;
}

export class ImportEncodingDto extends EncodingChoiceDto {
  isSure: boolean;
  samples: EncodingSampleDto[];
}

export class ImportCellDto extends CellChoiceDto {
  rows: number;

  @ApiProperty({ enum: cellFindings, nullable: true, type: String })
  found: (typeof cellFindings)[number] | null;
}

export class ImportReadingDto {
  sheet: string;
  headRow: number | null;

  @ApiProperty({ enum: [1, 2] })
  headDepth: 1 | 2;

  columns: ImportColumnDto[];
  encodings: ImportEncodingDto[];
  cells: ImportCellDto[];
  cellForAll: string | null;
  from: string;
  /** Rows below the head. */
  dataRows: number;

  /** What a person has to say, or to confirm, before the check. */
  @ApiProperty({ enum: needs, isArray: true })
  needs: Need[];
}

export class ImportMistakeDto {
  sentence: string;

  @ApiProperty({ enum: fields, nullable: true, type: String })
  field: ImportField | null;

  rows: number;
  firstRow: number;
}

export class ToWriteDto {
  new: number;
  changed: number;
  /** Rows that would be left behind. */
  behind: number;
}

export class ImportDto extends ImportSummaryDto {
  refusal: ImportRefusalDto | null;
  progress: ImportProgressDto | null;
  sheets: ImportSheetDto[];
  reading: ImportReadingDto | null;
  toWrite: ToWriteDto | null;
  mistakes: ImportMistakeDto[];
}

export class RowDecisionDto {
  @ApiProperty({ enum: ['new', 'match', 'skip'] })
  kind: 'new' | 'match' | 'skip';

  memberId: string | null;
}

export class RowValueDto {
  @ApiProperty({ enum: fields })
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

  @ApiProperty({ enum: fields, nullable: true, type: String })
  field: ImportField | null;

  letter: string | null;
  sentence: string;
}

export class RowCandidateDto {
  memberId: string;
  fullName: string;
  birth: string | null;
  cellName: string | null;

  @ApiProperty({ enum: ['citizen-number', 'card', 'name-birth-cell', 'name-birth'] })
  by: 'citizen-number' | 'card' | 'name-birth-cell' | 'name-birth';

  /** What the row would change of this one. */
  changes: RowChangeDto[];
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

/** The form that brings a list. */
export class ListFormDto {
  @ApiProperty({ type: 'string', format: 'binary' })
  file: unknown;

  /** The sender's statement. */
  @ApiProperty({ enum: ['true'] })
  @Equals('true')
  isNotSecret: string;

  /** The same file was written before, and is meant again. */
  @ApiProperty({ enum: ['true'], required: false })
  again?: string;
}
