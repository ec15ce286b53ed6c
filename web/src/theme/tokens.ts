/** Every colour, size and distance of the app, once. The build puts them into the page as CSS variables. */

/** Names say what a colour is for; contrast of each pair was measured (4,5 and more for text, 3 for borders of controls). */
const light = {
  ground: '#F8F5EF',
  sheet: '#FFFFFF',
  sunk: '#F0EBE2',
  ink: '#211C17',
  ink2: '#574E44',
  ink3: '#6F6558',
  control: '#8C8172',
  rule: '#E4DDD0',
  rule2: '#CDC3B2',
  accent: '#8E1F1B',
  accentFill: '#8E1F1B',
  accentHover: '#741613',
  accentSoft: '#F8ECE8',
  ok: '#3A6546',
  okSoft: '#EBF2EB',
  warn: '#875600',
  warnSoft: '#FAF1DF',
};

export type Palette = typeof light;
export type Scheme = 'light' | 'dark';

const dark: Palette = {
  ground: '#161310',
  sheet: '#1F1B17',
  sunk: '#2A2520',
  ink: '#F0EAE0',
  ink2: '#C0B6A8',
  ink3: '#A69B8C',
  control: '#83786A',
  rule: '#3A332C',
  rule2: '#51483E',
  accent: '#F29C90',
  accentFill: '#BC463C',
  accentHover: '#A93B32',
  accentSoft: '#3A201C',
  ok: '#93C29C',
  okSoft: '#1F2C22',
  warn: '#E3B867',
  warnSoft: '#332914',
};

export const palettes: Record<Scheme, Palette> = { light, dark };

/** Size and height of line, px; nothing under 14. */
export const type = {
  small: [14, 20],
  base: [16, 24],
  large: [18, 28],
  heading: [22, 32],
  page: [30, 44],
  figure: [44, 56],
} as const;

export const radius = 6;
export const floating = '0 8px 24px rgba(33, 28, 23, 0.14)';
/** Figures first: their face holds digits, comma, point and slash alone. */
export const fontFamily = "'Figures', 'Be Vietnam Pro', system-ui, sans-serif";

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';');

/** Follows the machine unless the reader has chosen: then `data-scheme` stands on the root. */
export function tokenCss(): string {
  const sizes = Object.entries(type).map(([name, [size, line]]) => `--${name}:${size}px/${line}px ${fontFamily}`);
  return [
    `:root{color-scheme:light;${variables(light)};${sizes.join(';')};--radius:${radius}px;--floating:${floating}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-scheme=light]){color-scheme:dark;${variables(dark)}}}`,
    `:root[data-scheme=dark]{color-scheme:dark;${variables(dark)}}`,
    'html{background:var(--ground)}',
  ].join('\n');
}
