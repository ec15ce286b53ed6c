import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { Allow } from '../access/access.decorator.js';
import type { AuditTrail } from './audit-trail.js';
import { AuditedChange } from './audited-change.js';
import { Unrecorded } from './unrecorded.js';

class Routes {
  @Allow('unit.change')
  change(): void {}

  @Allow('unit.change')
  @Unrecorded('it shows what a file would change, and changes nothing')
  preview(): void {}

  @Allow('roll.mark', { isApart: true })
  mark(): void {}
}

/** A request to one of the routes that has told the trail nothing. */
function silent(route: keyof Routes, method = 'POST', actor: object | undefined = {}): Promise<unknown> {
  const context = {
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => ({ actor, method }) }),
  } as unknown as ExecutionContext;
  const trail = { isSettled: () => false } as AuditTrail;
  return new AuditedChange(new Reflector(), trail).around(context, () => Promise.resolve('done'));
}

describe('a request that has told the trail nothing', () => {
  it('fails where it is a change, and names the handler', async () => {
    await expect(silent('change')).rejects.toThrow('Routes.change changed something and left no audit entry');
  });

  it('passes where it reads, says why it records nothing, opens its own transactions, or has no actor', async () => {
    expect(await silent('change', 'GET')).toBe('done');
    expect(await silent('preview')).toBe('done');
    expect(await silent('mark')).toBe('done');
    expect(await silent('change', 'POST', null as unknown as object)).toBe('done');
  });
});
