import { StateMark } from '../../parts/state-mark.tsx';
import { integer } from '../../words/format.ts';
import type { CellView } from './roll-view.ts';
import { onRowClick } from './cell-list.tsx';
import { HitName } from './hit-name.tsx';
import { rowWords } from './mark-words.ts';
import type { Person } from './roll-state.ts';

const groups: { duty: Person['duty']; words: string }[] = [
  { duty: 'exempt', words: 'Diện miễn' },
  { duty: 'away', words: 'Tạm chuyển, đi xa' },
];

/** Who is not expected stands apart; an exempt member who came is marked all the same. */
export function Apart({ view }: { view: CellView }) {
  const { open, search } = view;
  return groups.map(({ duty, words }) => {
    const states = open.cell.states.filter(({ person }) => person.duty === duty);
    if (states.length === 0) return null;
    return (
      <section key={duty} className="roll-apart" aria-label={words} onClick={(event) => onRowClick(event, view)}>
        <small>
          {words} ({integer(states.length)}):
        </small>
        {states.map(({ person, attendance, mark }) => (
          <button
            key={person.memberId}
            type="button"
            className={`plain${search.target === person.memberId ? ' target' : ''}`}
            data-row={person.memberId}
            data-act="open"
            data-member={person.memberId}
          >
            {attendance === 'present' && <StateMark state="present" label="có mặt" size={16} />}
            <HitName fullName={person.fullName} givenName={person.givenName} spans={search.hits.get(person.memberId)} />
            {attendance === 'present' && <small>{rowWords(mark, attendance)}</small>}
          </button>
        ))}
      </section>
    );
  });
}
