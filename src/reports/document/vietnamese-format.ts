/** How figures, days and hours are printed (domain facts §8). */

const NO_BREAK_SPACE = '\u00a0';
const NO_RATE = '–';
const PER_TEN_THOUSAND = 10_000;

/** A rate with both its parts, so that it can be rounded without a detour over binary fractions. */
export interface Ratio {
  numerator: number;
  denominator: number;
}

/** `35599` → `35.599`. Throws a RangeError for anything but a whole number. */
export function formatInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '.');
  return value < 0 ? `-${digits}` : digits;
}

/** A fraction or ratio as a percentage: `96,07 %` with a no-break space; `–` for null and a denominator of 0. */
export function formatRate(rate: number | Ratio | null): string {
  const bare = formatRateBare(rate);
  return bare === NO_RATE ? bare : `${bare}${NO_BREAK_SPACE}%`;
}

/** The same without the sign, for columns whose head says `(%)`: `96,07`. */
export function formatRateBare(rate: number | Ratio | null): string {
  const hundredths = toHundredthsOfPercent(rate);
  if (hundredths === null) return NO_RATE;
  const whole = hundredths / 100n;
  return `${formatInteger(Number(whole))},${String(hundredths % 100n).padStart(2, '0')}`;
}

/** `2021-01-16` → `16/01/2021`. */
export function formatDate(isoDate: string): string {
  const { year, month, day } = partsOf(isoDate);
  return `${day}/${month}/${year}`;
}

/** `2026-02-05` → `ngày 05 tháng 02 năm 2026`; only days under 10 and months 1 and 2 take a zero (domain facts §1.3). */
export function formatLongDate(isoDate: string): string {
  const { year, month, day } = partsOf(isoDate);
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** `14:00` → `14h00`, `07:30` → `7h30`. */
export function formatHour(hour: string): string {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(hour);
  if (!match) throw new RangeError(`Not an hour: ${hour}`);
  return `${Number(match[1])}h${match[2]}`;
}

/** Hundredths of a percent, half rounded up; null where there is no rate. */
function toHundredthsOfPercent(rate: number | Ratio | null): bigint | null {
  if (rate === null) return null;
  return typeof rate === 'number' ? fromFraction(rate) : fromRatio(rate);
}

function fromRatio({ numerator, denominator }: Ratio): bigint | null {
  if (denominator === 0) return null;
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator < 0) {
    throw new RangeError(`Not a rate: ${numerator}/${denominator}`);
  }
  const doubled = BigInt(numerator) * BigInt(2 * PER_TEN_THOUSAND) + BigInt(denominator);
  return doubled / (2n * BigInt(denominator));
}

/**
 * A quotient n/d, times 10.000, is either exactly halfway between two whole numbers or at least 1/(2d) away from it.
 * For every d below five million that is more than the tolerance here, which in turn is far more than the error of a
 * binary fraction: the result is that of the exact quotient.
 */
function fromFraction(fraction: number): bigint {
  if (!Number.isFinite(fraction) || fraction < 0) throw new RangeError(`Not a rate: ${fraction}`);
  return BigInt(Math.floor(fraction * PER_TEN_THOUSAND + 0.5 + 1e-7));
}

function partsOf(isoDate: string): { year: string; month: string; day: string } {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  if (year === undefined || month === undefined || day === undefined || !isRealDay(isoDate)) {
    throw new RangeError(`Not a day: ${isoDate}`);
  }
  return { year, month, day };
}

function isRealDay(isoDate: string): boolean {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(isoDate);
}
