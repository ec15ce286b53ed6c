import type { Caption, Heading, Paragraph, Run, SignatureBlock, Title } from '../document.js';
import type { LayoutProfile, TextStyle } from '../layout-profile.types.js';
import { toPoints } from '../layout-profile.js';
import { capitals, recipientLines } from '../wording.js';
import { drawLine, type Canvas, type Slot } from './canvas.js';
import { keepWidowsAndOrphans, type FlowItem } from './flow.js';
import { breakLines, type Line } from './line-breaker.js';

/** Points by which a centred text is narrowed while it keeps its number of lines. */
const BALANCE_STEP = 6;

/** Text in a style, broken for a slot: lines that can be measured and drawn. */
export interface SetText {
  lines: Line[];
  style: TextStyle;
  slot: Slot;
}

export function setText(canvas: Canvas, text: string, style: TextStyle, slot: Slot): SetText {
  return setRuns(canvas, [{ text }], style, slot);
}

/** Runs take weight and slant of the style in addition to their own. */
export function setRuns(canvas: Canvas, runs: Run[], style: TextStyle, slot: Slot, firstLineIndent = 0): SetText {
  const styled = runs.map((run) => ({
    text: run.text,
    bold: run.bold === true || style.bold,
    italic: run.italic === true || style.italic,
    underline: run.underline === true || style.underline,
  }));
  const broken = (width: number): Line[] =>
    breakLines(styled, canvas.measure, { size: style.size, width, firstLineIndent });
  return { lines: slot.align === 'center' ? balanced(broken, slot.width) : broken(slot.width), style, slot };
}

/** Centred lines of about equal length, no more of them than the full width needs: no single word is left below. */
function balanced(broken: (width: number) => Line[], fullWidth: number): Line[] {
  let lines = broken(fullWidth);
  if (lines.length < 2) return lines;
  // Any narrower, and the widest word would be cut by letters.
  const widestWord = Math.max(...lines.flatMap(({ words }) => words.map((word) => word.width)));
  const narrowest = Math.max(fullWidth / 2, widestWord);
  for (let width = fullWidth - BALANCE_STEP; width >= narrowest; width -= BALANCE_STEP) {
    const narrower = broken(width);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

export const heightOf = (text: SetText): number => text.lines.length * text.style.pitch;

/** Draws all lines of a text, the first at `top` points from the paper's edge; answers where the last ends. */
export function drawText(canvas: Canvas, { lines, style, slot }: SetText, top: number): number {
  lines.forEach((line, index) => drawLine(canvas, line, style, slot, top + index * style.pitch));
  return top + lines.length * style.pitch;
}

/** The whole width of the text area. */
export const fullWidth = ({ area }: Canvas, align: Slot['align']): Slot => ({
  left: area.left,
  width: area.width,
  align,
});

/** One item of the flow for each line. */
export function itemsOf(canvas: Canvas, { lines, style, slot }: SetText, spaceBefore = 0): FlowItem[] {
  return lines.map((line, index) => ({
    height: style.pitch,
    spaceBefore: index === 0 ? spaceBefore : 0,
    isKeptWithNext: false,
    isText: true,
    draw: (top) => drawLine(canvas, line, style, slot, canvas.area.top + top),
  }));
}

const keptWithNext = (items: FlowItem[]): FlowItem[] =>
  items.map((item) => ({ ...item, isKeptWithNext: true, isText: false }));

export function layTitle(canvas: Canvas, block: Title, { title }: LayoutProfile): FlowItem[] {
  const centred = fullWidth(canvas, 'center');
  const items = [
    ...itemsOf(canvas, setText(canvas, capitals(block.documentType), title.documentType, centred)),
    ...itemsOf(canvas, setText(canvas, block.subject, title.subject, centred)),
    ...itemsOf(canvas, setText(canvas, title.closing, title.closingText, centred)),
  ];
  return keptWithNext(items);
}

export function layHeading(canvas: Canvas, block: Heading, profile: LayoutProfile): FlowItem[] {
  const layout = block.level === 1 ? profile.heading1 : profile.heading2;
  const text = setRuns(canvas, [{ text: block.text }], layout.text, fullWidth(canvas, 'left'), toPoints(layout.indent));
  return keptWithNext(itemsOf(canvas, text));
}

export function layParagraph(canvas: Canvas, block: Paragraph, { body }: LayoutProfile): FlowItem[] {
  const align = block.align ?? 'justify';
  const indent = block.isIndented === false || align === 'center' ? 0 : toPoints(body.firstLineIndent);
  const items = itemsOf(canvas, setRuns(canvas, block.runs, body.text, fullWidth(canvas, align), indent));
  keepWidowsAndOrphans(items);
  return items;
}

export function layCaption(canvas: Canvas, block: Caption, { caption }: LayoutProfile): FlowItem[] {
  const centred = fullWidth(canvas, 'center');
  const parts: [string | undefined, TextStyle][] = [
    [block.title, caption.title],
    [block.subtitle, caption.subtitle],
    [block.source, caption.source],
  ];
  const items = parts.flatMap(([text, style]) =>
    text === undefined ? [] : itemsOf(canvas, setText(canvas, text, style, centred)),
  );
  return keptWithNext(items);
}

/** Recipients at the left, signer at the right margin: one item, so that it can never be torn. */
export function laySignature(canvas: Canvas, block: SignatureBlock, { signature }: LayoutProfile): FlowItem[] {
  const { area } = canvas;
  const width = toPoints(signature.rightWidth);
  const left: Slot = { left: area.left, width: area.width - width, align: 'left' };
  const right: Slot = { left: area.left + area.width - width, width, align: 'center' };
  const list = [
    setText(canvas, signature.recipientsTitle, signature.recipientsTitleText, left),
    ...recipientLines(block.recipients).map((line) => setText(canvas, line, signature.recipients, left)),
  ];
  const power = [
    setText(canvas, capitals(block.power), signature.power, right),
    setText(canvas, capitals(block.post), signature.post, right),
  ];
  const name = setText(canvas, block.signer, signature.signer, right);
  const heightOfAll = (texts: SetText[]): number => texts.reduce((sum, text) => sum + heightOf(text), 0);
  const draw = (top: number): void => {
    let y = area.top + top;
    if (block.recipients.length > 0) for (const text of list) y = drawText(canvas, text, y);
    y = area.top + top;
    for (const text of power) y = drawText(canvas, text, y);
    drawText(canvas, name, y + signature.gap);
  };
  const height = Math.max(heightOfAll(list), heightOfAll(power) + signature.gap + heightOf(name));
  return [{ height, spaceBefore: 0, isKeptWithNext: false, isText: false, draw }];
}
