import { type CSSProperties, type MouseEvent, memo } from 'react';
import { StateMark, type State } from '../../parts/state-mark.tsx';
import type { CellView } from './roll-view.ts';
import { HitName } from './hit-name.tsx';
import { attendanceWords, rowWords } from './mark-words.ts';
import type { ShownMark } from './marks.ts';
import type { Span } from './name-match.ts';
import type { Attendance, Person } from './roll-state.ts';

/** One listener for all rows: rows then need nothing but what they show, and are drawn only when that changes. */
export function onRowClick(event: MouseEvent, { takeRow, openPerson }: CellView): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-member]') : null;
  const { member, act } = button?.dataset ?? {};
  if (!member) return;
  if (act === 'take') takeRow(member);
  else openPerson(member);
}

/** The summoned people of a cell, running down the columns as on the printed list. */
export function CellList({ view }: { view: CellView }) {
  const { open, search, isExcept, draft } = view;
  const summoned = open.cell.states.filter(({ person }) => person.duty === 'summoned');
  const rows = (columns: number): number => Math.ceil(summoned.length / columns);
  return (
    <ol
      className="sheet roll-list"
      aria-label={`${open.cell.name}, ${open.one.name}`}
      style={{ '--rows-3': rows(3), '--rows-2': rows(2) } as CSSProperties}
      onClick={(event) => onRowClick(event, view)}
    >
      {summoned.map(({ person, attendance, mark }, index) => (
        <Row
          key={person.memberId}
          number={index + 1}
          person={person}
          attendance={attendance}
          mark={mark}
          planned={isExcept ? draft.plan.kinds.get(person.memberId) : undefined}
          spans={search.hits.get(person.memberId)}
          isTarget={search.target === person.memberId}
        />
      ))}
    </ol>
  );
}

interface RowProps {
  number: number;
  person: Person;
  attendance: Attendance;
  mark: ShownMark | null;
  planned: 'present' | 'excused' | 'unexcused' | undefined;
  spans: Span[] | undefined;
  isTarget: boolean;
}

const plannedWords = { present: 'sẽ ghi', excused: 'có lý do', unexcused: 'không lý do' } as const;

const Row = memo(function Row({ number, person, attendance, mark, planned, spans, isTarget }: RowProps) {
  const state: State = planned === undefined ? attendance : planned === 'present' ? 'planned' : planned;
  const words = planned === undefined ? rowWords(mark, attendance) : plannedWords[planned];
  const isDone = attendance !== 'unmarked';
  const classes = ['roll-row', isDone ? 'done' : '', isTarget ? 'target' : '', planned ? `planned-${planned}` : ''];
  return (
    <li className={classes.filter(Boolean).join(' ')} data-row={person.memberId}>
      <button type="button" className="plain roll-take" data-act="take" data-member={person.memberId}>
        <span className="roll-number" aria-hidden="true">
          {number}
        </span>
        <StateMark state={state} size={16} />
        <HitName fullName={person.fullName} givenName={person.givenName} spans={spans} />
        <span className="hidden-text">
          , {planned === 'present' ? 'sẽ ghi có mặt' : attendanceWords[planned ?? attendance]}
        </span>
      </button>
      <button
        type="button"
        className={`plain roll-open ${state}`}
        data-act="open"
        data-member={person.memberId}
        aria-label={`${words || 'Ghi khác'}, ${person.fullName}: sửa, xem đã ghi gì`}
      >
        {words || <span aria-hidden="true">…</span>}
      </button>
    </li>
  );
});
