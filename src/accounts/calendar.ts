/** The day that follows, of the calendar: `2021-12-31` → `2022-01-01`. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The moment at which a day begins in Vietnam, which has no summer time. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+07:00`);
