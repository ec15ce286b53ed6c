import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import { SIGN_IN_COOKIE } from '../platform/access/access.guard.js';
import type { Actor } from '../platform/access/actor.js';
import { Environment } from '../platform/config/environment.js';
import { FirstRunDto, FirstRunStateDto } from './first-run.dto.js';
import { FirstRunService } from './first-run.service.js';
import { MeDto, SignInDto } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

type Opened = Awaited<ReturnType<SignInService['open']>>;

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
  async run(@Body() dto: FirstRunDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    return this.remember(reply, await this.signIns.issue(await this.firstRun.run(dto)));
  }

  @Post('sign-in')
  @Allow('public')
  @HttpCode(200)
  async open(
    @Body() dto: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    return this.remember(reply, await this.signIns.open(dto, request.ip));
  }

  @Delete('sign-in')
  @Allow('signed-in')
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.end(request.cookies[SIGN_IN_COOKIE] ?? '');
    void reply.clearCookie(SIGN_IN_COOKIE, { path: '/' });
  }

  @Get('me')
  @Allow('signed-in')
  me(@Who() actor: Actor): MeDto {
    return MeDto.from(actor);
  }

  private remember(reply: FastifyReply, { token, maxAgeSeconds, actor }: Opened): MeDto {
    const secure = this.environment.SECURE_COOKIES;
    void reply.setCookie(SIGN_IN_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      maxAge: maxAgeSeconds,
    });
    return MeDto.from(actor);
  }
}
