import type { Schemas } from '../../api/client.ts';
import type { Session, SessionClass } from '../../api/queries.ts';

export interface SittingDraft {
  id?: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  topic: string;
}

/** A class as typed; empty text where nothing is given. */
export interface ClassDraft {
  name: string;
  venue: string;
  mode: SessionClass['mode'];
  capacity: number | null;
  sittings: SittingDraft[];
}

export const isClassDraft = (value: unknown): value is ClassDraft =>
  typeof value === 'object' && value !== null && 'sittings' in value && 'venue' in value;

const emptySitting: SittingDraft = { heldOn: '', startsAt: '', endsAt: '', topic: '' };

export function draftOf({ name, venue, mode, capacity, sittings }: SessionClass): ClassDraft {
  return {
    ...{ name, venue, mode, capacity },
    sittings: sittings.map(({ id, heldOn, startsAt, endsAt, topic }) => ({
      ...{ id, heldOn, startsAt },
      endsAt: endsAt ?? '',
      topic: topic ?? '',
    })),
  };
}

/** A new class begins as the last one stands: same hall, same day. */
export function nextDraft({ classes, mode }: Session): ClassDraft {
  const last = classes.at(-1);
  const heldOn = last?.sittings[0]?.heldOn ?? '';
  const number = Math.max(0, ...classes.map((each) => each.number)) + 1;
  return {
    name: `Lớp ${number}`,
    ...{ venue: last?.venue ?? '', mode: last?.mode ?? mode, capacity: last?.capacity ?? null },
    sittings: [{ ...emptySitting, heldOn }],
  };
}

export const oneMoreSitting = ({ sittings }: ClassDraft): SittingDraft[] => [
  ...sittings,
  { ...emptySitting, heldOn: sittings.at(-1)?.heldOn ?? '' },
];

export function bodyOf({ name, venue, mode, capacity, sittings }: ClassDraft): Schemas['CreateClassDto'] {
  return {
    ...{ name: name.trim(), venue: venue.trim(), mode, capacity },
    sittings: sittings.map(({ id, heldOn, startsAt, endsAt, topic }) => ({
      ...(id !== undefined && { id }),
      ...{ heldOn, startsAt, endsAt: endsAt || null, topic: topic.trim() || null },
    })),
  };
}

/** What a class cannot be saved without, by field. */
export function classFaults({ name, venue, sittings }: ClassDraft): Record<string, string> {
  return {
    ...(!name.trim() && { name: 'Ghi tên lớp.' }),
    ...(!venue.trim() && { venue: 'Ghi nơi họp.' }),
    ...Object.fromEntries(
      sittings.flatMap(({ heldOn, startsAt, endsAt }, index) => [
        ...(heldOn ? [] : [[`sittings[${index}].heldOn`, 'Chọn ngày.']]),
        ...(startsAt ? [] : [[`sittings[${index}].startsAt`, 'Ghi giờ, như 8h00.']]),
        ...(startsAt && endsAt && endsAt <= startsAt
          ? [[`sittings[${index}].endsAt`, 'Giờ kết thúc phải sau giờ bắt đầu.']]
          : []),
      ]),
    ),
  };
}
