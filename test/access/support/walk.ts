import type { Answer } from '../../support/test-app.js';
import { type AccountSpec, positionOf, reaches } from './accounts.js';
import { brief, foundIn, isSameFace, toldBy } from './answers.js';
import type { Ask, Decision, Decisions, Extent } from './decision.js';
import { extentOf, isWithin } from './extent.js';
import { type Operation, send } from './operations.js';
import { type Marker, type Place, unknownPlace } from './places.js';
import type { World } from './world.js';

/** One request of one account, as the table judges it. */
interface Step {
  account: AccountSpec;
  operation: Operation;
  decision: Decision;
  extent: Extent | null;
  at: Place;
  of: Place;
}

const unknown = unknownPlace();

/**
 * Asks every operation in the name of an account, with the ids of every place, and tells in sentences what was wrong.
 * `isStrict`: the answers must be those of the table; otherwise only what is told and changed is looked at.
 */
export class Walk {
  private readonly answers = new Map<string, Answer>();

  constructor(
    private readonly world: World,
    private readonly operations: Operation[],
    private readonly decisions: Decisions,
    private readonly isStrict: boolean,
  ) {}

  async of(account: AccountSpec): Promise<string[]> {
    const faults: string[] = [];
    for (const operation of this.operations) {
      const decision = this.decisions[operation.id];
      // What is open to strangers is asked by a stranger.
      if (!decision || decision.may === 'public') continue;
      const extent = extentOf(operation.id, decision, account);
      for (const [at, of] of this.places(account, decision, extent)) {
        const step = { account, operation, decision, extent, at, of };
        const found = await this.take(step);
        faults.push(...found.map((fault) => `${operation.id} at ${at.cell} with ${of.cell}: ${fault}`));
      }
      // What only reads, or was refused, has changed nothing.
      const left = operation.method === 'GET' || !extent ? [] : await this.world.rows.changed();
      if (left.length > 0) faults.push(`${operation.id} was refused and changed ${tablesOf(left)}`);
      await this.world.rows.restore(left);
    }
    const left = await this.world.rows.changed();
    if (left.length > 0) faults.push(`what was forbidden, or only reads, changed ${tablesOf(left)}`);
    await this.world.rows.restore(left);
    return faults;
  }

  /** Pairs of a place for the path and one for the rest: own, sibling, parent, foreign; and own ones mixed with others. */
  private places(account: AccountSpec, { path, body }: Decision, extent: Extent | null): [Place, Place][] {
    const { a1, b1, city, sister, foreign } = this.world.places;
    const home = { ward: a1, city, sister, foreign }[account.works];
    if (!path && !body) return [[home, home]];
    const sibling = positionOf(account) === 'committee' && home === a1 ? sister : b1;
    const others = [sibling, home === city ? a1 : city, home === foreign ? a1 : foreign];
    const pure = [home, ...others].map((place): [Place, Place] => [place, place]);
    if (!extent) return pure.slice(0, 1);
    // Whoever reaches all of his committee passes no check that could be switched off.
    if (extent === 'whole' && !this.isStrict) return pure.slice(0, 2);
    const mixed = [sibling, others[2] ?? foreign].flatMap((other): [Place, Place][] => [
      [home, other],
      [other, home],
    ]);
    return path && body ? [...pure, ...mixed] : pure;
  }

  private async take(step: Step): Promise<string[]> {
    const { account, operation } = step;
    const ask = this.askOf(step, step.at, step.of);
    const answer = await send(this.world, operation, ask, this.world.headersOf(account.name));
    const beyond = this.beyondOf(step);
    const told = await toldBy(answer, beyond);
    const faults = told.map(({ kind, cell, committee }) => `tells ${kind} of ${cell ?? committee}`);
    if (this.isStrict) faults.push(...(await this.judge(step, answer)));
    const mayHaveChanged = operation.method !== 'GET' && answer.status < 300;
    if (operation.id === 'SignIn_end') await this.world.rows.revive();
    if (mayHaveChanged) faults.push(...(await this.judgeRows(step, beyond)));
    return [...new Set(faults)];
  }

  /** Many places are beyond reach, and what is unknown is asked for once. */
  private async answerTo({ account, operation }: Step, ask: Ask): Promise<Answer> {
    const key = JSON.stringify([account.name, operation.id, ask]);
    const answer =
      this.answers.get(key) ?? (await send(this.world, operation, ask, this.world.headersOf(account.name)));
    this.answers.set(key, answer);
    return answer;
  }

  private askOf({ decision }: Step, at: Place, of: Place): Ask {
    return decision.ask?.(at, of) ?? {};
  }

  /** Texts that this answer must not tell. */
  private beyondOf({ account, decision }: Step): Marker[] {
    return this.world.markers.filter((marker) => {
      if (decision.isByCell && this.isOtherPart(account, marker)) return true;
      return !reaches(account, marker) && (this.isStrict || !isBeyondRows(account, marker));
    });
  }

  /** A cell of the committee, but of another part of it than the account's. */
  private isOtherPart(account: AccountSpec, { kind, cell = '' }: Marker): boolean {
    if (kind !== 'unit' || positionOf(account) !== 'part') return false;
    return !(account.at === 'sub' ? ['sub', 'empty-a1', 'a1', 'a2'] : ['a1']).includes(cell);
  }

  private async judge(step: Step, answer: Answer): Promise<string[]> {
    const { account, decision, extent, at, of } = step;
    if (!extent) {
      const isRefused = answer.status === 403 && answer.body['code'] === 'access.forbidden';
      return isRefused ? [] : [`must be forbidden, answered ${brief(answer)}`];
    }
    const isHere = isWithin(decision.path, at, account, extent);
    const isOfHere = isWithin(decision.body, of, account, extent);
    if (isHere && isOfHere) {
      const isFine = answer.status < 300 || decision.refusals?.includes(answer.status);
      return isFine ? [] : [`must be answered, was ${brief(answer)}`];
    }
    const stranger = this.askOf(step, isHere ? at : unknown, isOfHere ? of : unknown);
    const same = await this.answerTo(step, stranger);
    if (!(decision.beyond ?? [404]).includes(answer.status)) return [`lies beyond, was answered ${brief(answer)}`];
    return isSameFace(answer, same) ? [] : [`differs from what is unknown: ${brief(answer)} | ${brief(same)}`];
  }

  /** Whoever may not changes nothing; whoever may changes nothing that lies beyond. */
  private async judgeRows(step: Step, beyond: Marker[]): Promise<string[]> {
    const changed = await this.world.rows.changed();
    await this.world.rows.restore(changed);
    if (!step.extent && changed.length > 0) return [`changed ${tablesOf(changed)}`];
    const others = this.world.markers.filter((marker) => this.isOtherPart(step.account, marker));
    const homeId = this.world.units[step.account.works];
    return changed.flatMap(({ table, row }) => {
      const [marker] = foundIn(row, [...beyond, ...others]);
      const isElsewhere = !row.includes(homeId) && table !== 'unit' && table !== 'account';
      return marker || isElsewhere ? [`changed ${table} of ${marker?.cell ?? marker?.committee ?? 'elsewhere'}`] : [];
    });
  }
}

/** Row-level security guards rows, not columns; and the tree, which is shared, only against change (docs/decisions/0006). */
const isBeyondRows = ({ works }: AccountSpec, { kind, committee }: Marker): boolean =>
  (kind === 'narrative' || kind === 'unit') && committee === works;

const tablesOf = (rows: { table: string }[]): string => [...new Set(rows.map(({ table }) => table))].join(', ');
