import { IsString, MaxLength, MinLength } from 'class-validator';
import type { Holder } from '../platform/access/actor.js';
import { ApiProperty } from '@nestjs/swagger';
import { type Permission, permissions, type RoleName, roleNames } from '../platform/access/permissions.js';
import { permissionsOf } from '../platform/access/reach.js';

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

  static from(holder: Holder): MeDto {
    const { accountId, committeeId, loginName, displayName, signInKind, grants } = holder;
    const roles = grants.map(({ role, unitId }) => ({ role, unitId }));
    return { accountId, committeeId, loginName, displayName, signInKind, roles, may: permissionsOf(holder) };
  }
}
