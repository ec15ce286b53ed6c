import { Type } from 'class-transformer';
import { IsDefined, IsUUID, Matches, ValidateNested } from 'class-validator';
import { IsText } from '../platform/http/rules.js';
import { InvitationLinkDto } from './account.dto.js';
import { FirstCommitteeDto } from './first-run.dto.js';

export class FirstAdministratorDto {
  /** Small letters, digits, dot, hyphen. */
  @Matches(/^[a-z0-9][a-z0-9._-]{1,63}$/)
  loginName: string;

  @IsText(100)
  displayName: string;
}

export class FoundCommitteeDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => FirstCommitteeDto)
  committee: FirstCommitteeDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => FirstAdministratorDto)
  administrator: FirstAdministratorDto;
}

export class FoundedCommitteeDto {
  id: string;
  invitation: InvitationLinkDto;
}

export class CommitteeBelowDto {
  id: string;
  name: string;
  bodyName: string;
  foundedOn: string;
  /** Nobody there has accepted an invitation yet. */
  isWaiting: boolean;
}

export class WorkplaceDto {
  id: string;
  name: string;
  bodyName: string;
  /** It looks after the account. */
  isHome: boolean;
  /** This sign-in works there now. */
  isCurrent: boolean;
}

export class MoveToCommitteeDto {
  @IsUUID()
  committeeId: string;
}
