import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/actor.js';
import { RequestFrame } from '../../platform/access/request-frame.js';
import { idPipe } from '../../platform/http/id.pipe.js';
import { SavedFilterDto, SaveFilterDto, UpdateSavedFilterDto } from './saved-filter.dto.js';
import { SavedFilterService } from './saved-filter.service.js';

@Controller('member-filters')
@UseInterceptors(RequestFrame)
@Allow('member.read')
export class SavedFilterController {
  constructor(private readonly filters: SavedFilterService) {}

  @Get()
  list(@Who() actor: Actor): Promise<SavedFilterDto[]> {
    return this.filters.list(actor);
  }

  @Post()
  save(@Who() actor: Actor, @Body() dto: SaveFilterDto): Promise<SavedFilterDto> {
    return this.filters.save(actor, dto);
  }

  @Patch(':id')
  change(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: UpdateSavedFilterDto,
  ): Promise<SavedFilterDto> {
    return this.filters.change(actor, id, dto);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.filters.remove(actor, id);
  }
}
