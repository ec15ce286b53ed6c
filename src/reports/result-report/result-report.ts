import type { PaperDocument, Section } from '../document/document.js';
import { formatLongDate } from '../document/vietnamese-format.js';
import { capitals } from '../document/wording.js';
import { assertFiguresAgree } from '../figures-agree.js';
import { paperOf, proseBlocks } from '../paper.js';
import type { SessionReportData } from '../report-data.js';
import { sessionNames, sessionValues } from '../session-values.js';
import type { Wording, WordingShape, WordingValues } from '../wording/wording.js';
import { resultTable } from './result-table.js';

export const resultReportShape: WordingShape = {
  sections: [
    ...['type', 'subject', 'body', 'closing'],
    ...['appendix.title', 'appendix.subtitle', 'appendix.source', 'appendix.note'],
  ],
  names: [...sessionNames, 'number', 'day'],
};

/** Room for a pen: number and day are taken when a person issues the paper (PAPER §2). */
const blank = '      ';

function valuesOf(data: SessionReportData): WordingValues {
  const [year, month] = data.reportedOn.split('-');
  return {
    ...sessionValues(data),
    number: `${blank}-BC/${data.committee.documentCode}`,
    day: `${blank}/${month}/${year}`,
  };
}

/**
 * Báo cáo kết quả as a draft: the official letterhead, the sections of domain facts §2, and the table per cell on a
 * landscape page.
 * @throws FiguresDisagreeError
 */
export function buildResultReport(data: SessionReportData, wording: Wording): PaperDocument {
  assertFiguresAgree(data);
  const values = valuesOf(data);
  const { committee, reportedOn } = data;
  const [type, subject] = [wording.text('type', values), wording.text('subject', values)];
  const body: Section = {
    orientation: 'portrait',
    blocks: [
      {
        ...{ type: 'letterhead', superiorBody: committee.superiorName, issuingBody: committee.bodyName },
        number: `Số${blank}-BC/${committee.documentCode}`,
        placeAndDate: `${committee.place}, ${formatLongDate(reportedOn).replace(/ \d\d /, blank)}`,
        draftMark: 'Dự thảo lần 1',
      },
      { type: 'title', documentType: type, subject },
      ...proseBlocks([...wording.lines('body', values), ...wording.lines('closing', values)]),
      {
        ...{ type: 'signature', recipients: committee.recipients, power: committee.signingPower },
        ...{ post: committee.signerPost, signer: committee.signerName },
      },
    ],
  };
  return paperOf(data, 'result-report', `${type} ${subject}`, [body, appendix(data, wording, values)]);
}

/** The appendix alone: what Excel carries. @throws FiguresDisagreeError */
export function buildResultTable(data: SessionReportData, wording: Wording): PaperDocument {
  assertFiguresAgree(data);
  const values = valuesOf(data);
  const title = wording.text('appendix.subtitle', values);
  return paperOf(data, 'result-report', title, [appendix(data, wording, values)]);
}

function appendix(data: SessionReportData, wording: Wording, values: WordingValues): Section {
  const text = (section: string): string => wording.text(`appendix.${section}`, values);
  return {
    orientation: 'landscape',
    blocks: [
      { type: 'caption', title: capitals(text('title')), subtitle: text('subtitle'), source: text('source') },
      resultTable(data, text('note')),
    ],
  };
}
