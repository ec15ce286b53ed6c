import { StreamableFile } from '@nestjs/common';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type { PaperDocument } from './document/document.js';
import { profileFor } from './document/layout-profile.js';
import { renderDocx } from './document/render-docx.js';
import { renderHtml } from './document/render-html.js';
import { renderPdf } from './document/render-pdf.js';
import { renderXlsx } from './document/render-xlsx.js';

export type Format = 'pdf' | 'docx' | 'xlsx' | 'html';

/** A file as it is sent. */
export interface ReportFile {
  bytes: Buffer;
  mediaType: string;
  /** ASCII, so that every browser and every disk can hold it. */
  fileName: string;
}

const mediaTypes: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
};

/** @throws NotFoundError where the format is none of those offered */
export function oneOf(format: string, offered: Format[]): Format {
  const chosen = offered.find((one) => one === format);
  if (!chosen) throw new NotFoundError(`dạng tệp này; có ${offered.join(', ')}`);
  return chosen;
}

/** One document tree in the format that was asked for, in the layout in force on `day`. */
export async function render(paper: PaperDocument, format: Format, day: string, name: string): Promise<ReportFile> {
  const profile = profileFor(day);
  const makers: Record<Format, () => Promise<Buffer> | Buffer> = {
    pdf: () => renderPdf(paper, profile),
    docx: () => renderDocx(paper, profile),
    xlsx: () => renderXlsx(paper, profile),
    html: () => Buffer.from(renderHtml(paper), 'utf8'),
  };
  return { bytes: await makers[format](), mediaType: mediaTypes[format], fileName: `${name}.${format}` };
}

export const download = ({ bytes, mediaType, fileName }: ReportFile): StreamableFile =>
  new StreamableFile(bytes, {
    type: mediaType,
    disposition: `attachment; filename="${fileName}"`,
    length: bytes.length,
  });
