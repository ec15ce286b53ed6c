import { describe, expect, it } from 'vitest';
import { keptMarks } from '../../../web/src/pages/roll/kept-marks.ts';
import { newMark } from '../../../web/src/pages/roll/marks.ts';
import { Outbox } from '../../../web/src/pages/roll/outbox.ts';

/** A browser's store that holds so many marks. */
function storeOf(room: number): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      if (held.size >= room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
}

const markOf = (memberId: string) => newMark({ sittingId: 'buoi-1', memberId, kind: 'present' }, null);
const open = (store: Storage): Outbox => new Outbox('buoi-1', keptMarks('tai-khoan', 'buoi-1', store), () => undefined);

describe('what waits for the server', () => {
  it('outlives the page, in the order in which it was taken', () => {
    const store = storeOf(10);
    const marks = ['a', 'b', 'c'].map(markOf);
    open(store).add(marks);
    expect(open(store).waiting.map(({ id }) => id)).toEqual(marks.map(({ id }) => id));
    expect(keptMarks('tai-khoan', 'buoi-2', store).all()).toEqual([]);
    expect(keptMarks('khac', 'buoi-1', store).all()).toEqual([]);
  });

  it('is still sent by a browser that keeps nothing, which is said', () => {
    const outbox = open(storeOf(1));
    outbox.add([markOf('a')]);
    expect(outbox.isDurable).toBe(true);
    outbox.add([markOf('b')]);
    expect([outbox.waiting.length, outbox.isDurable]).toEqual([2, false]);
  });
});
