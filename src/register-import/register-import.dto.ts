import { ApiProperty } from '@nestjs/swagger';
import type { ImportField } from '../members/import/fields.js';
import { IsQueryInt } from '../platform/http/rules.js';
import { fieldNames } from './dto-names.js';
import { CellChoiceDto, EncodingChoiceDto } from './reading-choice.dto.js';
import type { Need } from './reading.types.js';
import { type ImportState, importStates } from './register-import.entity.js';

const needs: Need[] = ['head', 'name-column', 'encoding', 'cells', 'unsure-columns'];
const columnFindings = ['exact', 'synonym', 'guessed', 'remembered', 'by-hand'] as const;
const cellFindings = ['exact', 'code', 'similar', 'remembered', 'by-hand'] as const;

export class ImportListQuery {
  @IsQueryInt(1, 1_000_000)
  page: number = 1;

  @IsQueryInt(1, 100)
  pageSize: number = 20;
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

  @ApiProperty({ enum: fieldNames, nullable: true, type: String })
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

  @ApiProperty({ enum: fieldNames, nullable: true, type: String })
  field: ImportField | null;

  rows: number;
  firstRow: number;
}

/** What goes into the register; of a written list, what went there, as long as its rows are kept. */
export class ToWriteDto {
  new: number;
  changed: number;
  /** Rows that are wrong or not decided: they stay behind. */
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
