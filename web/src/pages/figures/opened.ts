import type { Figures } from '../../api/queries.ts';

type ClassFigures = Figures['classes'][number];

/** Classes whose cells are shown: as the address says it; else a closed class is folded while another one is open. */
export function openedClasses(classes: readonly ClassFigures[], open: string | null): ReadonlySet<string> {
  if (open !== null) {
    const numbers = new Set(open.split(','));
    return new Set(classes.filter((_, at) => numbers.has(String(at + 1))).map(({ classId }) => classId));
  }
  const running = classes.filter(({ closedAt }) => !closedAt);
  return new Set((running.length > 0 ? running : classes).map(({ classId }) => classId));
}

/** The address after one class was opened or folded: `1,2`, `0` where all are folded. */
export function openedAfter(
  classes: readonly ClassFigures[],
  opened: ReadonlySet<string>,
  classId: string,
  isOpen: boolean,
): string {
  const numbers = classes.flatMap((one, at) =>
    (one.classId === classId ? isOpen : opened.has(one.classId)) ? [at + 1] : [],
  );
  return numbers.join(',') || '0';
}

/** `đã chốt`, `đã chốt lần 2`, `đang ghi`, `chưa triệu tập` */
export function classState({ closedAt, revision, tally }: ClassFigures): string {
  if (closedAt) return revision > 1 ? `đã chốt lần ${revision}` : 'đã chốt';
  return tally.total === 0 ? 'chưa triệu tập' : 'đang ghi';
}
