import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import {
  AccountDto,
  GrantRoleDto,
  InvitationLinkDto,
  InvitedAccountDto,
  InviteAccountDto,
  RenameAccountDto,
} from './account.dto.js';
import { AccountAdministrationService } from './account-administration.service.js';
import { RoleService } from './role.service.js';

@Controller()
@UseInterceptors(RequestFrame)
export class AccountController {
  constructor(
    private readonly accounts: AccountAdministrationService,
    private readonly roles: RoleService,
  ) {}

  @Get('accounts')
  @Allow('account.manage')
  list(@Who() actor: Actor): Promise<AccountDto[]> {
    return this.accounts.list(actor);
  }

  @Get('accounts/:id')
  @Allow('account.manage')
  one(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<AccountDto> {
    return this.accounts.one(actor, id);
  }

  @Post('accounts')
  @Allow('account.manage', { isFresh: true })
  invite(@Who() actor: Actor, @Body() dto: InviteAccountDto): Promise<InvitedAccountDto> {
    return this.accounts.invite(actor, dto);
  }

  /** The name that others read; the name to sign in with stays. */
  @Patch('accounts/:id')
  @Allow('account.manage', { isFresh: true })
  rename(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: RenameAccountDto): Promise<AccountDto> {
    return this.accounts.rename(actor, id, dto);
  }

  @Post('accounts/:id/invitation')
  @Allow('account.manage', { isFresh: true })
  inviteAgain(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<InvitationLinkDto> {
    return this.accounts.inviteAgain(actor, id);
  }

  @Post('accounts/:id/disablement')
  @Allow('account.manage', { isFresh: true })
  disable(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<AccountDto> {
    return this.accounts.disable(actor, id);
  }

  @Delete('accounts/:id/disablement')
  @Allow('account.manage', { isFresh: true })
  enable(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<AccountDto> {
    return this.accounts.enable(actor, id);
  }

  /** @returns the account with all its roles */
  @Post('accounts/:id/roles')
  @Allow('account.manage', { isFresh: true })
  async grant(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: GrantRoleDto): Promise<AccountDto> {
    await this.accounts.one(actor, id);
    await this.roles.give(actor, id, dto);
    return this.accounts.one(actor, id);
  }

  @Delete('roles/:id')
  @Allow('account.manage', { isFresh: true })
  @HttpCode(204)
  end(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.roles.end(actor, id);
  }
}
