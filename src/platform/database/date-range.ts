import type { DateRange } from './date-range.types.js';

/** `[2021-01-01,)` as PostgreSQL prints it, to a range and back; for columns of type daterange. */
export const dateRange = {
  from(text: string): DateRange {
    const found = /^\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)?\)$/.exec(text);
    if (!found?.[1]) throw new Error(`not a date range with a first day: ${text}`);
    return { from: found[1], to: found[2] ?? null };
  },
  to(range: DateRange): string {
    return `[${range.from},${range.to ?? ''})`;
  },
};
