import { ForbiddenError } from '../platform/access/access.errors.js';
import type { Actor } from '../platform/access/actor.js';

/**
 * What makes an account stronger or weaker is for its owner at a browser: a program's token or a door's device that fell into
 * other hands must not become more than it is.
 */
export function requireBrowser({ signInKind }: Actor): void {
  if (signInKind !== 'browser') throw new ForbiddenError();
}
