import { Body, Controller, Delete, Get, HttpCode, Post, Res, UseInterceptors } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Unrecorded } from '../platform/audit/unrecorded.js';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { FirstRunDto, FirstRunStateDto } from './first-run.dto.js';
import { FirstRunService } from './first-run.service.js';
import { PasskeyAnswerDto, PasskeyOptionsDto } from './passkey.dto.js';
import { ProofService } from './proof.service.js';
import { SignInCookie } from './sign-in-cookie.js';
import { MeDto, NextStepDto, PasskeyOptionsQueryDto, ProofDto, SecondFactorDto, SignInDto } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';
import { From, type Visitor } from './visitor.js';

@Controller()
@UseInterceptors(RequestFrame)
@ApiExtraModels(MeDto, NextStepDto)
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly proofs: ProofService,
    private readonly firstRun: FirstRunService,
    private readonly cookie: SignInCookie,
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
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const account = await this.firstRun.run(dto, visitor);
    return this.cookie.give(reply, await this.signIns.issue(account, visitor, ['first-run']), visitor);
  }

  /** By password. Where the account has a second factor, the answer says so and carries no cookie. */
  @Post('sign-in')
  @Allow('public')
  @HttpCode(200)
  @ApiOkResponse({ schema: { oneOf: [{ $ref: getSchemaPath(MeDto) }, { $ref: getSchemaPath(NextStepDto) }] } })
  async open(
    @Body() dto: SignInDto,
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto | NextStepDto> {
    const opened = await this.signIns.open(dto, visitor);
    if ('token' in opened) return this.cookie.give(reply, opened, visitor);
    return { next: 'second-factor', offered: opened.offered, token: opened.pendingToken };
  }

  @Post('sign-in/second-factor')
  @Allow('public')
  @HttpCode(200)
  async complete(
    @Body() dto: SecondFactorDto,
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    return this.cookie.give(reply, await this.signIns.complete(dto, visitor), visitor);
  }

  /** What the device is to sign, for a sign-in by passkey alone or for the second step of one that is pending. */
  @Post('sign-in/passkey-options')
  @Allow('public')
  @HttpCode(200)
  async passkeyOptions(
    @Body() { token }: PasskeyOptionsQueryDto,
    @From() visitor: Visitor,
  ): Promise<PasskeyOptionsDto> {
    return { options: await this.signIns.passkeyOptions(token, visitor) };
  }

  /** By a passkey alone, which stands for both factors. */
  @Post('sign-in/passkey')
  @Allow('public')
  @HttpCode(200)
  async openByPasskey(
    @Body() dto: PasskeyAnswerDto,
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    return this.cookie.give(reply, await this.signIns.openByPasskey(dto, visitor), visitor);
  }

  /** Proves anew who is signed in, so that sensitive steps are open for ten minutes; the cookie is exchanged. */
  @Post('sign-in/proof')
  @Allow('own', { isApart: true })
  @HttpCode(200)
  async prove(
    @Who() actor: Actor,
    @Body() dto: ProofDto,
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    return this.cookie.give(reply, await this.proofs.prove(actor, dto, visitor), visitor);
  }

  @Post('sign-in/proof/passkey-options')
  @Unrecorded('a challenge changes nothing of the account')
  @Allow('own')
  @HttpCode(200)
  async proofOptions(@Who() actor: Actor): Promise<PasskeyOptionsDto> {
    return { options: await this.proofs.passkeyOptions(actor) };
  }

  @Delete('sign-in')
  @Allow('own', { isForPrograms: true })
  @HttpCode(204)
  async end(@Who() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.end(actor);
    this.cookie.take(reply);
  }
}
