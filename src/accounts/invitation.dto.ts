import { IsString, Matches } from 'class-validator';

const token = /^[\w-]{43}$/;

export class LookUpInvitationDto {
  /** What stands behind the `#` of the link. */
  @Matches(token)
  token: string;
}

export class AcceptInvitationDto extends LookUpInvitationDto {
  @IsString()
  password: string;
}

export class InvitationDto {
  loginName: string;
  displayName: string;
  /** Whose system it is: `Đảng ủy phường Sài Đồng`. */
  bodyName: string;
  /** The account has a password already, and gets a new one. */
  isReset: boolean;
  expiresAt: Date;
}

export class AcceptedInvitationDto {
  /** False after a reset: the owner signs in with the new password and all else that his account asks for. */
  isSignedIn: boolean;
}
