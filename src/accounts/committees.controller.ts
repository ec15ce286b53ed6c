import { Body, Controller, Get, HttpCode, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { InvitationLinkDto } from './account.dto.js';
import {
  CommitteeBelowDto,
  FoundCommitteeDto,
  FoundedCommitteeDto,
  MoveToCommitteeDto,
  WorkplaceDto,
} from './founding.dto.js';
import { FoundingService } from './founding.service.js';
import { WorkplaceService } from './workplace.service.js';

/** Committees below one's own, and in which of them a sign-in works. */
@Controller()
@UseInterceptors(RequestFrame)
export class CommitteesController {
  constructor(
    private readonly founding: FoundingService,
    private readonly workplaces: WorkplaceService,
  ) {}

  @Get('committees')
  @Allow('account.manage')
  list(): Promise<CommitteeBelowDto[]> {
    return this.founding.list();
  }

  @Post('committees')
  @Allow('account.manage', { isFresh: true })
  found(@Who() actor: Actor, @Body() dto: FoundCommitteeDto): Promise<FoundedCommitteeDto> {
    return this.founding.found(actor, dto);
  }

  @Post('committees/:id/invitation')
  @Allow('account.manage', { isFresh: true })
  inviteAgain(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<InvitationLinkDto> {
    return this.founding.inviteAgain(actor, id);
  }

  @Get('me/committees')
  @Allow('own')
  mine(@Who() actor: Actor): Promise<WorkplaceDto[]> {
    return this.workplaces.list(actor);
  }

  /** This sign-in works there from the next request on. */
  @Put('me/committee')
  @Allow('own', { isApart: true })
  @HttpCode(204)
  move(@Who() actor: Actor, @Body() dto: MoveToCommitteeDto): Promise<void> {
    return this.workplaces.move(actor, dto.committeeId);
  }
}
