import { Body, Controller, Get, Put, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { DataRulesDto, RetentionDueDto } from './data-rules.dto.js';
import { DataRulesService } from './data-rules.service.js';
import { RetentionService } from './retention.service.js';

/** Periods of requests, holidays, and how long data are kept. */
@Controller()
@UseInterceptors(RequestFrame)
@Allow('request.manage')
export class DataRulesController {
  constructor(
    private readonly rules: DataRulesService,
    private readonly retention: RetentionService,
  ) {}

  @Get('data-rules')
  get(@Who() actor: Actor): Promise<DataRulesDto> {
    return this.rules.get(actor);
  }

  @Put('data-rules')
  @Allow('committee.change', { isFresh: true })
  change(@Who() actor: Actor, @Body() dto: DataRulesDto): Promise<DataRulesDto> {
    return this.rules.change(actor, dto);
  }

  /** What has had its time today. */
  @Get('retention')
  due(@Who() actor: Actor): Promise<RetentionDueDto[]> {
    return this.retention.due(actor);
  }
}
