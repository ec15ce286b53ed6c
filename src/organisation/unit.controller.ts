import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { UnitChangeDto, UnitChangesQuery, UnitDaysDto } from './unit-change.dto.js';
import { UnitChangeService } from './unit-change.service.js';
import { UnitStoryService } from './unit-story.service.js';
import { ChangeUnitDto, CreateUnitDto, DissolveUnitDto, UnitDto, UnitQuery } from './unit.dto.js';
import { UnitService } from './unit.service.js';

@Controller('units')
@UseInterceptors(RequestFrame)
@Allow('unit.read')
export class UnitController {
  constructor(
    private readonly units: UnitService,
    private readonly changes: UnitChangeService,
    private readonly story: UnitStoryService,
  ) {}

  @Get()
  async list(@Who() actor: Actor, @Query() query: UnitQuery): Promise<UnitDto[]> {
    return (await this.units.tree(actor, query)).map(UnitDto.from);
  }

  @Post()
  @Allow('unit.change')
  async found(@Who() actor: Actor, @Body() dto: CreateUnitDto): Promise<UnitDto> {
    return UnitDto.from(await this.changes.found(actor, dto));
  }

  /** What happened to the tree, newest first: at most 500 changes, of those that take effect in the time asked for. */
  @Get('changes')
  changesOf(@Who() actor: Actor, @Query() query: UnitChangesQuery): Promise<UnitChangeDto[]> {
    return this.story.list(actor, query);
  }

  @Get('days')
  async days(@Who() actor: Actor): Promise<UnitDaysDto> {
    return { days: await this.story.days(actor) };
  }

  /** Every version, oldest first. */
  @Get(':id')
  async history(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<UnitDto[]> {
    return (await this.units.history(actor, id)).map(UnitDto.from);
  }

  /** What happened to one unit, newest first. */
  @Get(':id/changes')
  changesOfUnit(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<UnitChangeDto[]> {
    return this.story.list(actor, {}, id);
  }

  @Post(':id/changes')
  @Allow('unit.change')
  async change(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: ChangeUnitDto): Promise<UnitDto> {
    return UnitDto.from(await this.changes.change(actor, id, dto));
  }

  @Post(':id/dissolution')
  @Allow('unit.change')
  @HttpCode(204)
  dissolve(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: DissolveUnitDto): Promise<void> {
    return this.changes.dissolve(actor, id, dto);
  }
}
