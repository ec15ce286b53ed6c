import type { Coverage, Figures, Session } from '../../api/queries.ts';
import type { State } from '../../parts/state-mark.tsx';
import { fraction, integer, percent } from '../../words/format.ts';

/** One station of the line of the day: its state in words, so that nobody opens it to learn whether something waits there. */
export interface Station {
  to: 'plan' | 'classes' | 'roll' | 'figures' | 'documents';
  name: string;
  state: State;
  words: string;
  /** The words tell of something that a person owes. */
  isOwed: boolean;
}

/** The five stations in the order of work. Pure: what is known of a session comes in, words come out. */
export function stationsOf(session: Session, figures: Figures, coverage: Coverage): Station[] {
  return [
    planStation(session),
    classStation(session, coverage),
    rollStation(session, figures),
    ...after(session, figures),
  ];
}

const isAllClosed = ({ classes }: Session): boolean => classes.length > 0 && classes.every(({ closedAt }) => closedAt);

function planStation(session: Session): Station {
  const { warnings, resolutions, basis } = session;
  const station = { to: 'plan', name: 'Kế hoạch' } as const;
  if (warnings.length > 0) return { ...station, state: 'needed', words: 'Ngày tháng cần xem lại', isOwed: true };
  if (resolutions.length === 0) return { ...station, state: 'idle', words: 'Chưa chọn nghị quyết', isOwed: false };
  return { ...station, state: 'done', words: basis ? `Căn cứ ${basis.number}` : 'Đã lập', isOwed: false };
}

function classStation({ classes }: Session, { inNoClass, inSeveralClasses }: Coverage): Station {
  const station = { to: 'classes', name: 'Lớp' } as const;
  if (classes.length === 0) return { ...station, state: 'idle', words: 'Chưa có lớp', isOwed: false };
  const faults = [
    inNoClass.length > 0 ? `${inNoClass.length} chi bộ sót` : '',
    inSeveralClasses.length > 0 ? `${inSeveralClasses.length} chi bộ trùng` : '',
  ].filter(Boolean);
  if (faults.length > 0) return { ...station, state: 'needed', words: faults.join(' · '), isOwed: true };
  const cells = new Set(classes.flatMap(({ cellIds }) => cellIds)).size;
  return { ...station, state: 'done', words: `${classes.length} lớp · ${cells} chi bộ · 0 sót`, isOwed: false };
}

function rollStation(session: Session, { tally }: Figures): Station {
  const station = { to: 'roll', name: 'Hội trường' } as const;
  if (!session.classes.some(({ summonedAt }) => summonedAt))
    return { ...station, state: 'idle', words: 'Chưa triệu tập', isOwed: false };
  if (isAllClosed(session)) return { ...station, state: 'done', words: 'Đã chốt cả các lớp', isOwed: false };
  const { unmarked, summoned } = tally;
  if (unmarked === summoned)
    return { ...station, state: 'idle', words: `${integer(summoned)} người được triệu tập`, isOwed: false };
  if (unmarked === 0) return { ...station, state: 'running', words: 'Đã ghi đủ, chưa chốt', isOwed: true };
  return { ...station, state: 'running', words: `Còn ${integer(unmarked)} chưa điểm danh`, isOwed: true };
}

function after(session: Session, { tally, classes }: Figures): Station[] {
  const { present, summoned } = tally;
  const closed = classes.filter(({ closedAt }) => closedAt).map(({ name }) => name);
  const numbers = { to: 'figures', name: 'Số liệu', isOwed: false } as const;
  const papers = { to: 'documents', name: 'Văn bản', isOwed: false } as const;
  if (isAllClosed(session)) {
    const words = `${fraction(present, summoned)} · ${percent(present, summoned)}`;
    return [
      { ...numbers, state: 'done', words },
      { ...papers, state: 'running', words: 'Bản dự thảo, chưa có số' },
    ];
  }
  const some = closed.length > 0;
  return [
    {
      ...numbers,
      state: some ? 'running' : 'idle',
      words: some ? `${closed.join(', ')} đã chốt` : 'Chưa chốt lớp nào',
    },
    { ...papers, state: 'idle', words: 'Chờ chốt số liệu' },
  ];
}
