import { Body, Controller, Delete, Get, HttpCode, Param, Put, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { ChangePasswordDto, MySignInDto } from './me.dto.js';
import { MeService } from './me.service.js';
import { SignInCookie } from './sign-in-cookie.js';
import { MeDto } from './sign-in.dto.js';
import { From, type Visitor } from './visitor.js';

@Controller('me')
@UseInterceptors(RequestFrame)
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly cookie: SignInCookie,
  ) {}

  @Get()
  @Allow('own', { isForPrograms: true })
  get(@Who() actor: Actor): MeDto {
    return MeDto.from(actor);
  }

  /** Ends the account's other browsers; the cookie is exchanged. */
  @Put('password')
  @Allow('own', { isFresh: true, isApart: true })
  async changePassword(
    @Who() actor: Actor,
    @Body() dto: ChangePasswordDto,
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    return this.cookie.give(reply, await this.me.changePassword(actor, dto, visitor), visitor);
  }

  @Get('sign-ins')
  @Allow('own')
  listSignIns(@Who() actor: Actor): Promise<MySignInDto[]> {
    return this.me.listSignIns(actor);
  }

  @Delete('sign-ins/:id')
  @Allow('own')
  @HttpCode(204)
  endSignIn(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.me.endSignIn(actor, id);
  }

  /** All but the one that asks. */
  @Delete('sign-ins')
  @Allow('own')
  @HttpCode(204)
  endOtherSignIns(@Who() actor: Actor): Promise<void> {
    return this.me.endOtherSignIns(actor);
  }
}
