import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import {
  ClosureDto,
  MarkConflictDto,
  MarkFeedDto,
  MarkFeedQuery,
  ReopenDto,
  RollDto,
  SeenMarkDto,
  SessionFiguresDto,
  SessionTallyDto,
  SessionTallyQuery,
} from './attendance.dto.js';
import { ConflictService } from './conflict.service.js';
import { ClosingService } from './closing.service.js';
import { MarkFeedService } from './mark-feed.service.js';
import { RollService } from './roll.service.js';
import { SummonsService } from './summons.service.js';

@Controller()
@UseInterceptors(RequestFrame)
@Allow('roll.read')
export class AttendanceController {
  constructor(
    private readonly summons: SummonsService,
    private readonly rolls: RollService,
    private readonly closing: ClosingService,
    private readonly conflicts: ConflictService,
    private readonly feeds: MarkFeedService,
  ) {}

  /** Makes the rolls of all open classes; again, to bring them up to date. */
  @Post('sessions/:id/summons')
  @Allow('session.change')
  @HttpCode(200)
  async summon(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<{ enrolled: number }> {
    return { enrolled: await this.summons.summon(actor, id) };
  }

  /** The one tally: whole session, class by class, cell by cell. */
  @Get('sessions/:id/figures')
  @Allow('figures.read')
  figures(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<SessionFiguresDto> {
    return this.rolls.figures(actor, id);
  }

  /** The latest sessions that have a roll, each with its figures; the latest first. */
  @Get('session-tallies')
  @Allow('figures.read')
  tallies(@Who() actor: Actor, @Query() { last }: SessionTallyQuery): Promise<SessionTallyDto[]> {
    return this.rolls.latest(actor, last);
  }

  @Get('classes/:id/roll')
  roll(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<RollDto> {
    return this.rolls.ofClass(actor, id);
  }

  /** Marks of a sitting, for those who take its roll together: all of them, then what has come in since. */
  @Get('sittings/:sittingId/marks')
  feed(
    @Who() actor: Actor,
    @Param('sittingId', idPipe) sittingId: string,
    @Query() { since }: MarkFeedQuery,
  ): Promise<MarkFeedDto> {
    return this.feeds.of(actor, sittingId, since);
  }

  /** Every mark of a person at a sitting, oldest first. */
  @Get('sittings/:sittingId/members/:memberId/marks')
  history(
    @Who() actor: Actor,
    @Param('sittingId', idPipe) sittingId: string,
    @Param('memberId', idPipe) memberId: string,
  ): Promise<SeenMarkDto[]> {
    return this.feeds.ofMember(actor, sittingId, memberId);
  }

  /** Freezes the roll. Answers all closings of the class, oldest first. */
  @Post('classes/:id/closing')
  @Allow('roll.close')
  close(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<ClosureDto[]> {
    return this.closing.close(actor, id);
  }

  @Post('classes/:id/reopening')
  @Allow('roll.close')
  reopen(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: ReopenDto): Promise<ClosureDto[]> {
    return this.closing.reopen(actor, id, dto.reason);
  }

  @Get('classes/:id/closures')
  @Allow('roll.close')
  closures(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<ClosureDto[]> {
    return this.closing.closures(actor, id);
  }

  /** Marks that wait for a person: their id was taken by another content. */
  @Get('sessions/:id/mark-conflicts')
  @Allow('roll.close')
  openConflicts(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<MarkConflictDto[]> {
    return this.conflicts.open(actor, id);
  }

  @Post('mark-conflicts/:id/settlement')
  @Allow('roll.close')
  @HttpCode(204)
  settle(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.conflicts.settle(actor, id);
  }
}
