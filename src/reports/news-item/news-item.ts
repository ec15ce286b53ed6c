import type { PaperDocument } from '../document/document.js';
import { assertFiguresAgree } from '../figures-agree.js';
import { paperOf, proseBlocks } from '../paper.js';
import type { SessionReportData } from '../report-data.js';
import { sessionNames, sessionValues } from '../session-values.js';
import type { Wording, WordingShape } from '../wording/wording.js';

export const newsItemShape: WordingShape = { sections: ['title', 'dateline', 'body'], names: sessionNames };

/** Tin bài: what the office puts on the ward's page. @throws FiguresDisagreeError */
export function buildNewsItem(data: SessionReportData, wording: Wording): PaperDocument {
  assertFiguresAgree(data);
  const values = sessionValues(data);
  const [title, source] = [wording.text('title', values), wording.text('dateline', values)];
  const blocks = proseBlocks(wording.lines('body', values));
  return paperOf(data, 'news-item', title, [
    { orientation: 'portrait', blocks: [{ type: 'caption', title, source }, ...blocks] },
  ]);
}
