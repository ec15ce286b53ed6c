import { useSyncExternalStore } from 'react';
import type { Scheme } from './tokens.ts';

export type SchemeChoice = Scheme | 'system';

const KEY = 'quan-triet.scheme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function chosenScheme(): SchemeChoice {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

const current = (): Scheme => {
  const chosen = chosenScheme();
  return chosen === 'system' ? (system.matches ? 'dark' : 'light') : chosen;
};

function apply(): void {
  const chosen = chosenScheme();
  if (chosen === 'system') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = chosen;
  for (const listener of listeners) listener();
}

export function chooseScheme(choice: SchemeChoice): void {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  apply();
}

/** Light or dark as shown now: the reader's choice, else the machine's. */
export const useScheme = (): Scheme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);

system.addEventListener('change', apply);
apply();
