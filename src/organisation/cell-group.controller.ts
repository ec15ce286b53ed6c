import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { CellGroupDto, SaveCellGroupDto } from './cell-group.dto.js';
import { CellGroupService } from './cell-group.service.js';

@Controller('cell-groups')
@UseInterceptors(RequestFrame)
@Allow('unit.read')
export class CellGroupController {
  constructor(private readonly groups: CellGroupService) {}

  @Get()
  list(@Who() actor: Actor): Promise<CellGroupDto[]> {
    return this.groups.list(actor);
  }

  @Post()
  @Allow('session.change')
  create(@Who() actor: Actor, @Body() dto: SaveCellGroupDto): Promise<CellGroupDto> {
    return this.groups.create(actor, dto);
  }

  @Put(':id')
  @Allow('session.change')
  replace(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: SaveCellGroupDto): Promise<CellGroupDto> {
    return this.groups.replace(actor, id, dto);
  }

  @Delete(':id')
  @Allow('session.change')
  @HttpCode(204)
  remove(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.groups.remove(actor, id);
  }
}
