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

/** Their rows name no committee. */

/** Requests under way together, where none changes anything. */
const AT_ONCE = 10;

/**
 * Asks every operation in the name of an account, with the ids of every place, and tells in sentences what was wrong.
 * `isStrict`: the answers must be those of the table; otherwise only what is told and changed is looked at.
 */
export class Walk {
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(
    private readonly world: World,
    private readonly operations: Operation[],
    private readonly decisions: Decisions,
    private readonly isStrict: boolean,
  ) {}

  async of(account: AccountSpec): Promise<string[]> {
    const steps = this.operations.flatMap((operation) => this.stepsOf(account, operation));
    const rest = steps.filter((step) => !this.mayChange(step));
    const faults: string[] = [];
    for (let at = 0; at < rest.length; at += AT_ONCE) {
      faults.push(...(await Promise.all(rest.slice(at, at + AT_ONCE).map((step) => this.take(step)))).flat());
    }
    faults.push(...(await this.leftBy('what only reads, or is forbidden,')));
    for (const step of steps.filter((one) => this.mayChange(one))) faults.push(...(await this.take(step)));
    faults.push(...(await this.leftBy('what was refused')));
    return faults;
  }

  private stepsOf(account: AccountSpec, operation: Operation): Step[] {
    const decision = this.decisions[operation.id];
    // What is open to strangers is asked by a stranger.
    if (!decision || decision.may === 'public') return [];
    // What is for a person is so by the kind of his sign-in, of which rows know nothing.
    if (!this.isStrict && decision.inPerson && (account.kind ?? 'browser') !== 'browser') return [];
    // What one does with oneself names nothing that the rows could keep.
    const isOfOneself = decision.may === 'self' && !decision.path && !decision.body;
    if (!this.isStrict && isOfOneself && operation.method !== 'GET') return [];
    const extent = extentOf(operation.id, decision, account);
    const places = this.places(account, decision, extent);
    return places.map(([at, of]) => ({ account, operation, decision, extent, at, of }));
  }

  /** Whatever may change something goes by itself, so that its changes are known, and taken back before the next. */
  private mayChange(step: Step): boolean {
    if (step.operation.method === 'GET' || !step.extent) return false;
    return !this.isStrict || isExpected(step);
  }

  private async leftBy(what: string): Promise<string[]> {
    const left = await this.world.rows.changed();
    await this.world.rows.restore(left);
    return left.length > 0 ? [`${what} changed ${tablesOf(left)}`] : [];
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
    const { account, operation, at, of } = step;
    const ask = this.askOf(step, at, of);
    const answer = await send(this.world, operation, ask, this.world.headersOf(account.name));
    const beyond = this.beyondOf(step);
    const told = await toldBy(answer, beyond);
    const faults = told.map(({ kind, cell, committee }) => `tells ${kind} of ${cell ?? committee}`);
    if (this.isStrict) faults.push(...(await this.judge(step, answer)));
    if (this.mayChange(step) && answer.status < 300) faults.push(...(await this.judgeRows(step, beyond)));
    return [...new Set(faults)].map((fault) => `${operation.id} at ${at.cell} with ${of.cell}: ${fault}`);
  }

  /** Many places are beyond reach, and what is unknown is asked for once. */
  private answerTo({ account, operation }: Step, ask: Ask): Promise<Answer> {
    const key = JSON.stringify([account.name, operation.id, ask]);
    const answer = this.answers.get(key) ?? send(this.world, operation, ask, this.world.headersOf(account.name));
    this.answers.set(key, answer);
    return answer;
  }

  private askOf({ decision }: Step, at: Place, of: Place): Ask {
    return decision.ask?.(at, of) ?? {};
  }

  /** Texts that this answer must not tell. */
  private beyondOf({ account, decision, extent }: Step): Marker[] {
    return this.world.markers.filter((marker) => {
      if (extent && decision.alsoTells?.(account, marker)) return false;
      if (decision.isByCell && this.isOtherPart(account, marker)) return true;
      return !reaches(account, marker) && (this.isStrict || !isBeyondRows(account, marker));
    });
  }

  /** A cell of the committee, but of another part of it than the account's. */
  private isOtherPart(account: AccountSpec, { kind, cell = '' }: Marker): boolean {
    const isOfA = account.at === 'sub' || account.door === 'A';
    if (kind !== 'unit' || !(positionOf(account) === 'part' || account.door === 'A')) return false;
    return !(isOfA ? ['sub', 'empty-a1', 'a1', 'a2'] : ['a1']).includes(cell);
  }

  private async judge(step: Step, answer: Answer): Promise<string[]> {
    const { decision, extent, at, of } = step;
    if (!extent) {
      const isRefused = answer.status === 403 && answer.body['code'] === 'access.forbidden';
      return isRefused ? [] : [`must be forbidden, answered ${brief(answer)}`];
    }
    const [isHere, isOfHere] = whereOf(step);
    if (isHere && isOfHere) {
      const isFine = answer.status < 300 || decision.refusals?.includes(answer.status);
      return isFine ? [] : [`must be answered, was ${brief(answer)}`];
    }
    const stranger = this.askOf(step, isHere ? at : unknown, isOfHere ? of : unknown);
    const same = await this.answerTo(step, stranger);
    if (!(decision.beyond ?? [404]).includes(answer.status)) return [`lies beyond, was answered ${brief(answer)}`];
    return isSameFace(answer, same) ? [] : [`differs from what is unknown: ${brief(answer)} | ${brief(same)}`];
  }

  /** A row that is neither of the account itself nor of the committee in which it works, nor of one that it founds. */
  private isElsewhere({ name, works }: AccountSpec, table: string, row: string): boolean {
    const { units, accountIds } = this.world;
    if (ofNobody.has(table) || [units[works], accountIds.get(name)].some((id) => id && row.includes(id))) return false;
    const isOfAnother = [units.city, units.ward, units.sister, units.foreign].some((id) => row.includes(id));
    return isOfAnother || !ofFoundation.has(table);
  }

  /** Whoever may not changes nothing; whoever may changes nothing that lies beyond. */
  private async judgeRows(step: Step, beyond: Marker[]): Promise<string[]> {
    const changed = await this.world.rows.changed();
    await this.world.rows.restore(changed);
    const others = this.world.markers.filter((marker) => this.isOtherPart(step.account, marker));
    return changed.flatMap(({ table, row }) => {
      const [marker] = foundIn(row, [...beyond, ...others]);
      return marker || this.isElsewhere(step.account, table, row)
        ? [`changed ${table} of ${marker?.cell ?? marker?.committee ?? 'elsewhere'}`]
        : [];
    });
  }
}

/** Neither of a committee nor of an account. */
const ofNobody = new Set(['unit', 'unit_change']);
/** A committee below one's own is founded with them. */
const ofFoundation = new Set(['committee', 'account', 'role_grant', 'invitation']);

/** Whether the ids of the path, and those of body and query, lie within reach. */
const whereOf = ({ account, decision, extent, at, of }: Step): [boolean, boolean] =>
  extent
    ? [isWithin(decision.path, at, account, extent), isWithin(decision.body, of, account, extent)]
    : [false, false];

const isExpected = (step: Step): boolean => whereOf(step).every(Boolean);

/** Row-level security guards rows, not columns; and the tree, which is shared, only against change (docs/decisions/0006). */
const isBeyondRows = ({ works }: AccountSpec, { kind, committee }: Marker): boolean =>
  (kind === 'narrative' || kind === 'unit') && committee === works;

const tablesOf = (rows: { table: string }[]): string => [...new Set(rows.map(({ table }) => table))].join(', ');
