import { useEffect, useRef } from 'react';
import type { BoardRow } from './rows.ts';
import type { Moves } from './use-moves.ts';

interface Keys {
  /** Rows by class, `''` for those without one. */
  find: (classId: string | null, key: string) => BoardRow | undefined;
  /** Open class of a number key; undefined where none has it. */
  classAt: (number: number) => string | undefined;
  move: Moves['move'];
  undo: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null;

const rowsOnScreen = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('.classes [data-row]')].filter((row) => row.offsetParent !== null);

function step(by: 1 | -1): void {
  const rows = rowsOnScreen();
  const current = document.activeElement?.closest<HTMLElement>('[data-row]');
  const at = current ? rows.indexOf(current) + by : by === 1 ? 0 : rows.length - 1;
  rows[Math.max(0, Math.min(at, rows.length - 1))]?.focus();
}

/** ↑ ↓ choose, 1 2 … move to that class, 0 takes out, Ctrl Z undoes. */
export function useBoardKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.altKey || event.metaKey) return;
      if (handle(event, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function handle({ key, ctrlKey }: KeyboardEvent, keys: Keys): boolean {
  if (ctrlKey) {
    if (key.toLowerCase() === 'z') keys.undo();
    return key.toLowerCase() === 'z';
  }
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    step(key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  return /^\d$/.test(key) && moveChosen(Number(key), keys);
}

/** The next row of the same list is chosen, so that one key after another works a list off. */
function moveChosen(number: number, { find, classAt, move }: Keys): boolean {
  const element = document.activeElement?.closest<HTMLElement>('[data-row]');
  const to = number === 0 ? null : classAt(number);
  if (!element || to === undefined) return false;
  const from = element.dataset['class'] || null;
  const row = find(from, element.dataset['row'] ?? '');
  if (!row || from === to) return false;
  const next = element.nextElementSibling ?? element.previousElementSibling;
  move(row, from, to);
  if (next instanceof HTMLElement) next.focus();
  return true;
}
