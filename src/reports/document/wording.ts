import { withoutControls } from '../../platform/text/without-controls.js';

/** Small rules of writing that all renderers share. */

/** Capitals of a Vietnamese name or title. */
export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** The list under "Nơi nhận": each line begins with a hyphen and ends with `;`, the last with `.` (domain facts §1.3). */
export function recipientLines(recipients: string[]): string[] {
  return recipients.map((recipient, index) => {
    const bare = recipient.replace(/^[-–]\s*/, '').replace(/[;.\s]+$/, '');
    return `- ${bare}${index === recipients.length - 1 ? '.' : ';'}`;
  });
}

/**
 * Text made ready to be set: two or more spaces are a place for a pen (`Số      -BC/ĐU`), which is neither broken nor
 * shortened.
 */
export const printable = (text: string): string =>
  withoutControls(text).replace(/ {2,}/g, (blank) => '\u00a0'.repeat(blank.length));

const XML_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made harmless inside XML and HTML, in content and in quoted attributes. */
export const escapeXml = (text: string): string =>
  withoutControls(text).replace(/[&<>"']/g, (letter) => XML_ESCAPES[letter] ?? letter);
