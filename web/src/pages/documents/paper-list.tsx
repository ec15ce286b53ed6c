import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { StateMark } from '../../parts/state-mark.tsx';
import { type Choice, choiceAddress, type Listed } from './papers.ts';

/** The papers of a session, the open one marked; ↑ ↓ go from one to the next. */
export function PaperList({ papers, choice, isChosen }: { papers: Listed[]; choice: Choice; isChosen: boolean }) {
  return (
    <nav className="documents-list" aria-label="Văn bản của hội nghị">
      <h2>{papers.length} văn bản của hội nghị</h2>
      <ul onKeyDown={step}>
        {papers.map(({ paper, classId, name, state }) => {
          const isOpen = isChosen && paper === choice.paper && classId === choice.classId;
          return (
            <li key={`${paper} ${classId}`}>
              <Link
                to={choiceAddress({ ...choice, paper, classId, cellId: null })}
                aria-current={isOpen ? 'true' : undefined}
                preventScrollReset
              >
                <StateMark state={state === 'Đã chốt' ? 'done' : 'idle'} />
                <span>
                  <span className={isOpen ? 'strong' : ''}>{name}</span>
                  <small>{state}</small>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The neighbour takes the focus and is opened, as in any list of a desk program. */
function step(event: KeyboardEvent<HTMLUListElement>): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const by = steps[event.key];
  if (by === undefined) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
