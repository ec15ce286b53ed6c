import { setImmediate as others } from 'node:timers/promises';

/** Goes through much without holding up everybody else's requests. */
export async function* gently<T>(items: Iterable<T>, atOnce = 200): AsyncGenerator<T, void, undefined> {
  let count = 0;
  for (const item of items) {
    yield item;
    count += 1;
    if (count % atOnce === 0) await others();
  }
}
