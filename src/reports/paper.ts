import type { Block, PaperDocument, Section } from './document/document.js';
import { capitals } from './document/wording.js';
import type { SessionReportData } from './report-data.js';
import type { FilledLine } from './wording/wording.js';

/**
 * A paper of this session's sections.
 * @param report stable key of the report, for the file's name and properties
 * @param title for the file's properties
 */
export function paperOf(data: SessionReportData, report: string, title: string, sections: Section[]): PaperDocument {
  const { createdAt, author } = data;
  return { title: title.replaceAll('\u00A0', ' '), report, createdAt, sections, ...(author && { author }) };
}

/** Lines of a wording as paragraphs and headings. A paragraph that begins with a value begins with a capital all the same. */
export function proseBlocks(lines: FilledLine[]): Block[] {
  return lines.map(({ level, text }): Block => {
    if (level === 0) return { type: 'paragraph', runs: [{ text: sentenceCase(text) }] };
    return { type: 'heading', level, text: level === 1 ? capitals(text) : text };
  });
}

/** A list's letter (`a) …`) stays small. */
const sentenceCase = (text: string): string =>
  /^\p{Ll}\)/u.test(text) ? text : text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
