/** The first name of a CSS list of typefaces, in a style attribute or a rule. */
export function firstFamily(css: string): string | null {
  const [, list = ''] = /font-family\s*:\s*([^;}]+)/i.exec(css) ?? [];
  const first = (list.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '');
  return first === '' ? null : first;
}

/** Typefaces by class, in small letters, as Excel writes them into the head of a page: `.xl65 {…; font-family:".VnTime"}`. */
export function classFamilies(css: string): Map<string, string> {
  const families = new Map<string, string>();
  for (const rule of css.split('}')) {
    const brace = rule.indexOf('{');
    const family = firstFamily(rule.slice(brace + 1));
    if (brace < 0 || family === null) continue;
    for (const [, name = ''] of rule.slice(0, brace).matchAll(/\.([\w-]+)/g)) families.set(name.toLowerCase(), family);
  }
  return families;
}
