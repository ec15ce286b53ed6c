import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Environment } from '../platform/config/environment.js';
import { attendanceListShape, buildAttendanceList } from './attendance-list/attendance-list.js';
import { buildNewsItem, newsItemShape } from './news-item/news-item.js';
import type { AttendanceListQuery, Purpose, ReportQuery } from './report.dto.js';
import { ReportDataService } from './report-data.service.js';
import { oneOf, render, type ReportFile } from './report-file.js';
import { buildResultReport, buildResultTable, resultReportShape } from './result-report/result-report.js';
import { loadWording, wordingFolder } from './wording/load-wording.js';
import type { Wording, WordingShape } from './wording/wording.js';

const actions: Record<Purpose, string> = {
  view: 'paper.viewed',
  download: 'paper.downloaded',
  print: 'paper.printed',
};

/** Makes papers: data → wording → one document tree → the format that was asked for. */
@Injectable()
export class ReportService {
  constructor(
    private readonly data: ReportDataService,
    private readonly environment: Environment,
    private readonly audit: AuditTrail,
  ) {}

  async resultReport(actor: Actor, sessionId: string, format: string, query: ReportQuery): Promise<ReportFile> {
    const chosen = oneOf(format, ['pdf', 'docx', 'xlsx']);
    const wording = await this.wording('result-report', resultReportShape);
    const data = await this.data.ofSession(actor, sessionId, query.reportedOn);
    const paper = chosen === 'xlsx' ? buildResultTable(data, wording) : buildResultReport(data, wording);
    const file = await render(paper, chosen, data.reportedOn, 'bao-cao-ket-qua');
    return this.handOut(actor, sessionId, 'result-report', query, file);
  }

  async attendanceList(
    actor: Actor,
    sessionId: string,
    format: string,
    query: AttendanceListQuery,
  ): Promise<ReportFile> {
    const chosen = oneOf(format, ['pdf', 'docx', 'xlsx']);
    const wording = await this.wording('attendance-list', attendanceListShape);
    const data = await this.data.ofSession(actor, sessionId, query.reportedOn);
    const number = data.classes.find(({ id }) => id === query.classId)?.number ?? 0;
    const name = `danh-sach-lop-${number}${query.cellId ? '-chi-bo' : ''}`;
    const paper = buildAttendanceList(data, query, chosen === 'xlsx' ? 'sheet' : 'paper', wording);
    const file = await render(paper, chosen, data.reportedOn, name);
    return this.handOut(actor, sessionId, 'attendance-list', query, file);
  }

  async newsItem(actor: Actor, sessionId: string, format: string, query: ReportQuery): Promise<ReportFile> {
    const chosen = oneOf(format, ['docx', 'html']);
    const wording = await this.wording('news-item', newsItemShape);
    const data = await this.data.ofSession(actor, sessionId, query.reportedOn);
    const file = await render(buildNewsItem(data, wording), chosen, data.reportedOn, 'tin-bai');
    return this.handOut(actor, sessionId, 'news-item', query, file);
  }

  /** Every paper that leaves is told of, with the digest of its bytes: a copy that turns up somewhere can be found in the trail. */
  private async handOut(
    actor: Actor,
    sessionId: string,
    paper: string,
    { purpose = 'download', ...asked }: ReportQuery,
    file: ReportFile,
  ): Promise<ReportFile> {
    const values = { paper, ...asked, file: file.fileName, sha256: hash('sha256', file.bytes) };
    const event = { action: actions[purpose], subject: { kind: 'session', id: sessionId }, values };
    // A page that shows a paper asks for it again and again; each file and each print is one.
    if (purpose === 'view') await this.audit.recordReading(actor, event);
    else this.audit.record(actor, event);
    return file;
  }

  private wording(report: string, shape: WordingShape): Promise<Wording> {
    return loadWording(wordingFolder(this.environment.REPORTS_DIR), report, shape);
  }
}
