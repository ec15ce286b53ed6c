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
import type { ImportField } from '../members/import/fields.js';
import { IsIsoDate, IsNullable } from '../platform/http/rules.js';
import { type EncodingName, encodingNames, fieldNames } from './dto-names.js';

export class ColumnChoiceDto {
  @IsInt()
  @Min(1)
  @Max(16_384)
  column: number;

  /** null: the column is not read. */
  @ApiProperty({ enum: fieldNames, nullable: true, type: String })
  @IsNullable()
  @IsIn(fieldNames)
  field: ImportField | null;
}

export class EncodingChoiceDto {
  /** The typeface; empty for texts without one. */
  @IsString()
  @MaxLength(200)
  font: string;

  @ApiProperty({ enum: encodingNames })
  @IsIn(encodingNames)
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

export class WriteDto {
  /** `all`: only if no row stays behind; `good`: the rows that are right, or decided. */
  @ApiProperty({ enum: ['all', 'good'] })
  @IsIn(['all', 'good'])
  which: 'all' | 'good';
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
