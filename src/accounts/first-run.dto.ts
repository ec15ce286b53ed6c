import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsIsoDate, IsText } from '../platform/http/rules.js';

export class FirstCommitteeDto {
  /** `Đảng bộ phường Sài Đồng` */
  @IsText(200)
  name: string;

  /** `Đảng ủy phường Sài Đồng` */
  @IsText(200)
  bodyName: string;

  @IsText(200)
  superiorName: string;

  @IsText(200)
  superiorBodyName: string;

  @IsText(100)
  place: string;

  @IsText(20)
  documentCode: string;

  @IsText(100)
  signingPower: string;

  @IsText(100)
  signerPost: string;

  @IsText(100)
  signerName: string;

  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  recipients: string[];

  @IsIsoDate()
  foundedOn: string;
}

export class FirstAccountDto {
  /** Small letters, digits, dot, hyphen. */
  @Matches(/^[a-z0-9][a-z0-9._-]{1,63}$/)
  loginName: string;

  @IsText(100)
  displayName: string;

  /** Its length and what may not be in it: `requireGoodPassword`. */
  @IsString()
  @MaxLength(1000)
  password: string;
}

export class FirstRunDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => FirstCommitteeDto)
  committee: FirstCommitteeDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => FirstAccountDto)
  account: FirstAccountDto;
}

export class FirstRunStateDto {
  isFirstRun: boolean;
  /** Whose system this is, `Đảng ủy phường Sài Đồng`; null where nobody, or more than one body, is here. */
  bodyName: string | null;
}
