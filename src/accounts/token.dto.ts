import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { type Permission, permissions } from '../platform/access/permissions.js';
import { IsIsoDate, IsText } from '../platform/http/rules.js';

export class CreateTokenDto {
  /** What its owner calls it: `Bảng điện tử hội trường`. */
  @IsText(100)
  name: string;

  @ApiProperty({ enum: permissions, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(permissions.length)
  @ArrayUnique()
  @IsIn(permissions, { each: true })
  permissions: Permission[];

  /** The last day on which it works; a year from today at most. */
  @IsIsoDate()
  until: string;
}

export class TokenDto {
  id: string;
  name: string;

  @ApiProperty({ enum: permissions, isArray: true })
  permissions: Permission[];

  createdAt: Date;
  /** The last day on which it works. */
  until: string;
  /** To the nearest minutes; null where it was never used. */
  usedAt: Date | null;
}

/** Said once; what is kept of the token cannot be turned back into it. */
export class IssuedTokenDto extends TokenDto {
  /** For `Authorization: Bearer …`. */
  token: string;
}

export class TokenOwnerDto {
  id: string;
  displayName: string;
}

export class OwnedTokenDto extends TokenDto {
  account: TokenOwnerDto;
}
