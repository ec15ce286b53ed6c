/** What the pages are made of: pieces that are never divided, in reading order. Heights are points. */
export interface FlowItem {
  height: number;
  /** Gap above; dropped at the top of a page. */
  spaceBefore: number;
  /** Never the last on its page. */
  isKeptWithNext: boolean;
  /** A line of text or a row, of which a signature must not be alone without two. */
  isText: boolean;
  draw(top: number): void;
  /** Put above this item where it comes first on a page: a table's head. */
  repeatedHead?: { height: number; draw(top: number): void };
}

/** An item on its page: `top` is measured from the top of the text area. */
export interface Placement {
  top: number;
  draw(top: number): void;
}

/** An item higher than a page; `height` and `available` are points. */
export class ItemTooHighError extends Error {
  readonly code = 'document.item-too-high';

  constructor(
    readonly height: number,
    readonly available: number,
  ) {
    super(`A part of the document is ${height.toFixed(0)} pt high, a page holds ${available.toFixed(0)} pt`);
  }
}

/**
 * Lays items on pages of a height: what is kept together moves to the next page as one, unless it is higher than a
 * page, in which case it is divided where it must. Throws an ItemTooHighError for a single item higher than a page.
 */
export function paginate(items: FlowItem[], pageHeight: number): Placement[][] {
  const pages: Placement[][] = [];
  let page: Placement[] = [];
  let bottom = 0;
  const turn = (): void => {
    pages.push(page);
    page = [];
    bottom = 0;
  };
  for (const chain of chainsOf(items)) {
    const mayMove = heightOf(chain, true) <= pageHeight;
    if (mayMove && page.length > 0 && bottom + heightOf(chain, false) > pageHeight + TOLERANCE) turn();
    for (const item of chain) {
      if (page.length > 0 && bottom + item.spaceBefore + item.height > pageHeight + TOLERANCE) turn();
      bottom = place(item, page, bottom);
      if (bottom > pageHeight + TOLERANCE) throw new ItemTooHighError(bottom, pageHeight);
    }
  }
  turn();
  return pages;
}

/** Points; sums of fractions are never quite exact. */
const TOLERANCE = 0.01;

function place(item: FlowItem, page: Placement[], bottom: number): number {
  if (page.length > 0) {
    page.push({ top: bottom + item.spaceBefore, draw: item.draw });
    return bottom + item.spaceBefore + item.height;
  }
  const head = item.repeatedHead;
  if (head) page.push({ top: 0, draw: head.draw });
  page.push({ top: head?.height ?? 0, draw: item.draw });
  return (head?.height ?? 0) + item.height;
}

function heightOf(chain: FlowItem[], isAtTop: boolean): number {
  const [first] = chain;
  const sum = chain.reduce((height, item) => height + item.spaceBefore + item.height, 0);
  return isAtTop ? sum - (first?.spaceBefore ?? 0) + (first?.repeatedHead?.height ?? 0) : sum;
}

function chainsOf(items: FlowItem[]): FlowItem[][] {
  const chains: FlowItem[][] = [];
  let isOpen = false;
  for (const item of items) {
    const last = chains.at(-1);
    if (last && isOpen) last.push(item);
    else chains.push([item]);
    isOpen = item.isKeptWithNext;
  }
  return chains;
}

/** Binds the last two lines or rows before an item to it, and all that stands between (DESIGN: no lone signature). */
export function bindTwoLinesBefore(items: FlowItem[], index: number): void {
  let lines = 0;
  for (let i = index - 1; i >= 0 && lines < 2; i -= 1) {
    const item = items[i];
    if (!item) return;
    item.isKeptWithNext = true;
    if (item.isText) lines += 1;
  }
}

/** Keeps the first two and the last two lines of a paragraph together: no single line alone on a page. */
export function keepWidowsAndOrphans(lines: FlowItem[]): void {
  const bound = lines.length <= 3 ? lines.slice(0, -1) : [lines[0], lines.at(-2)];
  for (const line of bound) if (line) line.isKeptWithNext = true;
}
