import { byName } from '../roster.js';

/**
 * The order of what a search has found, for rows of the roster under the alias `r`: who types tone marks gets the exact ones
 * first; then whose given name is one of the words, whose given name begins with one, whose family name does, the others;
 * within each the one order of names. @param search the parameter that holds what was typed, or null
 */
export const inSearchOrder = (search: string): string => `
  (r.tone_text LIKE ALL (tone_patterns(${search}::text))) DESC NULLS LAST,
  CASE WHEN ${search} IS NULL THEN 0
       WHEN r.given_search = ANY (search_words(${search})) THEN 0
       WHEN EXISTS (SELECT FROM unnest(search_words(${search})) AS w WHERE r.given_search ^@ w) THEN 1
       WHEN EXISTS (SELECT FROM unnest(search_words(${search})) AS w WHERE r.family_search ^@ w) THEN 2
       ELSE 3 END, ${byName('r')}`;
