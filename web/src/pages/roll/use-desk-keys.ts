import { type KeyboardEvent, useEffect, useEffectEvent } from 'react';

export interface DeskActs {
  toggleExcept: () => void;
  save: () => void;
  undo: () => void;
  nextCell: () => void;
}

const isEditing = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== '';

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog]') !== null;

/** Keys are known by their place: with Alt some layouts give another letter. */
function actOf(event: globalThis.KeyboardEvent): keyof DeskActs | null {
  const { altKey, code, key, shiftKey } = event;
  const isCtrl = event.ctrlKey || event.metaKey;
  if (altKey && !isCtrl) return code === 'KeyT' ? 'toggleExcept' : null;
  if (!isCtrl || shiftKey) return null;
  if (key === 'Enter') return 'save';
  if (key === 'ArrowDown') return 'nextCell';
  return code === 'KeyZ' && !isEditing(event.target) ? 'undo' : null;
}

/** Keys that hold wherever the focus is on the page. */
export function useDeskKeys(acts: DeskActs, isActive: boolean): void {
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.isComposing || isInDialog(event.target)) return;
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    acts[act]();
  });
  useEffect(() => {
    if (!isActive) return;
    const listener = (event: globalThis.KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [isActive]);
}

export interface FieldActs {
  enter: () => void;
  excused: () => void;
  unexcused: () => void;
  move: (step: 1 | -1) => void;
  clear: () => void;
}

/** Keys of the name field; while an input method composes a letter they are its own. */
export function onFieldKey(event: KeyboardEvent<HTMLInputElement>, acts: FieldActs): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  const act = fieldActOf(event, acts);
  if (!act) return;
  event.preventDefault();
  act();
}

function fieldActOf({ altKey, code, key }: KeyboardEvent, acts: FieldActs): (() => void) | null {
  if (altKey) return code === 'KeyL' ? acts.excused : code === 'KeyK' ? acts.unexcused : null;
  if (key === 'Enter') return acts.enter;
  if (key === 'Escape') return acts.clear;
  if (key === 'ArrowDown') return () => acts.move(1);
  return key === 'ArrowUp' ? () => acts.move(-1) : null;
}
