import { Injectable } from '@nestjs/common';
import { ForbiddenError, ProveAgainError, SecondFactorDemandedError } from './access.errors.js';
import type { Access } from './access.decorator.js';
import type { Actor, Holder } from './actor.js';

/** Minutes for which a proof of identity is good enough for a sensitive step. */
const FRESH_MINUTES = 10;

/** What follows from how far a permission reaches: refusals, and the narrowing of lists. */
@Injectable()
export class AccessPolicy {
  /**
   * @throws ForbiddenError where the permission reaches nothing, SecondFactorDemandedError where one is to be set up first,
   * ProveAgainError where the proof is old
   */
  requireReach(holder: Holder, isNowhere: boolean, { permission, isFresh, isForPrograms }: Access): void {
    if (holder.lacksSecondFactor && permission !== 'own') throw new SecondFactorDemandedError();
    if (isNowhere && permission !== 'own') throw new ForbiddenError();
    // Accounts, passwords, tokens are looked after by a person: a token in wrong hands must not make itself another one.
    const isPerson = holder.signInKind === 'browser';
    if (!isPerson && (isFresh || (permission === 'own' && !isForPrograms))) throw new ForbiddenError();
    if (isFresh && holder.provedAt.getTime() < Date.now() - FRESH_MINUTES * 60_000) throw new ProveAgainError();
  }

  /** Cells to which a list of people is narrowed; null: all of the committee. */
  cellsOf({ scope }: Actor): readonly string[] | null {
    return scope.people === 'all' ? null : scope.people.cells;
  }

  /** Classes at whose doors the actor stands; null where he is bound to none. */
  classesOf({ scope }: Actor): readonly string[] | null {
    return scope.people === 'all' ? null : scope.people.classes;
  }

  /** Members whom the actor may meet, one by one; null: all of the committee. */
  membersOf({ scope }: Actor): readonly string[] | null {
    return scope.people === 'all' ? null : scope.people.members;
  }

  /** Sittings whose roll the actor takes; null where he is bound to none. */
  sittingsOf({ scope }: Actor): readonly string[] | null {
    return scope.people === 'all' ? null : scope.people.sittings;
  }

  /** Sessions to which plans are narrowed; null: all of the committee. */
  sessionsOf({ scope }: Actor): readonly string[] | null {
    return scope.sessions === 'all' ? null : scope.sessions;
  }

  /** True for those who work in the committee; a viewer of it, and whoever looks in from above, learns nothing of health. */
  isOfTheHouse({ committeeId, grants }: Actor): boolean {
    return grants.some((grant) => grant.committeeId === committeeId && grant.role !== 'viewer');
  }

  /** The only classes of which a steward knows, at his doors; null for whoever reads plans. */
  doorsOf({ scope }: Actor): readonly string[] | null {
    return scope.sessions === 'all' || scope.people === 'all' ? null : scope.people.classes;
  }

  /** True where the unit at this path may be changed: a part of the tree is changed below its own unit. */
  isBelowReach({ reach }: Actor, path: string): boolean {
    return reach.isWhole || reach.paths.some((top) => path.startsWith(`${top}.`));
  }

  /** True where the unit at this path lies within reach. */
  isWithinReach({ reach }: Actor, path: string): boolean {
    return reach.isWhole || reach.paths.some((top) => path === top || path.startsWith(`${top}.`));
  }
}
