import type { Letterhead } from '../document.js';
import type { LayoutProfile } from '../layout-profile.types.js';
import { toPoints } from '../layout-profile.js';
import { capitals } from '../wording.js';
import { drawRule, footIn, type Canvas, type Slot } from './canvas.js';
import type { FlowItem } from './flow.js';
import { drawText, fullWidth, heightOf, setText, type SetText } from './text-blocks.js';

/** The head of an official paper: bodies and number at the left, the Party's name, place and date at the right. */
export function layLetterhead(canvas: Canvas, block: Letterhead, { letterhead: layout }: LayoutProfile): FlowItem[] {
  const left = leftColumn(canvas, block, layout);
  const right = rightColumn(canvas, block, layout);
  const mark =
    block.draftMark === undefined
      ? undefined
      : setText(canvas, block.draftMark, layout.draftMark, fullWidth(canvas, 'right'));
  const markHeight = mark ? heightOf(mark) : 0;
  const columnsTop = layout.draftMarkPlace === 'line-above' ? markHeight : 0;
  const draw = (top: number): void => {
    const y = canvas.area.top + top + columnsTop;
    if (mark) drawText(canvas, mark, y - markHeight);
    left.draw(y);
    right.draw(y);
  };
  const height = columnsTop + Math.max(left.height, right.height);
  return [{ height, spaceBefore: 0, isKeptWithNext: true, isText: false, draw }];
}

interface HeadColumn {
  height: number;
  /** `top` in points from the paper's edge. */
  draw(top: number): void;
}

function leftColumn(canvas: Canvas, block: Letterhead, layout: LayoutProfile['letterhead']): HeadColumn {
  const slot: Slot = { left: canvas.area.left, width: toPoints(layout.leftWidth), align: 'center' };
  const texts = [
    setText(canvas, capitals(block.superiorBody), layout.superiorBody, slot),
    setText(canvas, capitals(block.issuingBody), layout.issuingBody, slot),
    setText(canvas, layout.separator, layout.separatorText, slot),
    setText(canvas, block.number, layout.number, slot),
  ];
  return {
    height: texts.reduce((sum, text) => sum + heightOf(text), 0),
    draw: (top) => {
      texts.reduce((y, text) => drawText(canvas, text, y), top);
    },
  };
}

function rightColumn(canvas: Canvas, block: Letterhead, layout: LayoutProfile['letterhead']): HeadColumn {
  const width = toPoints(layout.rightWidth);
  const slot: Slot = { left: canvas.area.left + canvas.area.width - width, width, align: 'center' };
  const party = setText(canvas, layout.party, layout.partyText, slot);
  const place = setText(canvas, block.placeAndDate, layout.placeAndDate, slot);
  const lastLineTop = heightOf(party) - layout.partyText.pitch;
  const ruleTop = lastLineTop + footIn(layout.partyText) + layout.ruleGap;
  const placeTop = ruleTop + layout.ruleWeight + layout.placeGap;
  return {
    height: placeTop + heightOf(place),
    draw: (top) => {
      drawText(canvas, party, top);
      drawRuleUnder(canvas, party, top + ruleTop, layout.ruleWeight);
      drawText(canvas, place, top + placeTop);
    },
  };
}

/** A rule as long as the last line of a centred text, not as its column. */
function drawRuleUnder(canvas: Canvas, { lines, slot }: SetText, top: number, weight: number): void {
  const length = lines.at(-1)?.width ?? 0;
  const x1 = slot.left + (slot.width - length) / 2;
  const y = top + weight / 2;
  drawRule(canvas, { x1, y1: y, x2: x1 + length, y2: y }, weight);
}
