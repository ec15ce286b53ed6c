import { Controller, Get, Param, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { Heavy } from '../platform/access/heavy-work.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { AttendanceListQuery, ReportQuery } from './report.dto.js';
import { download } from './report-file.js';
import { ReportService } from './report.service.js';

/** The papers of a session, made from the one tally at the moment of asking. */
@Controller('sessions/:id/reports')
@UseInterceptors(RequestFrame)
@Allow('paper.figures')
@Heavy()
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  /** Báo cáo kết quả; `format` is pdf, docx or xlsx. */
  @Get('result-report/:format')
  async resultReport(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Param('format') format: string,
    @Query() query: ReportQuery,
  ): Promise<StreamableFile> {
    return download(await this.reports.resultReport(actor, id, format, query));
  }

  /** Danh sách điểm danh of a class or of one of its cells; `format` is pdf, docx or xlsx. */
  @Get('attendance-list/:format')
  @Allow('paper.names')
  async attendanceList(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Param('format') format: string,
    @Query() query: AttendanceListQuery,
  ): Promise<StreamableFile> {
    return download(await this.reports.attendanceList(actor, id, format, query));
  }

  /** Tin bài; `format` is docx or html. */
  @Get('news-item/:format')
  async newsItem(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Param('format') format: string,
    @Query() query: ReportQuery,
  ): Promise<StreamableFile> {
    return download(await this.reports.newsItem(actor, id, format, query));
  }
}
