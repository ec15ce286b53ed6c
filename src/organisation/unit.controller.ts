import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { ChangeUnitDto, CreateUnitDto, DissolveUnitDto, UnitDto, UnitQuery } from './unit.dto.js';
import { UnitService } from './unit.service.js';

@Controller('units')
@Allow('unit.read')
export class UnitController {
  constructor(private readonly units: UnitService) {}

  @Get()
  async list(@Who() actor: Actor, @Query() query: UnitQuery): Promise<UnitDto[]> {
    return (await this.units.tree(actor, query.asOf)).map(UnitDto.from);
  }

  @Post()
  @Allow('unit.change')
  async found(@Who() actor: Actor, @Body() dto: CreateUnitDto): Promise<UnitDto> {
    return UnitDto.from(await this.units.found(actor, dto));
  }

  /** Every version, oldest first. */
  @Get(':id')
  async history(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<UnitDto[]> {
    return (await this.units.history(actor, id)).map(UnitDto.from);
  }

  @Post(':id/changes')
  @Allow('unit.change')
  async change(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: ChangeUnitDto): Promise<UnitDto> {
    return UnitDto.from(await this.units.change(actor, id, dto));
  }

  @Post(':id/dissolution')
  @Allow('unit.change')
  @HttpCode(204)
  dissolve(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: DissolveUnitDto): Promise<void> {
    return this.units.dissolve(actor, id, dto);
  }
}
