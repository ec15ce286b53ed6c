import { Body, Controller, Get, Patch, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { CommitteeDto, UpdateCommitteeDto } from './committee.dto.js';
import { CommitteeService } from './committee.service.js';

/** The committee in which the sign-in works. */
@Controller('committee')
@UseInterceptors(RequestFrame)
@Allow('committee.read')
export class CommitteeController {
  constructor(private readonly committees: CommitteeService) {}

  @Get()
  get(@Who() actor: Actor): Promise<CommitteeDto> {
    return this.committees.get(actor);
  }

  /** Whose name papers bear, and who above may read names: settled in person. */
  @Patch()
  @Allow('committee.change', { isFresh: true })
  update(@Who() actor: Actor, @Body() dto: UpdateCommitteeDto): Promise<CommitteeDto> {
    return this.committees.update(actor, dto);
  }
}
