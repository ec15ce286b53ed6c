import type { Schemas } from '../../api/client.ts';
import { day, integer } from '../../words/format.ts';

export type Change = Schemas['UnitChangeDto'];
export type Succession = Schemas['CellSuccessionDto'];
type Part = Schemas['UnitChangePartDto'];

/** `A`, `A và B`, `A, B và C` */
export function joined(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`;
}

const nameOf = ({ before, after }: Part): string => before?.name ?? after?.name ?? '';
const nameAfter = ({ before, after }: Part): string => after?.name ?? before?.name ?? '';

function changed({ before, after }: Part): string {
  if (!before || !after) return '';
  const facts = [
    before.name !== after.name && `đổi tên thành ${after.name}`,
    before.parentId !== after.parentId && `chuyển về ${after.parentName ?? 'cấp trên khác'}`,
    before.code !== after.code && (after.code ? `mang mã số ${after.code}` : 'bỏ mã số'),
    before.category !== after.category && (after.category ? `ghi loại ${after.category}` : 'bỏ loại'),
  ];
  return `${before.name} ${joined(facts.filter((fact) => fact !== false))}`;
}

/** What happened, in one sentence without its end: `Chi bộ 3 và Chi bộ 4 nhập thành Chi bộ 3 mới`. */
export function changeWords({ kind, parts }: Pick<Change, 'kind' | 'parts'>): string {
  const [first] = parts;
  const sources = parts.filter(({ part }) => part === 'source');
  const targets = parts.filter(({ part }) => part === 'target');
  if (!first) return '';
  switch (kind) {
    case 'founded':
      return `Thành lập ${nameAfter(first)}`;
    case 'dissolved':
      return `${nameOf(first)} giải thể`;
    case 'changed':
      return changed(first);
    case 'merged': {
      const isNew = targets.every(({ before }) => before === null);
      return `${joined(sources.map(nameOf))} nhập ${isNew ? 'thành' : 'vào'} ${joined(targets.map(nameAfter))}`;
    }
    case 'split': {
      const ends = sources.every(({ after }) => after === null);
      return `${joined(sources.map(nameOf))} chia ${ends ? 'thành' : 'ra'} ${joined(targets.map(nameAfter))}`;
    }
  }
}

/** `12-QĐ/ĐU, Đảng ủy phường, 20/09/2026` */
export const documentWords = (document: Change['document']): string =>
  document
    ? [document.number, document.issuer, document.issuedOn && day(document.issuedOn)].filter(Boolean).join(', ')
    : '';

/** One line of the story; foundings of one day by one document are one. */
export interface Chapter {
  id: string;
  on: string;
  words: string;
  document: string;
  /** The change that can be taken back; none where the line tells of several. */
  change: Change | null;
}

const isSameFounding = (one: Change, other: Change): boolean =>
  one.kind === 'founded' &&
  other.kind === 'founded' &&
  one.on === other.on &&
  documentWords(one.document) === documentWords(other.document);

/** @param changes newest first */
export function chapters(changes: Change[]): Chapter[] {
  const lines: Change[][] = [];
  for (const change of changes) {
    const last = lines.at(-1);
    if (last?.[0] && isSameFounding(last[0], change)) last.push(change);
    else lines.push([change]);
  }
  return lines.flatMap((several): Chapter[] => {
    const [change] = several;
    if (!change) return [];
    const chapter = { id: change.id, on: change.on, document: documentWords(change.document) };
    if (several.length === 1) return [{ ...chapter, words: changeWords(change), change }];
    const names = [...several].reverse().flatMap(({ parts }) => parts.map(nameAfter));
    const told = names.length > 6 ? `${names.slice(0, 5).join(', ')}, …` : joined(names);
    return [{ ...chapter, words: `Thành lập ${integer(names.length)} tổ chức đảng: ${told}`, change: null }];
  });
}

/** `87 đảng viên chuyển sinh hoạt, trong đó 5 miễn, 2 dự bị` */
export function movesWords(moves: Succession['moves']): string {
  const sum = (of: (move: Succession['moves'][number]) => number): number =>
    moves.reduce((total, move) => total + of(move), 0);
  const members = sum((move) => move.members);
  if (members === 0) return 'không có đảng viên nào phải chuyển';
  const among = [
    [sum(({ probationary }) => probationary), 'dự bị'],
    [sum(({ exempt }) => exempt), 'miễn sinh hoạt'],
    [sum(({ away }) => away), 'tạm chuyển đi'],
    [sum(({ temporaryIn }) => temporaryIn), 'tạm chuyển đến'],
    [sum(({ residence }) => residence), 'chỉ theo nơi cư trú'],
    [sum(({ later }) => later), 'về sau ngày ấy'],
  ] as const;
  const told = among.filter(([count]) => count > 0).map(([count, what]) => `${integer(count)} ${what}`);
  return `${integer(members)} đảng viên chuyển sinh hoạt${told.length > 0 ? `, trong đó ${joined(told)}` : ''}`;
}

/** What becomes of a class, and what the office has to do. */
export function classWords(one: Succession['classes'][number], { ended, receiving }: Succession): string {
  const name = `${one.name}, ${one.sessionTitle}${one.firstDay ? ` (${day(one.firstDay)})` : ''}`;
  if (one.effect === 'stays') return `${name}: học trước ngày ấy, giữ nguyên.`;
  if (one.effect === 'undated') return `${name}: chưa có ngày, xếp lại chi bộ bằng tay.`;
  const cells = joined(receiving.map((cell) => cell.name));
  const facts = [
    ended.length > 0 ? `${cells} vào thay` : `thêm ${cells}`,
    one.isDouble && `${cells} đứng ở hai lớp, chọn một lớp trước khi triệu tập`,
    one.isSummoned && 'đã triệu tập, triệu tập lại để danh sách mang tên mới',
  ];
  return `${name}: ${facts.filter((fact) => fact !== false).join('; ')}.`;
}
