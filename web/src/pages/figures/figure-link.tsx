import { Link, useSearchParams } from 'react-router';
import type { Tally } from '../../api/queries.ts';
import { integer } from '../../words/format.ts';
import { type Column, columnWords, figureOf } from './names-behind.ts';

/** Whose figure it is; nothing given is the whole committee. */
export interface Scope {
  name: string;
  classId?: string;
  cellId?: string;
}

/** The address that shows the names behind a figure, with all else of the page kept. */
export function namesAddress(search: URLSearchParams, column: Column, { classId, cellId }: Scope): string {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries({ names: column, class: classId, cell: cellId }))
    if (value) next.set(key, value);
    else next.delete(key);
  return `?${next}`;
}

/** A figure leads to its names; zero leads nowhere. */
export function FigureLink({ tally, column, scope }: { tally: Tally; column: Column; scope: Scope }) {
  const [search] = useSearchParams();
  const figure = figureOf(tally, column);
  if (figure === 0) return <span className="ink3">0</span>;
  return (
    <Link
      to={namesAddress(search, column, scope)}
      preventScrollReset
      aria-label={`${integer(figure)} ${columnWords[column]}, ${scope.name}`}
    >
      {integer(figure)}
    </Link>
  );
}
