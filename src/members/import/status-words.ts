import { blank, type Cell, isBlank, quoted, type Reading, read, textOf, wrong } from './reading.js';
import { fold } from './tidy-text.js';

/** Where a member stands, with the word that the screen says (domain §10.24). */
export const memberStates = {
  active: 'Đang sinh hoạt',
  exempt: 'Miễn công tác và sinh hoạt',
  away: 'Tạm chuyển đi',
  'temporary-in': 'Tạm chuyển đến',
  suspended: 'Đình chỉ sinh hoạt',
  transferred: 'Chuyển đi',
  deceased: 'Từ trần',
  left: 'Ra khỏi Đảng',
} as const;
export type MemberState = keyof typeof memberStates;

export interface Status {
  /** null where the cell does not say. */
  standing: 'official' | 'probationary' | null;
  state: MemberState;
}

/** Words of the folded text, the first that fits holds: “chuyển đi tạm thời” is not “chuyển đi”. */
const stateWords: [MemberState, RegExp][] = [
  ['deceased', /\btu tran\b|\bda mat\b|\bchet\b|\bqua doi\b|\bhy sinh\b/],
  ['left', /\bra khoi dang\b|\bra dang\b|\bxoa ten\b|\bkhai tru\b/],
  ['suspended', /\bdinh chi\b/],
  ['temporary-in', /\btam (?:thoi )?(?:chuyen )?den\b|\bden tam\b|\bden sinh hoat tam thoi\b/],
  ['away', /\btam (?:thoi )?(?:chuyen )?di\b|\btam vang\b|\bdi tam\b|\b(?:chuyen|di) .*\btam thoi\b/],
  ['exempt', /\bmien\b/],
  ['active', /\bchuyen den\b/],
  ['transferred', /\bchuyen\b/],
  ['active', /\b(?:dang )?sinh hoat\b|\bdang hoat dong\b|\bdsh\b|\bbinh thuong\b/],
];

/** A denial, or words of two meanings: “chuyển chính thức” is a transfer to some, full membership to others. */
const unclear =
  /\b(?:khong|chua|bo|thoi|ngung) sinh hoat\b|^(?:da )?chuyen (?:dang )?chinh thuc$|^(?:dang )?sinh hoat tam thoi$/;

const standingOf = (words: string): Status['standing'] => {
  if (/\bdu bi\b|\bdb\b|\bdvdb\b/.test(words)) return 'probationary';
  return /\bchinh thuc\b|\bct\b|\bdvct\b/.test(words) ? 'official' : null;
};

/** The column “Trạng thái”: standing, state, or both; a standing alone is a member who takes part. */
export function readStatus(cell: Cell): Reading<Status> {
  if (isBlank(cell)) return blank;
  const words = fold(textOf(cell)).replace(/\b(?:cong tac|ct) (?=va\b)/g, '');
  const state = stateWords.find(([, pattern]) => pattern.test(words))?.[0];
  const standing = state === 'transferred' ? null : standingOf(words);
  if (unclear.test(words) || (!state && !standing)) return wrong(`Chưa rõ trạng thái ${quoted(textOf(cell))}.`);
  return read({ standing, state: state ?? 'active' });
}

export type Sex = 'male' | 'female';

const wordsForMen = new Set(['nam', 'trai', 'ong', 'male', 'm']);
const wordsForWomen = new Set(['nu', 'gai', 'ba', 'female', 'f']);

export function readSex(cell: Cell): Reading<Sex> {
  if (isBlank(cell)) return blank;
  const word = fold(textOf(cell));
  if (wordsForMen.has(word)) return read('male');
  if (wordsForWomen.has(word)) return read('female');
  return wrong(`Giới tính ${quoted(textOf(cell))} không rõ là nam hay nữ.`);
}

/** Two columns, “Nam” and “Nữ”, of which one is marked, with an x or with the year of birth. */
export function readSexMarks(men: Cell, women: Cell): Reading<Sex> {
  const isMan = !isBlank(men);
  const isWoman = !isBlank(women);
  if (isMan && isWoman) return wrong('Cả hai cột Nam và Nữ đều có dấu.');
  if (!isMan && !isWoman) return blank;
  return read(isMan ? 'male' : 'female');
}
