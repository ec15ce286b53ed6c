import { refusal } from './refusals.ts';

const atOnce = 2;
const mayWait = 10;

let reading = 0;
const waiting: (() => void)[] = [];

/**
 * Two files are read at a time, since each may take its whole memory; ten more wait, further ones are refused.
 * @returns what gives the turn back
 */
export async function takeTurn(signal?: AbortSignal): Promise<() => void> {
  signal?.throwIfAborted();
  if (reading < atOnce) reading += 1;
  else await wait(signal);
  let isGivenBack = false;
  return () => {
    if (isGivenBack) return;
    isGivenBack = true;
    const next = waiting.shift();
    // Whoever is next takes over the turn; the number of readers stays.
    if (next) next();
    else reading -= 1;
  };
}

async function wait(signal?: AbortSignal): Promise<void> {
  if (waiting.length >= mayWait) throw refusal('spreadsheet.busy');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  waiting.push(resolve);
  const leave = (): void => {
    const at = waiting.indexOf(resolve);
    if (at >= 0) waiting.splice(at, 1);
    reject(signal?.reason);
  };
  signal?.addEventListener('abort', leave, { once: true });
  await promise;
  signal?.removeEventListener('abort', leave);
}
