/** `8`, `8h`, `8h00`, `8:00`, `0800` → `08:00`; null where it is no hour. */
export function typedHour(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[hg:.]\s*(\d{2})?|(\d{2}))?$/i.exec(text.trim());
  if (!match) return null;
  const [, hours = '', separate, joined] = match;
  const minutes = separate ?? joined ?? '00';
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
