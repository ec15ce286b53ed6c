import type { PaperDocument } from './document.js';
import type { LayoutProfile } from './layout-profile.types.js';
import { renderHtml } from './render-html.js';

export type Format = 'pdf' | 'docx' | 'xlsx' | 'html';

type Renderer = (paper: PaperDocument, profile: LayoutProfile) => Promise<Buffer>;

/**
 * A paper in each of its formats. Their libraries come with the first paper of a kind: together they are a quarter of what
 * a server would hold that never prints.
 */
export const renderers: Record<Format, Renderer> = {
  pdf: async (paper, profile) => (await import('./render-pdf.js')).renderPdf(paper, profile),
  docx: async (paper, profile) => (await import('./render-docx.js')).renderDocx(paper, profile),
  xlsx: async (paper, profile) => (await import('./render-xlsx.js')).renderXlsx(paper, profile),
  html: async (paper) => Buffer.from(renderHtml(paper), 'utf8'),
};
