import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsOmissible, IsText } from '../platform/http/rules.js';
import type { Committee } from './committee.entity.js';

/** How the committee's papers name it and are signed; what is left out stays as it was. */
export class UpdateCommitteeDto {
  @IsOmissible()
  @IsText(200)
  bodyName?: string;

  @IsOmissible()
  @IsText(200)
  superiorName?: string;

  @IsOmissible()
  @IsText(200)
  superiorBodyName?: string;

  @IsOmissible()
  @IsText(100)
  place?: string;

  @IsOmissible()
  @IsText(20)
  documentCode?: string;

  @IsOmissible()
  @IsText(100)
  signingPower?: string;

  @IsOmissible()
  @IsText(100)
  signerPost?: string;

  @IsOmissible()
  @IsText(100)
  signerName?: string;

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  recipients?: string[];

  @IsOmissible()
  @IsInt()
  @Min(0)
  @Max(86_400)
  undoSeconds?: number;

  /** Whether viewers of the superior committees see names, and not only figures. */
  @IsOmissible()
  @IsBoolean()
  showsNamesAbove?: boolean;

  /** Whether administrators and those who may export must have a second factor. */
  @IsOmissible()
  @IsBoolean()
  demandsSecondFactor?: boolean;
}

export class CommitteeDto {
  id: string;
  /** As it stands in the tree today. */
  name: string;
  bodyName: string;
  superiorName: string;
  superiorBodyName: string;
  place: string;
  documentCode: string;
  signingPower: string;
  signerPost: string;
  signerName: string;
  recipients: string[];
  undoSeconds: number;
  showsNamesAbove: boolean;
  demandsSecondFactor: boolean;

  static from(committee: Committee, name: string): CommitteeDto {
    return { ...committee, name };
  }
}
