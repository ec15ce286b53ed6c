import { useEffect, useRef, useState } from 'react';

const PAUSE = 300;

/**
 * Text that is told once the hands rest, and at once when it was emptied. It holds what is typed itself; where `value` becomes
 * another, since a page was gone back to or a filter was chosen, it shows that.
 */
export function useSettledText(value: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (seen !== value) {
    setSeen(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSettled(text.trim()), text === '' ? 0 : PAUSE);
  };
  return [typed, change];
}
