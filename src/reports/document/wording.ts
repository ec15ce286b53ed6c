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
