import { codeWords } from './code-words.js';
import { fieldWords } from './field-words.js';

/** Names of what ids stand for, where they are known. */
export type Names = ReadonlyMap<string, { short: string }>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^(\d{4})-(\d\d)-(\d\d)$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const mostItems = 10;

const clock = new Intl.DateTimeFormat('vi-VN', {
  ...({ timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false } as const),
});

/** `16/01/2021 08:05:00`, in Vietnam. */
export function momentInWords(at: Date): string {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts['day']}/${parts['month']}/${parts['year']} ${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

/** A value of an entry as a person reads it: days as days, ids as names, codes as words. */
export function inWords(kind: string, field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return 'trống';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'string') return textInWords(field, value, names);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return listInWords(kind, field, value, names);
  return partsInWords(kind, value, names);
}

function textInWords(field: string, text: string, names: Names): string {
  if (uuid.test(text)) return names.get(text)?.short ?? 'mục không còn';
  const [, year, month, dayOfMonth] = day.exec(text) ?? [];
  if (year) return `${dayOfMonth}/${month}/${year}`;
  if (moment.test(text) && !Number.isNaN(Date.parse(text))) return momentInWords(new Date(text));
  return codeWords(field, text);
}

function listInWords(kind: string, field: string, list: unknown[], names: Names): string {
  if (list.length === 0) return 'không có';
  const shown = list.slice(0, mostItems).map((item) => inWords(kind, field, item, names));
  const more = list.length > mostItems ? [`và ${list.length - mostItems} mục nữa`] : [];
  return [...shown, ...more].join('; ');
}

function partsInWords(kind: string, value: object, names: Names): string {
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  if (parts.length === 0) return 'trống';
  return parts.map(([field, part]) => `${fieldWords(kind, field)} ${inWords(kind, field, part, names)}`).join(', ');
}

/** Every id in a value, down to the items that are shown. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return uuid.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.slice(0, mostItems).flatMap(idsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
