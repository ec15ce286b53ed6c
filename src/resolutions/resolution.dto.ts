import { IsIn } from 'class-validator';
import { IsIsoDate, IsNullable, IsOmissible, IsText } from '../platform/http/rules.js';
import { type Resolution, type ResolutionLevel, resolutionLevels } from './resolution.entity.js';

export class CreateResolutionDto {
  @IsNullable()
  @IsText(60)
  number?: string | null;

  @IsText(1000)
  title: string;

  @IsText(200)
  issuer: string;

  @IsIsoDate()
  issuedOn: string;

  @IsIn(resolutionLevels)
  level: ResolutionLevel;
}

export class UpdateResolutionDto {
  @IsNullable()
  @IsText(60)
  number?: string | null;

  @IsOmissible()
  @IsText(1000)
  title?: string;

  @IsOmissible()
  @IsText(200)
  issuer?: string;

  @IsOmissible()
  @IsIsoDate()
  issuedOn?: string;

  @IsOmissible()
  @IsIn(resolutionLevels)
  level?: ResolutionLevel;
}

export class ResolutionQuery {
  /** Part of number, title or issuer, with or without tone marks. */
  @IsOmissible()
  @IsText(100)
  search?: string;
}

export class ResolutionDto {
  id: string;
  number: string | null;
  title: string;
  issuer: string;
  issuedOn: string;
  level: ResolutionLevel;

  static from({ id, number, title, issuer, issuedOn, level }: Resolution): ResolutionDto {
    return { id, number, title, issuer, issuedOn, level };
  }
}
