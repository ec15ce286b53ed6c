import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/actor.js';
import { RequestFrame } from '../../platform/access/request-frame.js';
import { Heavy } from '../../platform/access/heavy-work.js';
import { idPipe } from '../../platform/http/id.pipe.js';
import { MemberMergeService } from './member-merge.service.js';
import { TwinFinder } from './twin-finder.service.js';
import { DistinctionDto, MergeDto, MergeRecordDto, PairDto, TwinPageDto, TwinsQuery } from './twins.dto.js';

/** Entries of the register that are one person: a matter of the whole committee, as lists that are brought are. */
@Controller('members/twins')
@UseInterceptors(RequestFrame)
@Allow('register.import')
export class TwinsController {
  constructor(
    private readonly finder: TwinFinder,
    private readonly merges: MemberMergeService,
  ) {}

  @Get()
  @Heavy()
  page(@Who() actor: Actor, @Query() query: TwinsQuery): Promise<TwinPageDto> {
    return this.finder.page(actor, query);
  }

  @Get('distinctions')
  distinctions(@Who() actor: Actor): Promise<DistinctionDto[]> {
    return this.finder.distinctions(actor);
  }

  @Post('distinctions')
  @HttpCode(204)
  distinguish(@Who() actor: Actor, @Body() pair: PairDto): Promise<void> {
    return this.finder.distinguish(actor, pair);
  }

  @Delete('distinctions/:oneId/:otherId')
  @HttpCode(204)
  undistinguish(
    @Who() actor: Actor,
    @Param('oneId', idPipe) oneId: string,
    @Param('otherId', idPipe) otherId: string,
  ): Promise<void> {
    return this.finder.undistinguish(actor, { oneId, otherId });
  }

  @Get('merges')
  list(@Who() actor: Actor): Promise<MergeRecordDto[]> {
    return this.merges.read(actor);
  }

  @Post('merges')
  @Allow('register.import', { isFresh: true })
  @HttpCode(200)
  merge(@Who() actor: Actor, @Body() dto: MergeDto): Promise<MergeRecordDto[]> {
    return this.merges.merge(actor, dto);
  }

  @Delete('merges/:id')
  @Allow('register.import', { isFresh: true })
  undo(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<MergeRecordDto[]> {
    return this.merges.undo(actor, id);
  }
}
