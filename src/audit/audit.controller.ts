import { Controller, Get, Param, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { Heavy } from '../platform/access/heavy-work.js';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import {
  TrailChoicesDto,
  TrailExportQuery,
  TrailFormatDto,
  TrailPageDto,
  TrailQuery,
  VerificationDto,
} from './audit.dto.js';
import { TrailExportService } from './trail-export.service.js';
import { TrailService } from './trail.service.js';
import { VerificationService } from './verification.service.js';

/** The audit trail of the committee in which the sign-in works. */
@Controller('audit')
@UseInterceptors(RequestFrame)
@Allow('audit.read')
export class AuditController {
  constructor(
    private readonly trail: TrailService,
    private readonly exports: TrailExportService,
    private readonly verification: VerificationService,
  ) {}

  @Get()
  page(@Who() actor: Actor, @Query() query: TrailQuery): Promise<TrailPageDto> {
    return this.trail.page(actor, query);
  }

  /** The actions and the people that stand in the trail, for filters. */
  @Get('choices')
  choices(@Who() actor: Actor): Promise<TrailChoicesDto> {
    return this.trail.choices(actor);
  }

  /** Walks the chain; the answer may be a minute old, and says from when it is. */
  @Get('verification')
  verify(@Who() actor: Actor): Promise<VerificationDto> {
    return this.verification.verify(actor);
  }

  /** A stretch of the trail as a file; `format` is xlsx or csv. */
  @Get('export/:format')
  @Allow('audit.export')
  @Heavy()
  async export(
    @Who() actor: Actor,
    @Param() { format }: TrailFormatDto,
    @Query() query: TrailExportQuery,
  ): Promise<StreamableFile> {
    const { bytes, mediaType, fileName } = await this.exports.export(actor, format, query);
    const disposition = `attachment; filename="${fileName}"`;
    return new StreamableFile(bytes, { type: mediaType, disposition, length: bytes.length });
  }
}
