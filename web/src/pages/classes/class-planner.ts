import { type Arrangement, byName, changesOnly } from './arrangement.ts';

interface Place {
  id: string;
  /** Null where the hall's seats are not known: then all fit. */
  capacity: number | null;
  cellIds: readonly string[];
}

interface Plan {
  places: readonly Place[];
  unplaced: readonly string[];
  /** Cells that move as one. */
  groups: readonly (readonly string[])[];
  countOf: (cellId: string) => number;
  names: ReadonlyMap<string, string>;
}

interface Room {
  id: string;
  seats: number;
  /** Its fair part of all people: classes fill alike. */
  share: number;
  load: number;
  cellIds: string[];
}

/** Cells without a class find one: groups together, within the seats, classes filled alike, in the order people count. */
export function planCells(plan: Plan): { changes: Arrangement; left: string[] } {
  const rooms = roomsOf(plan);
  const left: string[] = [];
  let current = 0;
  for (const unit of unitsOf(plan)) {
    const size = unit.reduce((sum, id) => sum + plan.countOf(id), 0);
    while (current < rooms.length - 1 && isFull(rooms[current], size)) current += 1;
    const room = roomFor(unit, size, { plan, rooms, current });
    if (!room) left.push(...unit);
    else {
      room.cellIds.push(...unit);
      room.load += size;
    }
  }
  const before = Object.fromEntries(plan.places.map(({ id, cellIds }) => [id, cellIds]));
  return { changes: changesOnly(before, Object.fromEntries(rooms.map(({ id, cellIds }) => [id, cellIds]))), left };
}

function roomsOf({ places, unplaced, countOf }: Plan): Room[] {
  const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + countOf(id), 0);
  const all = sum([...places.flatMap(({ cellIds }) => cellIds), ...unplaced]);
  const areSeatsKnown = places.every(({ capacity }) => capacity !== null);
  const seats = places.reduce((total, { capacity }) => total + (capacity ?? 0), 0);
  return places.map(({ id, capacity, cellIds }) => ({
    ...{ id, cellIds: [...cellIds], load: sum(cellIds), seats: capacity ?? Infinity },
    share: areSeatsKnown && seats > 0 ? (all * (capacity ?? 0)) / seats : all / places.length,
  }));
}

/** Groups and single cells that have no class, in natural order; a group stands where its first cell would. */
function unitsOf({ unplaced, groups, names }: Plan): string[][] {
  const sorted = [...unplaced].sort(byName(names));
  const seen = new Set<string>();
  return sorted.flatMap((id) => {
    if (seen.has(id)) return [];
    const group = groups.find((cells) => cells.includes(id)) ?? [id];
    const unit = group.filter((cell) => unplaced.includes(cell));
    for (const cell of unit) seen.add(cell);
    return [unit];
  });
}

/** Taking one more unit would lead further from the fair share than leaving it. */
const isFull = (room: Room | undefined, size: number): boolean =>
  room !== undefined && (room.load + size > room.seats || room.load + size - room.share > room.share - room.load);

function roomFor(
  unit: readonly string[],
  size: number,
  { plan, rooms, current }: { plan: Plan; rooms: readonly Room[]; current: number },
): Room | undefined {
  const hasRoom = (room: Room | undefined): room is Room => room !== undefined && room.load + size <= room.seats;
  const group = plan.groups.find((cells) => unit.some((id) => cells.includes(id))) ?? [];
  const beside = rooms.find((room) => hasRoom(room) && room.cellIds.some((id) => group.includes(id)));
  if (beside) return beside;
  if (hasRoom(rooms[current])) return rooms[current];
  const widest = [...rooms].sort((one, other) => other.seats - other.load - (one.seats - one.load))[0];
  return hasRoom(widest) ? widest : undefined;
}
