import type { PageLayout, TextStyle } from '../layout-profile.types.js';
import { toPoints } from '../layout-profile.js';
import { ASCENT, DESCENT, type FaceName, type MeasureText } from '../typeface.js';
import type { Line, Piece } from './line-breaker.js';

/** The text area of a page, points from the paper's left and top edge. */
export interface TextArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What blocks are drawn on and measured with. */
export interface Canvas {
  pdf: PDFKit.PDFDocument;
  measure: MeasureText;
  area: TextArea;
}

export function textAreaOf(page: PageLayout): TextArea {
  return {
    left: toPoints(page.left),
    top: toPoints(page.top),
    width: toPoints(page.width - page.left - page.right),
    height: toPoints(page.height - page.top - page.bottom),
  };
}

/** A column of the text area in which a line stands; `left` from the paper's edge. */
export interface Slot {
  left: number;
  width: number;
  align: 'left' | 'center' | 'right' | 'justify';
}

/** Tinos: middle and thickness of an underline, as parts of the size. */
const UNDERLINE = { below: 0.13, thickness: 0.05 };

/** From the top of a line's slot to the baseline: the letters' box stands in the middle of the line's pitch. */
const baselineIn = ({ size, pitch }: TextStyle): number => (pitch - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;

/** From the top of a line's slot to the foot of the letters' box. */
export const footIn = (style: TextStyle): number => baselineIn(style) + DESCENT * style.size;

interface Segment {
  text: string;
  face: FaceName;
  x: number;
}

/** Draws one line whose slot begins at `top` (points from the paper's edge). */
export function drawLine(canvas: Canvas, line: Line, style: TextStyle, slot: Slot, top: number): void {
  const baseline = top + baselineIn(style);
  const stretch = stretchOf(line, slot);
  const segments: Segment[] = [];
  const underlines: { from: number; to: number }[] = [];
  let x = slot.left + line.indent + shiftOf(line, slot);
  line.words.forEach((word, index) => {
    const from = x;
    if (index > 0) x += word.gap + stretch;
    for (const piece of word.pieces) {
      const previous = piece === word.pieces[0] ? from : x;
      addPiece(
        segments,
        piece,
        { x, gap: piece === word.pieces[0] ? word.gap : 0, isStretched: stretch > 0 },
        canvas,
        style,
      );
      if (piece.underline) extendUnderline(underlines, previous, x, x + piece.width);
      x += piece.width;
    }
  });
  for (const segment of segments) drawSegment(canvas, segment, style, baseline);
  const lineY = baseline + UNDERLINE.below * style.size;
  for (const { from, to } of underlines)
    drawRule(canvas, { x1: from, y1: lineY, x2: to, y2: lineY }, UNDERLINE.thickness * style.size);
}

function stretchOf(line: Line, slot: Slot): number {
  const gaps = line.words.length - 1;
  return slot.align === 'justify' && !line.isLast && gaps > 0 ? (slot.width - line.indent - line.width) / gaps : 0;
}

function shiftOf(line: Line, slot: Slot): number {
  const free = slot.width - line.indent - line.width;
  if (slot.align === 'center') return free / 2;
  return slot.align === 'right' ? free : 0;
}

/**
 * Spaces are written as letters too, so that copied text comes out as words: natural ones inside a segment, a
 * stretched one at the end of the word before it. A no-break space is written as a plain one.
 */
function addPiece(
  segments: Segment[],
  piece: Piece,
  place: { x: number; gap: number; isStretched: boolean },
  canvas: Canvas,
  style: TextStyle,
): void {
  const last = segments.at(-1);
  const spaces = last ? Math.max(Math.round(place.gap / canvas.measure(' ', piece.face, style.size)), 0) : 0;
  if (last) last.text += ' '.repeat(spaces);
  const mayJoin = last?.face === piece.face && (spaces === 0 || !place.isStretched);
  if (last && mayJoin) last.text += piece.text;
  else segments.push({ text: piece.text, face: piece.face, x: place.x });
}

function extendUnderline(underlines: { from: number; to: number }[], previous: number, from: number, to: number): void {
  const last = underlines.at(-1);
  if (last && Math.abs(last.to - previous) < 0.01) last.to = to;
  else underlines.push({ from, to });
}

function drawSegment({ pdf }: Canvas, { text, face, x }: Segment, { size }: TextStyle, baseline: number): void {
  pdf.font(face).fontSize(size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

/** A straight line; points from the paper's edge, `weight` in points. */
export function drawRule(
  { pdf }: Canvas,
  { x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number },
  weight: number,
): void {
  pdf.lineWidth(weight).moveTo(x1, y1).lineTo(x2, y2).stroke();
}
