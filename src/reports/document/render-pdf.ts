import PDFDocument from 'pdfkit';
import type { Block, PaperDocument, Section } from './document.js';
import { gapsOf } from './gaps.js';
import type { LayoutProfile } from './layout-profile.types.js';
import { toPoints } from './layout-profile.js';
import {
  drawText,
  fullWidth,
  layCaption,
  layHeading,
  layParagraph,
  laySignature,
  layTitle,
  setText,
} from './pdf/text-blocks.js';
import { textAreaOf, type Canvas } from './pdf/canvas.js';
import { bindTwoLinesBefore, paginate, type FlowItem } from './pdf/flow.js';
import { layLetterhead } from './pdf/letterhead.js';
import { layTable } from './pdf/table.js';
import { ASCENT, DESCENT, measureWith, registerFaces } from './typeface.js';

/**
 * The document as PDF, Tinos embedded, laid out to the profile's millimetres. The same document gives the same bytes.
 * Throws a TableShapeError for a table wider than the text, an ItemTooHighError for a part higher than a page.
 */
export async function renderPdf(doc: PaperDocument, profile: LayoutProfile): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    lang: 'vi',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: doc.title,
      Subject: doc.report,
      ...(doc.author === undefined ? {} : { Author: doc.author }),
      CreationDate: doc.createdAt,
      ModDate: doc.createdAt,
    },
  });
  const bytes = collect(pdf);
  registerFaces(pdf);
  const measure = measureWith(pdf);
  let pageNumber = 0;
  for (const section of doc.sections) {
    const page = profile.page[section.orientation];
    const canvas: Canvas = { pdf, measure, area: textAreaOf(page) };
    for (const placements of paginate(flowOf(canvas, section, profile), canvas.area.height)) {
      pdf.addPage({ size: [toPoints(page.width), toPoints(page.height)], margin: 0 });
      pageNumber += 1;
      drawPageNumber(canvas, pageNumber, profile);
      for (const { top, draw } of placements) draw(top);
    }
  }
  pdf.end();
  return bytes;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function flowOf(canvas: Canvas, section: Section, profile: LayoutProfile): FlowItem[] {
  const items: FlowItem[] = [];
  let gap = 0;
  for (const block of section.blocks) {
    const laid = lay(canvas, block, profile);
    const [first] = laid;
    if (!first) continue;
    const { before, after } = gapsOf(block, profile);
    first.spaceBefore = gap + before;
    items.push(...laid);
    if (block.type === 'signature') bindTwoLinesBefore(items, items.length - 1);
    gap = after;
  }
  return items;
}

function lay(canvas: Canvas, block: Block, profile: LayoutProfile): FlowItem[] {
  switch (block.type) {
    case 'letterhead':
      return layLetterhead(canvas, block, profile);
    case 'title':
      return layTitle(canvas, block, profile);
    case 'heading':
      return layHeading(canvas, block, profile);
    case 'paragraph':
      return layParagraph(canvas, block, profile);
    case 'caption':
      return layCaption(canvas, block, profile);
    case 'table':
      return layTable(canvas, block, profile);
    case 'signature':
      return laySignature(canvas, block, profile);
  }
}

/** Bare, centred over the text, its box at the profile's distance from the paper's edge. */
function drawPageNumber(canvas: Canvas, pageNumber: number, { pageNumber: layout }: LayoutProfile): void {
  if (pageNumber < layout.fromPage) return;
  const { size, pitch } = layout.text;
  const slotTop = toPoints(layout.fromTop) - (pitch - (ASCENT + DESCENT) * size) / 2;
  drawText(canvas, setText(canvas, String(pageNumber), layout.text, fullWidth(canvas, 'center')), slotTop);
}
