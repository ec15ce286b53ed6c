import type { ReactNode } from 'react';

/** Stations and debts: done, running, not begun, needs a person. People: present, excused, unexcused, unmarked, planned. */
export type State =
  | 'done'
  | 'running'
  | 'idle'
  | 'needed'
  | 'present'
  | 'excused'
  | 'unexcused'
  | 'unmarked'
  | 'planned';

const disc = <circle key="disc" cx="10" cy="10" r="9" fill="var(--ok)" />;
const tick = (stroke: string): ReactNode => (
  <path
    key="tick"
    d="M5.8 10.4l2.8 2.8 5.6-6"
    fill="none"
    stroke={stroke}
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
);
const ring = (dashed: boolean): ReactNode => (
  <circle
    cx="10"
    cy="10"
    r="8"
    fill="none"
    stroke="var(--ink3)"
    strokeWidth="1.5"
    strokeDasharray={dashed ? '2.6 2.42' : undefined}
  />
);

const shapes: Record<State, ReactNode> = {
  done: [disc, tick('var(--sheet)')],
  present: [disc, tick('var(--sheet)')],
  running: [
    <circle key="ring" cx="10" cy="10" r="8" fill="none" stroke="var(--warn)" strokeWidth="2" />,
    <path key="half" d="M10 2a8 8 0 0 1 0 16z" fill="var(--warn)" />,
  ],
  idle: ring(true),
  unmarked: ring(false),
  needed: [
    <path key="diamond" d="M10 .8L19.2 10 10 19.2.8 10z" fill="var(--accent-fill)" />,
    <path key="mark" d="M10 5.6v5.2M10 13.4v1" stroke="#fff" strokeWidth="1.9" strokeLinecap="round" />,
  ],
  excused: [
    <rect key="square" x="2" y="2" width="16" height="16" rx="2.5" fill="none" stroke="var(--warn)" strokeWidth="2" />,
    <path key="dash" d="M6 10h8" stroke="var(--warn)" strokeWidth="2" strokeLinecap="round" />,
  ],
  unexcused: <path d="M4 4l12 12M16 4L4 16" stroke="var(--accent)" strokeWidth="2.4" strokeLinecap="round" />,
  planned: [
    <circle key="ring" cx="10" cy="10" r="8" fill="none" stroke="var(--ok)" strokeWidth="1.5" />,
    tick('var(--ok)'),
  ],
};

/** A shape of its own for each state; the word stands beside it, or is given as `label` for those who listen. */
export function StateMark({ state, label, size = 20 }: { state: State; label?: string; size?: number }) {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg style={{ flex: 'none' }} viewBox="0 0 20 20" width={size} height={size} {...naming}>
      {shapes[state]}
    </svg>
  );
}
