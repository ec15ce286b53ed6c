import { useEffect, useState } from 'react';

const PAUSE = 300;

/** What is typed, once the hands rest: each question to the register stands in the audit trail, half words should not. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed === '' ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
