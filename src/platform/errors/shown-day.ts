/** A day as sentences say it: `2026-03-05` → `05/03/2026`. */
export const shownDay = (iso: string): string => iso.split('-').reverse().join('/');
