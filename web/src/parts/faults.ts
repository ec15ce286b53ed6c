import { Problem } from '../api/problem.ts';

/** What the server says of one field, `memberships[0].from`; undefined where it has nothing against it. */
export const faultAt = (error: unknown, path: string): string | undefined =>
  error instanceof Problem ? error.errors.find((fault) => fault.path === path)?.message : undefined;

/** The sentence for a fault that stands at none of the fields shown; null where every one has its place. */
export function faultElsewhere(error: unknown, paths: readonly string[]): string | null {
  if (!error) return null;
  if (!(error instanceof Problem)) return 'Trang gặp lỗi. Những gì đã nhập vẫn còn.';
  const others = error.errors.filter(({ path }) => !paths.includes(path));
  if (error.errors.length > 0 && others.length === 0) return null;
  return [error.message, ...others.map(({ path, message }) => `${path}: ${message}`)].join(' ');
}
