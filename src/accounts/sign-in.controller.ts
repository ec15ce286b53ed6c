import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import { cookieName } from '../platform/access/access.guard.js';
import type { Actor } from '../platform/access/actor.js';
import { Environment } from '../platform/config/environment.js';
import { FirstRunDto, FirstRunStateDto } from './first-run.dto.js';
import { FirstRunService } from './first-run.service.js';
import { MeDto, SignInDto } from './sign-in.dto.js';
import { type Opened, SignInService, type Visitor } from './sign-in.service.js';

const visitorOf = ({ ip, id, headers }: FastifyRequest): Visitor => ({
  ...{ address: ip, requestId: id, agent: headers['user-agent'] ?? '' },
});

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly firstRun: FirstRunService,
    private readonly environment: Environment,
  ) {}

  @Get('first-run')
  @Allow('public')
  state(): Promise<FirstRunStateDto> {
    return this.firstRun.state();
  }

  /** Creates the committee and its first account, and signs that account in. */
  @Post('first-run')
  @Allow('public')
  async run(
    @Body() dto: FirstRunDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const visitor = visitorOf(request);
    const account = await this.firstRun.run(dto, visitor);
    return this.remember(reply, await this.signIns.issue(account, visitor), visitor);
  }

  @Post('sign-in')
  @Allow('public')
  @HttpCode(200)
  async open(
    @Body() dto: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const visitor = visitorOf(request);
    return this.remember(reply, await this.signIns.open(dto, visitor), visitor);
  }

  @Delete('sign-in')
  @Allow('own', { isForPrograms: true })
  @HttpCode(204)
  async end(@Who() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.end(actor);
    void reply.clearCookie(cookieName(this.environment.SECURE_COOKIES), { path: '/' });
  }

  @Get('me')
  @Allow('own', { isForPrograms: true })
  me(@Who() actor: Actor): MeDto {
    return MeDto.from(actor);
  }

  private async remember(reply: FastifyReply, { token, maxAgeSeconds }: Opened, visitor: Visitor): Promise<MeDto> {
    const secure = this.environment.SECURE_COOKIES;
    void reply.setCookie(cookieName(secure), token, {
      ...{ path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: maxAgeSeconds },
    });
    const holder = await this.signIns.holderOf(token, visitor);
    if (!holder) throw new Error('a sign-in was gone as soon as it was made');
    return MeDto.from(holder);
  }
}
