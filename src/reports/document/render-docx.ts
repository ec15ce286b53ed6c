import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { Block, PaperDocument, Section } from './document.js';
import { draftMark, textWidth, wordBlock } from './docx/word-blocks.js';
import { emptyParagraph, millimetres, wordFace } from './docx/word-text.js';
import { gapsOf, type Gaps } from './gaps.js';
import { toPoints } from './layout-profile.js';
import type { LayoutProfile, PageLayout } from './layout-profile.types.js';
import { breakLines } from './pdf/line-breaker.js';
import { standaloneMeasure, type MeasureText } from './typeface.js';
import { escapeXml } from './wording.js';
import { setZipTimes } from './zip-times.js';

/**
 * The document for Word, with the profile's typeface and the same millimetres as the PDF. The same document gives the
 * same bytes. Throws a TableShapeError for a table whose cells do not fit its columns.
 */
export async function renderDocx(doc: PaperDocument, profile: LayoutProfile): Promise<Buffer> {
  const measure = standaloneMeasure();
  const { body } = profile;
  const word = new Document({
    styles: {
      default: {
        document: {
          run: { font: profile.typeface, ...wordFace(body.text), language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    compatibility: { version: 15 },
    sections: doc.sections.map((section, index) => wordSection(section, index === 0, profile, measure)),
  });
  const properties = { path: 'docProps/core.xml', data: coreProperties(doc) };
  return setZipTimes(await Packer.toBuffer(word, undefined, [properties]), doc.createdAt);
}

function wordSection(
  section: Section,
  isFirst: boolean,
  profile: LayoutProfile,
  measure: MeasureText,
): ISectionOptions {
  const page = profile.page[section.orientation];
  const hasBareFirstPage = isFirst && profile.pageNumber.fromPage === 2;
  const number = pageNumberHeader(profile);
  return {
    properties: {
      titlePage: hasBareFirstPage,
      page: { size: pageSize(section, page), margin: pageMargins(page, profile) },
    },
    headers: hasBareFirstPage ? { default: number, first: firstHeader(section, profile) } : { default: number },
    children: sectionChildren(section, page, profile, measure),
  };
}

/** The library takes the upright page and turns it by itself. */
function pageSize(
  section: Section,
  { width, height }: PageLayout,
): { width: number; height: number; orientation: 'portrait' | 'landscape' } {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const orientation = section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return { width: millimetres(short), height: millimetres(long), orientation };
}

function pageMargins({ top, bottom, left, right }: PageLayout, { pageNumber }: LayoutProfile): Record<string, number> {
  return {
    top: millimetres(top),
    bottom: millimetres(bottom),
    left: millimetres(left),
    right: millimetres(right),
    header: millimetres(pageNumber.fromTop),
    footer: millimetres(pageNumber.fromTop),
    gutter: 0,
  };
}

function pageNumberHeader({ pageNumber: { text } }: LayoutProfile): Header {
  const figure = new TextRun({
    children: [PageNumber.CURRENT],
    ...wordFace(text),
    bold: text.bold,
    italics: text.italic,
  });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [figure] })] });
}

function firstHeader(section: Section, { letterhead }: LayoutProfile): Header {
  const block = section.blocks.find((candidate) => candidate.type === 'letterhead');
  const mark = letterhead.draftMarkPlace === 'in-margin' ? block?.draftMark : undefined;
  return new Header({ children: [mark === undefined ? new Paragraph({}) : draftMark(mark, letterhead)] });
}

function sectionChildren(
  section: Section,
  page: PageLayout,
  profile: LayoutProfile,
  measure: MeasureText,
): FileChild[] {
  const { blocks } = section;
  const bound = boundToSignature(blocks, page, profile, measure);
  const children = blocks.flatMap((block, index) => {
    const gaps = wordGaps(block, blocks[index - 1], blocks[index + 1], profile);
    return wordBlock(block, { profile, page, measure, gaps, isBoundToNext: bound.has(block) });
  });
  const apart = children.flatMap((child, index) =>
    child instanceof Table && children[index - 1] instanceof Table ? [emptyParagraph(0, true), child] : [child],
  );
  return apart.at(-1) instanceof Paragraph ? apart : [...apart, emptyParagraph()];
}

/** Word takes the larger of two gaps that meet, so their sum is given to the lower one. */
function wordGaps(block: Block, previous: Block | undefined, next: Block | undefined, profile: LayoutProfile): Gaps {
  const { before, after } = gapsOf(block, profile);
  const above = previous ? gapsOf(previous, profile).after : 0;
  const isNextApart = next !== undefined && gapsOf(next, profile).before > 0;
  return { before: before > 0 ? before + above : 0, after: isNextApart ? 0 : after };
}

/** The blocks that hold the last two lines before a signature: one, or two where the last is a single line. */
function boundToSignature(blocks: Block[], page: PageLayout, profile: LayoutProfile, measure: MeasureText): Set<Block> {
  const bound = new Set<Block>();
  blocks.forEach((block, index) => {
    if (block.type !== 'signature') return;
    let lines = 0;
    for (const earlier of blocks.slice(0, index).reverse()) {
      if (lines >= 2) break;
      bound.add(earlier);
      lines += linesOf(earlier, page, profile, measure);
    }
  });
  return bound;
}

function linesOf(block: Block, page: PageLayout, { body }: LayoutProfile, measure: MeasureText): number {
  if (block.type === 'table') return block.rows.length;
  if (block.type !== 'paragraph') return 0;
  const firstLineIndent = block.isIndented === false ? 0 : toPoints(body.firstLineIndent);
  return breakLines(block.runs, measure, { size: body.text.size, width: toPoints(textWidth(page)), firstLineIndent })
    .length;
}

/** Written here because the library dates the file by the clock. */
function coreProperties(doc: PaperDocument): string {
  const date = doc.createdAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const namespaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const author = doc.author === undefined ? '' : `<dc:creator>${escapeXml(doc.author)}</dc:creator>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${namespaces}><dc:title>${escapeXml(doc.title)}</dc:title>`,
    `<dc:subject>${escapeXml(doc.report)}</dc:subject>${author}<dc:language>vi-VN</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`,
  ].join('');
}
