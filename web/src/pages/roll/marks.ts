import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../api/client.ts';
import type { MarkFact } from './roll-state.ts';

export type Kind = Schemas['MarkDto']['kind'];
export type Reason = NonNullable<Schemas['MarkDto']['reason']>;

/** A mark as this device made it, until the server has answered for it. */
export interface OwnMark extends MarkFact {
  note: string | null;
  method: Schemas['MarkDto']['method'];
}

/** A mark as the screen shows it: own or another's. */
export interface ShownMark extends MarkFact {
  note: string | null;
  device: string | null;
  takenBy: string;
  /** It is kept on this device only, so far. */
  isWaiting: boolean;
}

/** What the server refused, and why; it stays on the device until a person has decided. */
export interface RefusedMark {
  mark: OwnMark;
  code: string;
  message: string;
}

interface Wanted {
  sittingId: string;
  memberId: string;
  kind: Kind;
  reason?: Reason | null;
  withdraws?: string;
  note?: string;
  method?: OwnMark['method'];
}

/**
 * A new fact under an id of this device. It is taken after the mark that it replaces, even where another device's clock
 * runs ahead: whoever sets a state has seen the one before.
 */
export function newMark(wanted: Wanted, replaced: MarkFact | null, now = Date.now()): OwnMark {
  const takenAt = replaced ? Math.max(now, replaced.takenAt + 1) : now;
  return { reason: null, withdraws: null, note: null, method: 'name', ...wanted, id: uuidv7(), takenAt };
}

/** As the API takes it. */
export function bodyOf({ memberId, kind, reason, withdraws, note, method, takenAt }: OwnMark): Schemas['MarkDto'] {
  return { memberId, kind, reason, withdraws, note, method, takenAt: new Date(takenAt).toISOString() };
}

export const shownOwn = (mark: OwnMark, takenBy: string, isWaiting: boolean): ShownMark => ({
  ...mark,
  ...{ device: null, takenBy, isWaiting },
});

export const shownSeen = (sittingId: string, mark: Schemas['SeenMarkDto']): ShownMark => ({
  ...{ id: mark.id, sittingId, memberId: mark.memberId, kind: mark.kind, reason: mark.reason },
  ...{ withdraws: mark.withdraws, note: mark.note, device: mark.device, takenBy: mark.takenBy },
  ...{ takenAt: Date.parse(mark.takenAt), isWaiting: false },
});
