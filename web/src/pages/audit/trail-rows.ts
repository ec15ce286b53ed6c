import { hourOf, integer, inVietnam } from '../../words/format.ts';
import type { Entry, Told } from './audit-queries.ts';

/** One line: an entry, or several in a row by which somebody read the same kind of thing. */
export interface TrailRow {
  /** The newest of them. */
  entry: Entry;
  entries: Entry[];
  /** `13h52`, `13h40 – 13h52` */
  hours: string;
}

export interface TrailDay {
  day: string;
  rows: TrailRow[];
}

/** Looking is told in one line, however often somebody looked; each change has its own. */
const reading = new Set(['members.listed', 'member.read', 'roll.read', 'marks.read', 'paper.viewed', 'audit.read']);

const isSameLook = (one: Entry, other: Entry): boolean =>
  reading.has(one.action) &&
  one.action === other.action &&
  one.accountId === other.accountId &&
  one.address === other.address &&
  one.subject.id === other.subject.id;

/** Newest first, as the entries come. */
export function byDay(entries: readonly Entry[]): TrailDay[] {
  const days: { day: string; groups: Entry[][] }[] = [];
  for (const entry of entries) {
    const { day } = inVietnam(entry.at);
    const last = days.at(-1);
    const group = last?.groups.at(-1);
    if (last?.day !== day) days.push({ day, groups: [[entry]] });
    else if (group?.[0] && isSameLook(group[0], entry)) group.push(entry);
    else last.groups.push([entry]);
  }
  return days.map(({ day, groups }) => ({ day, rows: groups.flatMap(rowOf) }));
}

function rowOf(entries: Entry[]): TrailRow[] {
  const [entry] = entries;
  const first = entries.at(-1);
  if (!entry || !first) return [];
  const [from, to] = [hourOf(first.at), hourOf(entry.at)];
  return [{ entry, entries, hours: from === to ? to : `${from} – ${to}` }];
}

export const whoOf = ({ who }: Pick<Entry, 'who'>): string => who ?? 'Người chưa đăng nhập';

/** What it was done to; not where that is the committee as a whole, or the account of whoever did it. */
export function subjectOf({ subject, accountId }: Entry): string | null {
  if (subject.kind === 'committee' || (subject.kind === 'account' && subject.id === accountId)) return null;
  return subject.name;
}

/** `từ 03/03/2010 thành 31/12/2009` */
export function changeOf({ isErased, isChange, from, to }: Told): string {
  if (isErased) return 'đã xóa theo luật';
  return isChange ? `từ ${from} thành ${to}` : (to ?? '');
}

/** Fields that say nothing to a reader of a line; all of them stand in the details. */
const beside = new Set(['sha256', 'roll', 'file', 'memberIds', 'tally', 'offered', 'markId', 'erased']);
const mostTold = 3;
const longest = 140;

/** The second line of a row: the first few values. */
export function summaryOf({ values, reason }: Entry): string {
  const told = values.filter(({ field }) => !beside.has(field));
  const words = told.slice(0, mostTold).map((one) => `${one.label} ${changeOf(one)}`);
  const more = told.length > mostTold ? [`và ${told.length - mostTold} mục nữa`] : [];
  const line = [...words, ...more, ...(reason ? [`lý do: ${reason}`] : [])].join('; ');
  return cut(line);
}

/** The second line of a row that tells several looks: how often, and what was searched for. */
export function looksOf(entries: readonly Entry[]): string {
  const searched = entries.flatMap(({ values }) => values.filter(({ field, to }) => field === 'search' && to));
  const texts = [...new Set(searched.map(({ to }) => `“${to}”`))].reverse();
  return cut(`${integer(entries.length)} lần${texts.length > 0 ? `, tìm ${texts.join(', ')}` : ''}`);
}

const cut = (line: string): string => (line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line);
