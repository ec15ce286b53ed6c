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

/** Two or more spaces are a place for a pen (`Số      -BC/ĐU`) and are neither broken nor shortened. */
export const keepBlanks = (text: string): string => text.replace(/ {2,}/g, (blank) => '\u00a0'.repeat(blank.length));

const XML_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made harmless inside XML and HTML, in content and in quoted attributes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => XML_ESCAPES[letter] ?? letter);
