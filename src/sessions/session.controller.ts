import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { ClassService } from './class.service.js';
import { CreateClassDto, SessionClassDto, UpdateClassDto } from './session-class.dto.js';
import { CoverageDto, CreateSessionDto, SessionDto, SessionSummaryDto, UpdateSessionDto } from './session.dto.js';
import { SessionService } from './session.service.js';

@Controller()
@UseInterceptors(RequestFrame)
@Allow('session.read')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly classes: ClassService,
  ) {}

  @Get('sessions')
  list(@Who() actor: Actor): Promise<SessionSummaryDto[]> {
    return this.sessions.list(actor);
  }

  @Post('sessions')
  @Allow('session.change')
  create(@Who() actor: Actor, @Body() dto: CreateSessionDto): Promise<SessionDto> {
    return this.sessions.create(actor, dto);
  }

  @Get('sessions/:id')
  get(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<SessionDto> {
    return this.sessions.get(actor, id);
  }

  @Patch('sessions/:id')
  @Allow('session.change')
  update(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: UpdateSessionDto): Promise<SessionDto> {
    return this.sessions.update(actor, id, dto);
  }

  @Delete('sessions/:id')
  @Allow('session.change')
  @HttpCode(204)
  remove(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.sessions.remove(actor, id);
  }

  /** Cells in no class and cells in several. */
  @Get('sessions/:id/coverage')
  @Allow('unit.read')
  coverage(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<CoverageDto> {
    return this.sessions.coverage(actor, id);
  }

  @Post('sessions/:id/classes')
  @Allow('session.change')
  async addClass(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: CreateClassDto,
  ): Promise<SessionClassDto> {
    await this.sessions.get(actor, id);
    return this.classes.create(actor, id, dto);
  }

  @Get('classes/:id')
  getClass(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<SessionClassDto> {
    return this.classes.get(actor, id);
  }

  @Patch('classes/:id')
  @Allow('session.change')
  updateClass(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: UpdateClassDto,
  ): Promise<SessionClassDto> {
    return this.classes.update(actor, id, dto);
  }

  @Delete('classes/:id')
  @Allow('session.change')
  @HttpCode(204)
  removeClass(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.classes.remove(actor, id);
  }
}
