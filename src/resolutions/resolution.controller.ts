import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { CreateResolutionDto, ResolutionDto, ResolutionQuery, UpdateResolutionDto } from './resolution.dto.js';
import { ResolutionService } from './resolution.service.js';

@Controller('resolutions')
@UseInterceptors(RequestFrame)
@Allow('resolution.read')
export class ResolutionController {
  constructor(private readonly resolutions: ResolutionService) {}

  @Get()
  async list(@Who() actor: Actor, @Query() query: ResolutionQuery): Promise<ResolutionDto[]> {
    return (await this.resolutions.list(actor, query)).map(ResolutionDto.from);
  }

  @Post()
  @Allow('resolution.change')
  async create(@Who() actor: Actor, @Body() dto: CreateResolutionDto): Promise<ResolutionDto> {
    return ResolutionDto.from(await this.resolutions.create(actor, dto));
  }

  @Get(':id')
  async get(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<ResolutionDto> {
    return ResolutionDto.from(await this.resolutions.get(actor, id));
  }

  @Patch(':id')
  @Allow('resolution.change')
  async update(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: UpdateResolutionDto,
  ): Promise<ResolutionDto> {
    return ResolutionDto.from(await this.resolutions.update(actor, id, dto));
  }

  @Delete(':id')
  @Allow('resolution.change')
  @HttpCode(204)
  remove(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.resolutions.remove(actor, id);
  }
}
