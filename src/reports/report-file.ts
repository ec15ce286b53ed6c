import { StreamableFile } from '@nestjs/common';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type { PaperDocument } from './document/document.js';
import { profileFor } from './document/layout-profile.js';
import { type Format, renderers } from './document/renderers.js';

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
  const bytes = await renderers[format](paper, profileFor(day));
  return { bytes, mediaType: mediaTypes[format], fileName: `${name}.${format}` };
}

export const download = ({ bytes, mediaType, fileName }: ReportFile): StreamableFile =>
  new StreamableFile(bytes, {
    type: mediaType,
    disposition: `attachment; filename="${fileName}"`,
    length: bytes.length,
  });
