import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Figures, Tally } from '../../api/queries.ts';
import { ShareBar } from '../../parts/share-bar.tsx';
import { fraction, integer, percent } from '../../words/format.ts';
import { namesAddress, type Scope } from './figure-link.tsx';
import { classState } from './opened.ts';

/** On a phone: one class at a time; a row leads to the names that are still missing, or to all who were summoned. */
export function FiguresList({ figures }: { figures: Figures }) {
  const [search, setSearch] = useSearchParams();
  const { classes } = figures;
  const running = classes.findIndex(({ closedAt }) => !closedAt);
  const shown = Number(search.get('shown')) || Math.max(running, 0) + 1;
  const one = classes[shown - 1] ?? classes[0];
  if (!one) return null;
  return (
    <div className="figures-list">
      {classes.length > 1 && (
        <Segmented
          block
          aria-label="Lớp"
          value={classes.indexOf(one) + 1}
          options={classes.map((each, at) => ({ value: at + 1, label: `${each.name}, ${classState(each)}` }))}
          onChange={(value) =>
            setSearch(
              (now) => {
                now.set('shown', String(value));
                return now;
              },
              { replace: true, preventScrollReset: true },
            )
          }
        />
      )}
      <ul>
        <Row
          scope={{ name: one.name, classId: one.classId }}
          name={`${one.name}, ${one.cells.length} chi bộ`}
          tally={one.tally}
        />
        {one.cells.map(({ cellId, name, tally }) => (
          <Row key={cellId} scope={{ name, classId: one.classId, cellId }} name={name} tally={tally} />
        ))}
      </ul>
    </div>
  );
}

function Row({ scope, name, tally }: { scope: Scope; name: string; tally: Tally }) {
  const [search] = useSearchParams();
  const { summoned, present, unmarked } = tally;
  const content = (
    <>
      <span className={scope.cellId ? '' : 'strong'}>{name}</span>
      <b>{percent(present, summoned)}</b>
      <ShareBar tally={tally} />
      <small>
        {unmarked > 0 && <span>còn {integer(unmarked)}</span>}
        <span className="ink2">{summoned === 0 ? '–' : fraction(present, summoned)}</span>
      </small>
    </>
  );
  return (
    <li>
      {summoned === 0 ? (
        <div className="figures-row">{content}</div>
      ) : (
        <Link
          className="figures-row"
          preventScrollReset
          to={namesAddress(search, unmarked > 0 ? 'unmarked' : 'summoned', scope)}
        >
          {content}
        </Link>
      )}
    </li>
  );
}
