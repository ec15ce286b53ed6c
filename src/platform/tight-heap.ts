import { setFlagsFromString } from 'node:v8';

/** Per cent by which what lives may have grown before it is looked through again; 0: as V8 thinks fit. */
const TIGHT = 15;
const ITS_OWN = 0;

let underWay = 0;

/**
 * V8 lets a heap double before it looks through it, which is right for requests and dear for a hundred thousand rows that
 * are each needed once. Within `work` it looks through it more often; for requests alone that would cost a door a quarter
 * of its speed. For the whole process: what is under way beside it pays as well.
 */
export async function inTightHeap<T>(work: () => Promise<T>, setFlags = setFlagsFromString): Promise<T> {
  if (underWay === 0) {
    setFlags(`--heap-growing-percent=${TIGHT}`);
    // How far the heap may grow until then was laid down when it was last looked through.
    lookThrough();
  }
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    if (underWay === 0) setFlags(`--heap-growing-percent=${ITS_OWN}`);
  }
}

/** Needs `--expose-gc`; holds everybody up for less than a tenth of a second. */
const lookThrough = (): void => globalThis.gc?.({ type: 'major', execution: 'sync' });
