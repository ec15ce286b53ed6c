import { Body, Controller, HttpCode, Post, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/access/access.decorator.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { AcceptedInvitationDto, AcceptInvitationDto, InvitationDto, LookUpInvitationDto } from './invitation.dto.js';
import { InvitationService } from './invitation.service.js';
import { SignInCookie } from './sign-in-cookie.js';
import { From, type Visitor } from './visitor.js';

/** For whoever holds a link; it travels in bodies only, so that no log ever holds it. */
@Controller('invitations')
@UseInterceptors(RequestFrame)
@Allow('public')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly cookie: SignInCookie,
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
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedInvitationDto> {
    const opened = await this.invitations.accept(dto, visitor);
    if (opened) this.cookie.put(reply, opened);
    return { isSignedIn: opened !== null };
  }
}
