import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { SignInKind } from '../platform/access/actor.js';

export class ChangePasswordDto {
  @IsString()
  @MaxLength(1000)
  oldPassword: string;

  /** Its length and what may not be in it: `requireGoodPassword`. */
  @IsString()
  @MaxLength(1000)
  newPassword: string;
}

export class MySignInDto {
  id: string;

  @ApiProperty({ enum: ['browser', 'token', 'device'] })
  kind: SignInKind;

  /** What its owner calls a token or a device. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  /** `Chrome trên Windows`; null where the program does not say what it is. */
  @ApiProperty({ type: String, nullable: true })
  agent: string | null;

  address: string;
  createdAt: Date;
  /** To the nearest minutes. */
  seenAt: Date;
  /** The one that asks. */
  isThis: boolean;
}
