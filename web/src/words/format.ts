/** How figures, days and hours are written on the screen; on paper the server does the same. */

const NBSP = '\u00a0';

/** `35.599` */
export const integer = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** `96,26 %`; `–` where nobody was summoned. Whole numbers, rounded half up, as on paper. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const hundredths = Math.floor((part * 20_000 + whole) / (2 * whole));
  return `${integer(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}${NBSP}%`;
}

/** `412/428` */
export const fraction = (part: number, whole: number): string => `${integer(part)}/${integer(whole)}`;

/** `2021-01-16` → `16/01/2021` */
export const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/');

/** `14:00` → `14h00`, `08:00` → `8h00` */
export const hour = (time: string): string => `${Number(time.slice(0, 2))}h${time.slice(3, 5)}`;

const zone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });

/** A moment as `{ day: '2021-01-16', time: '13:52' }` in Vietnam. */
export function inVietnam(moment: string | Date): { day: string; time: string } {
  const [date = '', time = ''] = clock.format(new Date(moment)).split(' ');
  return { day: date, time };
}

/** `13h52` */
export const hourOf = (moment: string | Date): string => hour(inVietnam(moment).time);

/** `13h52` today, `16/01/2021 13h52` on another day. */
export function momentOf(moment: string | Date, now = new Date()): string {
  const at = inVietnam(moment);
  return at.day === inVietnam(now).day ? hour(at.time) : `${day(at.day)} ${hour(at.time)}`;
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** `Thứ Bảy, 16/01/2021` */
export const longDay = (iso: string): string => `${weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]}, ${day(iso)}`;

export const today = (): string => inVietnam(new Date()).day;

/** `sáng`, `chiều`, `tối` */
export function partOfDay(time: string): string {
  const at = Number(time.slice(0, 2));
  return at < 12 ? 'sáng' : at < 18 ? 'chiều' : 'tối';
}

/** Without tone marks, tone placement, đ and case: what search compares. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
