import { Controller, Get, Param, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/actor.js';
import { RequestFrame } from '../../platform/access/request-frame.js';
import { Heavy } from '../../platform/access/heavy-work.js';
import { download } from '../report-file.js';
import { MemberListPaperQuery } from './member-list.dto.js';
import { MemberListPaperService } from './member-list.service.js';

@Controller('members/list')
@UseInterceptors(RequestFrame)
@Allow('paper.names')
@Heavy()
export class MemberListPaperController {
  constructor(private readonly papers: MemberListPaperService) {}

  /** Danh sách đảng viên of a filter, in the order of the list; `format` is pdf, docx or xlsx. */
  @Get(':format')
  async list(
    @Who() actor: Actor,
    @Param('format') format: string,
    @Query() query: MemberListPaperQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.list(actor, format, query));
  }
}
