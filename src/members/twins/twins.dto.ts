import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { IsQueryInt } from '../../platform/http/rules.js';

export const twinReasons = ['card', 'name-birth', 'name-year', 'near-name'] as const;
export const mergedFields = [
  ...(['fullName', 'birth', 'sex', 'cardNumber', 'admittedOn', 'officialOn', 'citizenNumber', 'phone'] as const),
] as const;
export type MergedField = (typeof mergedFields)[number];

export class TwinsQuery {
  @IsQueryInt(1, 10_000)
  page: number = 1;

  @IsQueryInt(1, 100)
  pageSize: number = 20;
}

export class TwinDto {
  id: string;
  fullName: string;
  birthDate: string | null;
  birthYear: number | null;
  cardNumber: string | null;
  /** Today; null where he takes part nowhere. */
  cellName: string | null;
}

export class TwinPairDto {
  one: TwinDto;
  other: TwinDto;

  /** The strongest of what makes them look like one. `near-name`: most groups of three letters of both names are the same, and both were born on the same day. */
  @ApiProperty({ enum: twinReasons })
  reason: (typeof twinReasons)[number];
}

export class TwinPageDto {
  total: number;
  page: number;
  pageSize: number;
  items: TwinPairDto[];
}

export class PairDto {
  @IsUUID()
  oneId: string;

  @IsUUID()
  otherId: string;
}

/** Two who look like one and are two, as somebody has said. */
export class DistinctionDto {
  oneId: string;
  oneName: string;
  otherId: string;
  otherName: string;
  saidAt: Date;
  saidBy: string;
}

export class MergeDto {
  /** Whose entry goes on. */
  @IsUUID()
  keptId: string;

  @IsUUID()
  droppedId: string;

  /** What is taken of the other entry although this one says something; what this one lacks is taken anyway. */
  @ApiProperty({ enum: mergedFields, isArray: true })
  @IsArray()
  @ArrayMaxSize(mergedFields.length)
  @ArrayUnique()
  @IsIn(mergedFields, { each: true })
  take: MergedField[];
}

export class MergeRecordDto {
  id: string;
  keptId: string;
  keptName: string;
  droppedId: string;
  droppedName: string;
  mergedAt: Date;
  mergedBy: string;
}
