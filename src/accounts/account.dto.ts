import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { type RoleName, roleNames } from '../platform/access/permissions.js';
import { IsIsoDate, IsNullable, IsOmissible, IsText } from '../platform/http/rules.js';

/** A role to be given. */
export class GrantRoleDto {
  @ApiProperty({ enum: roleNames })
  @IsIn(roleNames)
  role: RoleName;

  /** The committee itself where it is not given. */
  @IsNullable()
  @IsUUID()
  unitId?: string | null;

  @IsOmissible()
  @IsBoolean()
  mayExport?: boolean;

  /** For a steward: whose doors he keeps. */
  @IsNullable()
  @IsUUID()
  sessionId?: string | null;

  /** Of the session; all of its classes where it is not given. */
  @IsNullable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  classIds?: string[] | null;

  /** The first day; today where it is not given. */
  @IsNullable()
  @IsIsoDate()
  from?: string | null;

  /** The last day; without end where it is not given. */
  @IsNullable()
  @IsIsoDate()
  until?: string | null;
}

export class InviteAccountDto {
  /** Small letters, digits, dot, hyphen. */
  @Matches(/^[a-z0-9][a-z0-9._-]{1,63}$/)
  loginName: string;

  @IsText(100)
  displayName: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => GrantRoleDto)
  roles: GrantRoleDto[];
}

export class RenameAccountDto {
  @IsText(100)
  displayName: string;
}

export class ClassNameDto {
  id: string;
  name: string;
}

export class RoleDto {
  id: string;

  @ApiProperty({ enum: roleNames })
  role: RoleName;

  unitId: string;
  unitName: string;
  /** The unit is the committee itself. */
  isWhole: boolean;
  mayExport: boolean;
  sessionId: string | null;
  sessionTitle: string | null;
  /** null: all classes of the session. */
  classes: ClassNameDto[] | null;
  from: string;
  /** The last day. */
  until: string | null;
}

export class WaitingInvitationDto {
  expiresAt: Date;
  isExpired: boolean;
}

export class AccountDto {
  id: string;
  loginName: string;
  displayName: string;
  isDisabled: boolean;
  /** False until the first invitation is accepted. */
  hasPassword: boolean;
  /** An app on a phone, or a passkey. */
  hasSecondFactor: boolean;
  invitation: WaitingInvitationDto | null;
  createdAt: Date;
  /** To the nearest minutes; null where nobody has signed in yet. */
  seenAt: Date | null;
  /** What holds today or later. */
  roles: RoleDto[];
}

/** Said once; what is kept of the link cannot be turned back into it. */
export class InvitationLinkDto {
  /** `/invitation#<token>` */
  token: string;
  expiresAt: Date;
}

export class InvitedAccountDto {
  account: AccountDto;
  invitation: InvitationLinkDto;
}
