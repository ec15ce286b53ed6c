import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../platform/access/access.decorator.js';
import { Environment } from '../platform/config/environment.js';
import { AcceptedInvitationDto, AcceptInvitationDto, InvitationDto, LookUpInvitationDto } from './invitation.dto.js';
import { InvitationService } from './invitation.service.js';
import { setSignInCookie, visitorOf } from './cookie-reply.js';

/** For whoever holds a link; it travels in bodies only, so that no log ever holds it. */
@Controller('invitations')
@Allow('public')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly environment: Environment,
  ) {}

  @Post('look-up')
  @HttpCode(200)
  lookUp(@Body() dto: LookUpInvitationDto): Promise<InvitationDto> {
    return this.invitations.lookUp(dto.token);
  }

  @Post('acceptance')
  @HttpCode(200)
  async accept(
    @Body() dto: AcceptInvitationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedInvitationDto> {
    const opened = await this.invitations.accept(dto, visitorOf(request));
    if (opened) setSignInCookie(reply, this.environment.SECURE_COOKIES, opened);
    return { isSignedIn: opened !== null };
  }
}
