import type { ExecutionContext } from '@nestjs/common';
import { defer, lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { RequestFrame, type RequestLayer } from './request-frame.js';

const context = {} as ExecutionContext;

/** Says when it is entered and left, and refuses where it is told to. */
function layer(name: string, said: string[], refusal?: Error): RequestLayer {
  return {
    around: async (_, work) => {
      said.push(`${name} in`);
      if (refusal) throw refusal;
      const result = await work();
      said.push(`${name} out`);
      return result;
    },
  };
}

describe('the frame of a request', () => {
  it('has the first layer outermost, and hands on what the handler answers', async () => {
    const said: string[] = [];
    const handle = () => defer(() => of(`answer after ${said.length}`));
    const frame = new RequestFrame([layer('turn', said), layer('transaction', said)]);
    expect(await lastValueFrom(frame.intercept(context, { handle }))).toBe('answer after 2');
    expect(said).toEqual(['turn in', 'transaction in', 'transaction out', 'turn out']);
  });

  it('does not reach the handler where a layer refuses', async () => {
    const said: string[] = [];
    const handle = () => defer(() => of(said.push('handler')));
    const frame = new RequestFrame([layer('turn', said, new Error('busy')), layer('transaction', said)]);
    await expect(lastValueFrom(frame.intercept(context, { handle }))).rejects.toThrow('busy');
    expect(said).toEqual(['turn in']);
  });
});
