import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import { Unrecorded } from '../platform/audit/unrecorded.js';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { requireBrowser } from './browser-only.js';
import { NewPasskeyDto, PasskeyOptionsDto, RenamePasskeyDto } from './passkey.dto.js';
import { PasskeyService } from './passkey.service.js';
import { FactorAddedDto, NewTotpDto, RecoveryCodesDto, SecondFactorsDto, TotpCodeDto } from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';

/** One's own second factors: at a browser, and what adds or takes away is for who has just proved himself. */
@Controller('me')
@UseInterceptors(RequestFrame)
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly passkeys: PasskeyService,
  ) {}

  @Get('second-factors')
  @Allow('own')
  overview(@Who() { accountId }: Actor): Promise<SecondFactorsDto> {
    return this.factors.overview(accountId);
  }

  /** A secret for the app on the phone; it counts from the first right code on. */
  @Post('totp')
  @Unrecorded('a secret counts for nothing until a first code confirms it')
  @Allow('own', { isFresh: true })
  beginTotp(@Who() actor: Actor): Promise<NewTotpDto> {
    requireBrowser(actor);
    return this.factors.beginTotp(actor);
  }

  @Post('totp/confirmation')
  @Allow('own', { isFresh: true })
  @HttpCode(200)
  confirmTotp(@Who() actor: Actor, @Body() { code }: TotpCodeDto): Promise<FactorAddedDto> {
    requireBrowser(actor);
    return this.factors.confirmTotp(actor, code);
  }

  @Delete('totp')
  @Allow('own', { isFresh: true })
  @HttpCode(204)
  removeTotp(@Who() actor: Actor): Promise<void> {
    requireBrowser(actor);
    return this.factors.removeTotp(actor);
  }

  @Post('passkeys/options')
  @Unrecorded('a challenge changes nothing of the account')
  @Allow('own', { isFresh: true })
  @HttpCode(200)
  async passkeyOptions(@Who() actor: Actor): Promise<PasskeyOptionsDto> {
    requireBrowser(actor);
    return { options: await this.passkeys.optionsToRegister(actor) };
  }

  @Post('passkeys')
  @Allow('own', { isFresh: true, isApart: true })
  addPasskey(@Who() actor: Actor, @Body() dto: NewPasskeyDto): Promise<FactorAddedDto> {
    requireBrowser(actor);
    return this.factors.addPasskey(actor, dto);
  }

  @Patch('passkeys/:id')
  @Allow('own')
  @HttpCode(204)
  renamePasskey(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() { name }: RenamePasskeyDto,
  ): Promise<void> {
    requireBrowser(actor);
    return this.factors.renamePasskey(actor, id, name);
  }

  @Delete('passkeys/:id')
  @Allow('own', { isFresh: true })
  @HttpCode(204)
  removePasskey(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    requireBrowser(actor);
    return this.factors.removePasskey(actor, id);
  }

  /** A new set of codes on paper; the old ones are worth nothing any more. */
  @Post('recovery-codes')
  @Allow('own', { isFresh: true })
  async renewRecoveryCodes(@Who() actor: Actor): Promise<RecoveryCodesDto> {
    requireBrowser(actor);
    return { codes: await this.factors.renewRecoveryCodes(actor) };
  }
}
