import type { Block, PaperDocument, Section } from '../document/document.js';
import { assertFiguresAgree } from '../figures-agree.js';
import type { SessionReportData } from '../report-data.js';
import { sessionNames, sessionValues } from '../session-values.js';
import { capitals } from '../document/wording.js';
import { bindTogether } from '../wording/bind-together.js';
import type { FilledLine, Wording, WordingShape } from '../wording/wording.js';
import { resultTable } from './result-table.js';

export const resultReportShape: WordingShape = {
  sections: ['type', 'subject', 'body', 'appendix.title', 'appendix.subtitle', 'appendix.source', 'appendix.note'],
  names: sessionNames,
};

const blank = '      ';

/** Lines of a wording as paragraphs and headings, with what belongs together kept in one line. */
export function proseBlocks(lines: FilledLine[]): Block[] {
  return lines.map(({ level, text }): Block => {
    const bound = bindTogether(text);
    if (level === 0) return { type: 'paragraph', runs: [{ text: bound }] };
    return { type: 'heading', level, text: level === 1 ? capitals(bound) : bound };
  });
}

/** A draft leaves number and day open (PAPER §2): both are taken when a person issues the paper. */
function openDate(place: string, isoDay: string): string {
  const [year = '', month = ''] = isoDay.split('-');
  return `${place}, ngày${blank}tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/**
 * Báo cáo kết quả: the official letterhead, the sections of domain facts §2, and the table per cell on a landscape page.
 * @throws FiguresDisagreeError
 */
export function buildResultReport(data: SessionReportData, wording: Wording): PaperDocument {
  assertFiguresAgree(data);
  const values = sessionValues(data);
  const { committee } = data;
  const body: Section = {
    orientation: 'portrait',
    blocks: [
      {
        ...{ type: 'letterhead', superiorBody: committee.superiorName, issuingBody: committee.bodyName },
        number: `Số${blank}-BC/${committee.documentCode}`,
        placeAndDate: openDate(committee.place, data.reportedOn),
        draftMark: 'Dự thảo lần 1',
      },
      {
        type: 'title',
        documentType: wording.text('type', values),
        subject: bindTogether(wording.text('subject', values)),
      },
      ...proseBlocks(wording.lines('body', values)),
      {
        ...{ type: 'signature', recipients: committee.recipients, power: committee.signingPower },
        ...{ post: committee.signerPost, signer: committee.signerName },
      },
    ],
  };
  const title = `${wording.text('type', values)} ${wording.text('subject', values)}`;
  return paper(data, 'result-report', title, [body, appendix(data, wording, values)]);
}

/** The appendix alone: what Excel carries. */
export function buildResultTable(data: SessionReportData, wording: Wording): PaperDocument {
  assertFiguresAgree(data);
  const values = sessionValues(data);
  return paper(data, 'result-report', wording.text('appendix.subtitle', values), [appendix(data, wording, values)]);
}

function appendix(data: SessionReportData, wording: Wording, values: Record<string, string>): Section {
  return {
    orientation: 'landscape',
    blocks: [
      {
        type: 'caption',
        title: capitals(wording.text('appendix.title', values)),
        subtitle: wording.text('appendix.subtitle', values),
        source: bindTogether(wording.text('appendix.source', values)),
      },
      resultTable(data, bindTogether(wording.text('appendix.note', values))),
    ],
  };
}

/** @param report stable key of the report, for the file's name and properties */
export function paper(data: SessionReportData, report: string, title: string, sections: Section[]): PaperDocument {
  return { title, report, createdAt: data.createdAt, sections, ...(data.author && { author: data.author }) };
}
