import type { FileChild, Paragraph as WordParagraph, Table as WordTable } from 'docx';
import type { Block, Caption, Heading, Letterhead, Paragraph, SignatureBlock, Title } from '../document.js';
import type { Gaps } from '../gaps.js';
import { toPoints } from '../layout-profile.js';
import type { LayoutProfile, PageLayout, TextStyle } from '../layout-profile.types.js';
import { ASCENT, DESCENT, faceOf, type MeasureText } from '../typeface.js';
import { capitals, recipientLines } from '../wording.js';
import { invisibleTable, wordTable } from './word-table.js';
import { wordLine, wordParagraph } from './word-text.js';

/** What a block needs to know of its surroundings. */
export interface WordPage {
  profile: LayoutProfile;
  page: PageLayout;
  measure: MeasureText;
  /** A signature follows closely and must not be torn from this block. */
  isBoundToNext: boolean;
  /** White around this block, points. */
  gaps: Gaps;
}

/** A block as paragraphs and tables of Word. */
export function wordBlock(block: Block, surroundings: WordPage): FileChild[] {
  switch (block.type) {
    case 'letterhead':
      return letterhead(block, surroundings);
    case 'title':
      return title(block, surroundings);
    case 'heading':
      return [heading(block, surroundings)];
    case 'paragraph':
      return [paragraph(block, surroundings)];
    case 'caption':
      return caption(block, surroundings);
    case 'table':
      return wordTable(block, surroundings.profile.table, surroundings);
    case 'signature':
      return [signatureTable(block, surroundings)];
  }
}

const spaced = ({ before, after }: Gaps): { spaceBefore: number; spaceAfter: number } => ({
  spaceBefore: before,
  spaceAfter: after,
});

export const textWidth = ({ width, left, right }: PageLayout): number => width - left - right;

function letterhead(block: Letterhead, { profile, page, measure }: WordPage): FileChild[] {
  const layout = profile.letterhead;
  const centred = { align: 'center' } as const;
  const left = [
    wordLine(capitals(block.superiorBody), layout.superiorBody, centred),
    wordLine(capitals(block.issuingBody), layout.issuingBody, centred),
    wordLine(layout.separator, layout.separatorText, centred),
    wordLine(block.number, layout.number, centred),
  ];
  const right = partyColumn(block, layout, measure);
  const middle = textWidth(page) - layout.leftWidth - layout.rightWidth;
  const columns = [
    { width: layout.leftWidth, children: left },
    ...(middle > 0.5 ? [{ width: middle, children: [] }] : []),
    { width: layout.rightWidth, children: right },
  ];
  const isMarkAbove = block.draftMark !== undefined && layout.draftMarkPlace === 'line-above';
  const mark = isMarkAbove ? [draftMark(block.draftMark ?? '', layout)] : [];
  return [...mark, invisibleTable(columns)];
}

export const draftMark = (text: string, layout: LayoutProfile['letterhead']): WordParagraph =>
  wordLine(text, layout.draftMark, { align: 'right', isKeptWithNext: true });

/**
 * The rule is the upper border of an empty paragraph, as long as the measured text: an underline would cut through the
 * dots under Ộ and Ệ, a border of the text's own paragraph would be as long as the column.
 */
function partyColumn(block: Letterhead, layout: LayoutProfile['letterhead'], measure: MeasureText): WordParagraph[] {
  const { partyText, ruleWeight, ruleGap, placeGap } = layout;
  const length = measure(layout.party, faceOf(partyText), partyText.size);
  const underText = (partyText.pitch - (ASCENT + DESCENT) * partyText.size) / 2;
  const room = Math.max(ruleGap + ruleWeight + placeGap - underText, 1);
  const rule: TextStyle = { ...partyText, pitch: room };
  return [
    wordLine(layout.party, partyText, { align: 'center' }),
    wordParagraph([], rule, {
      align: 'center',
      sideIndent: (toPoints(layout.rightWidth) - length) / 2,
      border: { top: { style: 'single', size: Math.round(ruleWeight * 8), space: 0, color: '000000' } },
    }),
    wordLine(block.placeAndDate, layout.placeAndDate, { align: 'center' }),
  ];
}

function title(block: Title, { profile: { title: layout }, gaps }: WordPage): FileChild[] {
  const centred = { align: 'center', isKeptWithNext: true } as const;
  return [
    wordLine(capitals(block.documentType), layout.documentType, { ...centred, spaceBefore: gaps.before }),
    wordLine(block.subject, layout.subject, centred),
    wordLine(layout.closing, layout.closingText, { ...centred, spaceAfter: gaps.after }),
  ];
}

function heading(block: Heading, { profile, gaps }: WordPage): FileChild {
  const { text, indent } = block.level === 1 ? profile.heading1 : profile.heading2;
  const standing = { align: 'left', firstLineIndent: indent, isKeptWithNext: true, ...spaced(gaps) } as const;
  return wordLine(block.text, text, { ...standing, headingLevel: block.level });
}

function paragraph(block: Paragraph, { profile: { body }, isBoundToNext, gaps }: WordPage): FileChild {
  const align = block.align ?? 'justify';
  return wordParagraph(block.runs, body.text, {
    align,
    firstLineIndent: block.isIndented === false || align === 'center' ? 0 : body.firstLineIndent,
    ...spaced(gaps),
    isKeptWithNext: isBoundToNext,
  });
}

function caption(block: Caption, { profile: { caption: layout }, gaps }: WordPage): FileChild[] {
  const parts: [string | undefined, TextStyle][] = [
    [block.title, layout.title],
    [block.subtitle, layout.subtitle],
    [block.source, layout.source],
  ];
  const lines = parts.flatMap(([text, style]) => (text === undefined ? [] : [{ text, style }]));
  return lines.map(({ text, style }, index) =>
    wordLine(text, style, {
      align: 'center',
      isKeptWithNext: true,
      spaceAfter: index === lines.length - 1 ? gaps.after : 0,
    }),
  );
}

function signatureTable(block: SignatureBlock, { profile: { signature }, page, gaps }: WordPage): WordTable {
  const above = { spaceBefore: gaps.before };
  const list = recipientLines(block.recipients).map((line) =>
    wordLine(line, signature.recipients, { align: 'left', isKeptWithNext: true }),
  );
  const left =
    list.length === 0
      ? []
      : [wordLine(signature.recipientsTitle, signature.recipientsTitleText, { align: 'left', ...above }), ...list];
  const right = [
    wordLine(capitals(block.power), signature.power, { align: 'center', ...above }),
    wordLine(capitals(block.post), signature.post, { align: 'center' }),
    wordLine(block.signer, signature.signer, { align: 'center', spaceBefore: signature.gap }),
  ];
  return invisibleTable([
    { width: textWidth(page) - signature.rightWidth, children: left },
    { width: signature.rightWidth, children: right },
  ]);
}
