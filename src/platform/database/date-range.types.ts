/** From the first day on, up to but without `to`; null: still holds. ISO dates. */
export class DateRange {
  from: string;
  to: string | null;
}
