import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { type BodyConfig, FOUR_MEGABYTES } from '../platform/http/json-body.js';
import { idPipe } from '../platform/http/id.pipe.js';
import {
  CellStrengthQuery,
  CreateMemberDto,
  CreateMembersDto,
  LookUpDto,
  RevealDto,
  UpdateMemberDto,
} from './member.dto.js';
import { MemberListService } from './list/member-list.service.js';
import { MemberQuery } from './list/member-filter.dto.js';
import { CellStrengthDto, MemberHistoryDto, MemberPageDto, RevealedDto } from './member-record.dto.js';
import { MemberSecretService } from './member-secret.service.js';
import { MemberService } from './member.service.js';

@Controller('members')
@UseInterceptors(RequestFrame)
@Allow('member.read')
export class MemberController {
  constructor(
    private readonly members: MemberService,
    private readonly list: MemberListService,
    private readonly secrets: MemberSecretService,
  ) {}

  @Get()
  page(@Who() actor: Actor, @Query() query: MemberQuery): Promise<MemberPageDto> {
    return this.list.page(actor, query);
  }

  @Post()
  @Allow('member.change')
  enter(@Who() actor: Actor, @Body() dto: CreateMemberDto): Promise<MemberHistoryDto> {
    return this.members.enterOne(actor, dto);
  }

  /** By a whole citizen number or phone. A body and no query: addresses are logged. */
  @Post('look-up')
  @HttpCode(200)
  lookUp(@Who() actor: Actor, @Body() { number }: LookUpDto): Promise<MemberPageDto> {
    return this.list.lookUp(actor, number);
  }

  /** How many belong to each cell; cells without members are left out. */
  @Get('by-cell')
  @Allow('figures.read')
  strengths(@Who() actor: Actor, @Query() { asOf }: CellStrengthQuery): Promise<CellStrengthDto[]> {
    return this.list.strengths(actor, asOf);
  }

  /** Up to 1000 members, all or none; answers their ids in order. */
  @Post('batch')
  @RouteConfig({ bodyLimit: FOUR_MEGABYTES } satisfies BodyConfig)
  @Allow('member.change')
  async enterMany(@Who() actor: Actor, @Body() dto: CreateMembersDto): Promise<{ ids: string[] }> {
    return { ids: await this.members.enter(actor, dto.members, (index) => `members[${index}].`) };
  }

  @Get(':id')
  read(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<MemberHistoryDto> {
    return this.members.read(actor, id);
  }

  /** One number of one member, with a reason; stands in the audit trail. */
  @Post(':id/reveal')
  @Allow('member.reveal', { isFresh: true })
  @HttpCode(200)
  reveal(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: RevealDto): Promise<RevealedDto> {
    return this.secrets.reveal(actor, id, dto);
  }

  @Patch(':id')
  @Allow('member.change')
  update(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: UpdateMemberDto,
  ): Promise<MemberHistoryDto> {
    return this.members.update(actor, id, dto);
  }
}
