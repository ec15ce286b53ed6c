import { ApiProperty } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';
import { PasskeyDto } from './passkey.dto.js';

/** Six digits; blanks between them are what people copy. */
export const typedCode = /^\s*\d{3}\s?\d{3}\s*$/;

export class TotpCodeDto {
  @Matches(typedCode)
  @MaxLength(20)
  code: string;
}

/** Shown once, while it is set up. */
export class NewTotpDto {
  /** For typing: `JBSW Y3DP …`. */
  secret: string;

  /** For the QR code: `otpauth://totp/…`. */
  uri: string;
}

export class SetTotpDto {
  addedAt: Date;
}

export class RecoveryStateDto {
  left: number;
  madeAt: Date;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: String, isArray: true })
  codes: string[];
}

/** After a first factor was added: the codes on paper that go with it, shown once; null where there are some already. */
export class FactorAddedDto {
  @ApiProperty({ type: String, isArray: true, nullable: true })
  recoveryCodes: string[] | null;
}

export class SecondFactorsDto {
  /** The codes of an app on a phone; null where they are not set up. */
  @ApiProperty({ type: SetTotpDto, nullable: true })
  totp: SetTotpDto | null;

  passkeys: PasskeyDto[];

  @ApiProperty({ type: RecoveryStateDto, nullable: true })
  recoveryCodes: RecoveryStateDto | null;
}
