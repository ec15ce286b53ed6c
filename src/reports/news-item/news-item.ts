import type { PaperDocument } from '../document/document.js';
import { assertFiguresAgree } from '../figures-agree.js';
import type { SessionReportData } from '../report-data.js';
import { paper, proseBlocks } from '../result-report/result-report.js';
import { sessionNames, sessionValues } from '../session-values.js';
import { bindTogether } from '../wording/bind-together.js';
import type { Wording, WordingShape } from '../wording/wording.js';

export const newsItemShape: WordingShape = { sections: ['title', 'body'], names: sessionNames };

/** Tin bài: what the office puts on the ward's page. @throws FiguresDisagreeError */
export function buildNewsItem(data: SessionReportData, wording: Wording): PaperDocument {
  assertFiguresAgree(data);
  const values = sessionValues(data);
  const title = bindTogether(wording.text('title', values));
  return paper(data, 'news-item', wording.text('title', values), [
    { orientation: 'portrait', blocks: [{ type: 'caption', title }, ...proseBlocks(wording.lines('body', values))] },
  ]);
}
