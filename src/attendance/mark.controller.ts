import { Body, Controller, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { type BodyConfig, FOUR_MEGABYTES } from '../platform/http/json-body.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { MarkBatchDto, MarkDto, MarkResultDto, RollCallDto } from './attendance.dto.js';
import { MarkService } from './mark.service.js';

/** What doors ask hundreds of times a second: all of it is apart, so it goes without the frame of other requests. */
@Controller()
export class MarkController {
  constructor(
    private readonly database: Database,
    private readonly marks: MarkService,
  ) {}

  /** One mark under the device's own id: 201 when it is saved, 200 when it was there already. */
  @Put('sittings/:sittingId/marks/:id')
  @Allow('roll.mark', { isApart: true })
  async mark(
    @Who() actor: Actor,
    @Param('sittingId', idPipe) sittingId: string,
    @Param('id', idPipe) id: string,
    @Body() dto: MarkDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MarkResultDto> {
    const { scope } = actor;
    const status = await this.database.withScope(scope, () => this.marks.mark(actor, sittingId, id, dto));
    void reply.status(status === 'saved' ? 201 : 200);
    return { id, status };
  }

  /** What a device gathered without a network; each mark is answered by itself. */
  @Post('sittings/:sittingId/marks')
  @RouteConfig({ bodyLimit: FOUR_MEGABYTES } satisfies BodyConfig)
  @Allow('roll.mark', { isApart: true })
  @HttpCode(200)
  markMany(
    @Who() actor: Actor,
    @Param('sittingId', idPipe) sittingId: string,
    @Body() dto: MarkBatchDto,
  ): Promise<MarkResultDto[]> {
    return this.database.withScope(actor.scope, () => this.marks.markMany(actor, sittingId, dto.marks));
  }

  /** "All present except these", for one cell. */
  @Post('sittings/:sittingId/cells/:cellId/roll-call')
  @Allow('roll.mark', { isApart: true })
  @HttpCode(200)
  callRoll(
    @Who() actor: Actor,
    @Param('sittingId', idPipe) sittingId: string,
    @Param('cellId', idPipe) cellId: string,
    @Body() dto: RollCallDto,
  ): Promise<MarkResultDto[]> {
    return this.database.withScope(actor.scope, () => this.marks.callRoll(actor, sittingId, cellId, dto));
  }
}
