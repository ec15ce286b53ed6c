import { searchKey } from '../words/format.ts';

/** What is typed is looked for in an option's words, without accents; for a `Select` that is searched. */
export const findsOption = (typed: string, option?: { label: string }): boolean =>
  searchKey(option?.label ?? '').includes(searchKey(typed));
