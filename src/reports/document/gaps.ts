import type { Block } from './document.js';
import type { LayoutProfile } from './layout-profile.types.js';

/** White above and below a block in points; where two blocks meet, the two are added. */
export interface Gaps {
  before: number;
  after: number;
}

export function gapsOf(block: Block, profile: LayoutProfile): Gaps {
  switch (block.type) {
    case 'letterhead':
      return { before: 0, after: 0 };
    case 'title':
      return { before: profile.title.spaceBefore, after: profile.title.spaceAfter };
    case 'heading': {
      const { spaceBefore, spaceAfter } = block.level === 1 ? profile.heading1 : profile.heading2;
      return { before: spaceBefore, after: spaceAfter };
    }
    case 'paragraph':
      return { before: 0, after: profile.body.spaceAfter };
    case 'caption':
      return { before: 0, after: profile.caption.spaceAfter };
    case 'table':
      return { before: 0, after: profile.table.spaceAfter };
    case 'signature':
      return { before: profile.signature.spaceBefore, after: 0 };
  }
}
