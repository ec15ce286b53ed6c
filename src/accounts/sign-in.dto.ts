import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import type { Holder } from '../platform/access/actor.js';
import { type Permission, permissions, type RoleName, roleNames } from '../platform/access/permissions.js';
import { permissionsOf } from '../platform/access/reach.js';
import { IsOmissible, IsText } from '../platform/http/rules.js';
import { PasskeyAnswerDto } from './passkey.dto.js';
import { typedCode } from './second-factor.dto.js';
import { type SecondFactorWay, secondFactorWays } from './second-factor.service.js';

export class SignInDto {
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  loginName: string;

  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  password: string;
}

const token = /^[\w-]{20,200}$/;

/** The second step of a sign-in: its token, and one of the three. */
export class SecondFactorDto {
  @Matches(token)
  token: string;

  /** Of the app on the phone. */
  @IsOmissible()
  @Matches(typedCode)
  @MaxLength(20)
  code?: string;

  /** Of the paper. */
  @IsOmissible()
  @IsText(40)
  recoveryCode?: string;

  @IsOmissible()
  @ValidateNested()
  @Type(() => PasskeyAnswerDto)
  passkey?: PasskeyAnswerDto;
}

export class PasskeyOptionsQueryDto {
  /** Of a pending sign-in; without it the device offers any key that it has for this server. */
  @IsOmissible()
  @Matches(token)
  token?: string;
}

/** Who is signed in proves himself anew, in one of the three ways. */
export class ProofDto {
  @IsOmissible()
  @IsString()
  @MaxLength(1000)
  password?: string;

  /** Of the app on the phone. */
  @IsOmissible()
  @Matches(typedCode)
  @MaxLength(20)
  code?: string;

  @IsOmissible()
  @ValidateNested()
  @Type(() => PasskeyAnswerDto)
  passkey?: PasskeyAnswerDto;
}

/** The password was right, and one of `offered` is still to come; there is no cookie yet. */
export class NextStepDto {
  @ApiProperty({ enum: ['second-factor'] })
  next: 'second-factor';

  @ApiProperty({ enum: secondFactorWays, isArray: true })
  offered: SecondFactorWay[];

  /** For five minutes, and for the second step alone. */
  token: string;
}

export class MyRoleDto {
  @ApiProperty({ enum: roleNames })
  role: RoleName;

  unitId: string;
}

export class MeDto {
  accountId: string;
  committeeId: string;
  loginName: string;
  displayName: string;
  signInKind: 'browser' | 'token' | 'device';
  roles: MyRoleDto[];

  /** What the account may do somewhere in this committee: pages show that and nothing else. */
  @ApiProperty({ enum: permissions, isArray: true })
  may: Permission[];

  /** The committee demands a second factor of this account: before one is set up nothing else is allowed. */
  lacksSecondFactor: boolean;

  static from(holder: Holder): MeDto {
    const { accountId, committeeId, loginName, displayName, signInKind, grants, lacksSecondFactor } = holder;
    const roles = grants.map(({ role, unitId }) => ({ role, unitId }));
    const may = permissionsOf(holder);
    return { accountId, committeeId, loginName, displayName, signInKind, roles, may, lacksSecondFactor };
  }
}
