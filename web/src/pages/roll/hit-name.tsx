import { composed, type Span } from './name-match.ts';

interface Piece extends Span {
  isGiven: boolean;
  isHit: boolean;
}

function piecesOf(name: string, givenFrom: number, spans: readonly Span[]): Piece[] {
  const cuts = new Set([0, givenFrom, name.length, ...spans.flatMap(({ from, to }) => [from, to])]);
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, index) => ({
    from,
    to: sorted[index + 1] ?? name.length,
    isGiven: from >= givenFrom,
    isHit: spans.some((span) => span.from <= from && from < span.to),
  }));
}

/** A name with its given name standing out, and what was typed underlined in place. */
export function HitName({
  fullName,
  givenName,
  spans = [],
}: {
  fullName: string;
  givenName: string;
  spans?: readonly Span[] | undefined;
}) {
  const name = composed(fullName);
  const given = composed(givenName);
  const givenFrom = name.endsWith(given) ? name.length - given.length : name.length;
  return (
    <span className="roll-name">
      {piecesOf(name, givenFrom, spans).map(({ from, to, isGiven, isHit }) => (
        <span key={from} className={`${isGiven ? 'given-name' : ''}${isHit ? ' roll-hit' : ''}`}>
          {name.slice(from, to)}
        </span>
      ))}
    </span>
  );
}
