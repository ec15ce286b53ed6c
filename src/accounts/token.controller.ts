import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { CreateTokenDto, IssuedTokenDto, OwnedTokenDto, TokenDto } from './token.dto.js';
import { TokenService } from './token.service.js';

@Controller()
@UseInterceptors(RequestFrame)
export class TokenController {
  constructor(private readonly tokens: TokenService) {}

  @Get('me/tokens')
  @Allow('own')
  list(@Who() actor: Actor): Promise<TokenDto[]> {
    return this.tokens.list(actor);
  }

  @Post('me/tokens')
  @Allow('own', { isFresh: true })
  issue(@Who() actor: Actor, @Body() dto: CreateTokenDto): Promise<IssuedTokenDto> {
    return this.tokens.issue(actor, dto);
  }

  @Delete('me/tokens/:id')
  @Allow('own', { isFresh: true })
  @HttpCode(204)
  endOwn(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.tokens.endOwn(actor, id);
  }

  @Get('tokens')
  @Allow('account.manage')
  listAll(@Who() actor: Actor): Promise<OwnedTokenDto[]> {
    return this.tokens.listAll(actor);
  }

  @Delete('tokens/:id')
  @Allow('account.manage', { isFresh: true })
  @HttpCode(204)
  endAny(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.tokens.endAny(actor, id);
  }
}
