/** `1958` or `14/10/1959`; undefined where it is neither. */
export function birthOf(typed: string): { birthYear: number | null; birthDate: string | null } | undefined {
  const text = typed.trim();
  if (text === '') return { birthYear: null, birthDate: null };
  if (/^\d{4}$/.test(text)) return { birthYear: Number(text), birthDate: null };
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (!date || !month || !year) return undefined;
  return { birthYear: Number(year), birthDate: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` };
}
