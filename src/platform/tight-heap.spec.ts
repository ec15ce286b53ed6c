import { describe, expect, it } from 'vitest';
import { inTightHeap } from './tight-heap.js';

describe('a heap that is kept tight', () => {
  it('is so from the first work that asks for it until the last of them has ended', async () => {
    const said: string[] = [];
    const setFlags = (flag: string): void => void said.push(flag);
    const first = Promise.withResolvers<string>();
    const second = Promise.withResolvers<string>();
    const works = [first, second].map(({ promise }) => inTightHeap(() => promise, setFlags));
    first.resolve('one');
    expect(await works[0]).toBe('one');
    expect(said).toEqual(['--heap-growing-percent=15']);
    second.resolve('two');
    await works[1];
    expect(said).toEqual(['--heap-growing-percent=15', '--heap-growing-percent=0']);
  });

  it('is let go also where the work fails', async () => {
    const said: string[] = [];
    const failing = inTightHeap(
      () => Promise.reject(new Error('full')),
      (flag) => void said.push(flag),
    );
    await expect(failing).rejects.toThrow('full');
    expect(said.at(-1)).toBe('--heap-growing-percent=0');
  });
});
