import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { InvalidFieldError } from '../platform/errors/domain-error.js';
import type { exportFormats, TrailExportQuery } from './audit.dto.js';
import { TooManyEntriesError } from './audit.errors.js';
import { trailAsCsv, trailAsXlsx } from './trail-sheet.js';
import { TrailService } from './trail.service.js';

const mostEntries = 20_000;
const longestDays = 366;

export interface TrailFile {
  bytes: Buffer;
  mediaType: string;
  fileName: string;
}

const mediaTypes: Record<(typeof exportFormats)[number], string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Takes a stretch of the trail out of the system; the trail tells of that too. */
@Injectable()
export class TrailExportService {
  constructor(
    private readonly trail: TrailService,
    private readonly audit: AuditTrail,
  ) {}

  async export(actor: Actor, format: (typeof exportFormats)[number], query: TrailExportQuery): Promise<TrailFile> {
    requirePeriod(query);
    const found = await this.trail.read(actor, { ...query, limit: mostEntries + 1 });
    if (found.length > mostEntries) throw new TooManyEntriesError(mostEntries);
    const bytes = format === 'csv' ? trailAsCsv(found) : await trailAsXlsx(found, actor.displayName, new Date());
    const values = { ...query, format, count: found.length, sha256: hash('sha256', bytes) };
    const subject = { kind: 'committee', id: actor.committeeId };
    this.audit.record(actor, { action: 'audit.exported', subject, values });
    return { bytes, mediaType: mediaTypes[format], fileName: `nhat-ky-${query.from}-${query.until}.${format}` };
  }
}

function requirePeriod({ from, until }: TrailExportQuery): void {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (days < 0) throw new InvalidFieldError('until', 'Ngày cuối phải không trước ngày đầu.');
  if (days >= longestDays) throw new InvalidFieldError('until', 'Chỉ xuất được tối đa một năm mỗi lần.');
}
