import { IsString, MaxLength, MinLength } from 'class-validator';
import type { Actor } from '../platform/access/actor.js';

export class SignInDto {
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  loginName: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;
}

export class MeDto {
  accountId: string;
  committeeId: string;
  loginName: string;
  displayName: string;

  static from({ accountId, committeeId, loginName, displayName }: Actor): MeDto {
    return { accountId, committeeId, loginName, displayName };
  }
}
