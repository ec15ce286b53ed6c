import type { Coverage, Figures, Session } from '../../api/queries.ts';
import { day, fraction, hourOf, integer, percent } from '../../words/format.ts';
import type { Station } from './stations.ts';

/** A station drawn large: how it stands, two to four facts, what is owed there, and the way in. */
export interface StationFacts {
  heading: string;
  facts: string[];
  owed: string | null;
  link: string;
}

interface Known {
  session: Session;
  figures: Figures;
  coverage: Coverage;
}

/** What the overview says at each station. Pure: what is known of a session comes in, words come out. */
export const factsOf: Record<Station['to'], (known: Known) => StationFacts> = {
  plan: planFacts,
  classes: classFacts,
  roll: rollFacts,
  figures: figureFacts,
  documents: documentFacts,
};

function planFacts({ session: { basis, resolutions, warnings } }: Known): StationFacts {
  return {
    heading: resolutions.length === 0 ? 'Chưa chọn nghị quyết' : 'Đã lập',
    facts: [
      ...(basis
        ? [`Căn cứ: ${basis.number}, ${day(basis.issuedOn)}`, `của ${basis.issuer}`]
        : ['Không có căn cứ của cấp trên']),
      `${resolutions.length} văn bản học`,
    ],
    owed: warnings.length > 0 ? 'Ngày tháng cần xem lại' : null,
    link: 'Xem kế hoạch',
  };
}

const amounts = ['', 'một', 'hai', 'ba', 'bốn', 'năm'];

function classFacts({ session: { classes }, figures, coverage: { inNoClass, inSeveralClasses } }: Known): StationFacts {
  const cells = new Set(classes.flatMap(({ cellIds }) => cellIds)).size;
  const isSummoned = classes.some(({ summonedAt }) => summonedAt);
  const faults = [
    inNoClass.length > 0 ? `${inNoClass.length} chi bộ sót` : '',
    inSeveralClasses.length > 0 ? `${inSeveralClasses.length} chi bộ trùng` : '',
  ].filter(Boolean);
  return {
    heading: classes.length === 0 ? 'Chưa có lớp' : faults.length > 0 ? 'Chưa xếp xong' : 'Đã xếp xong',
    facts: [
      `${classes.length} lớp · ${cells} chi bộ${faults.length > 0 ? '' : ' · 0 chi bộ sót'}`,
      isSummoned ? `${integer(figures.tally.summoned)} người được triệu tập` : 'Chưa triệu tập',
    ],
    owed: classes.length > 0 && faults.length > 0 ? faults.join(' · ') : null,
    link: classes.length === 0 ? 'Thêm lớp' : `Xem ${amounts[classes.length] ?? classes.length} lớp`,
  };
}

function rollFacts({ session: { classes }, figures }: Known): StationFacts {
  const { unmarked, summoned } = figures.tally;
  const isSummoned = classes.some(({ summonedAt }) => summonedAt);
  const isClosed = classes.length > 0 && classes.every(({ closedAt }) => closedAt);
  const hasBegun = isSummoned && unmarked < summoned;
  return {
    heading: isClosed ? 'Đã chốt cả các lớp' : hasBegun ? 'Đang điểm danh' : 'Chưa mở',
    facts: isSummoned
      ? figures.classes
          .slice(0, 3)
          .map(({ name, closedAt, tally }) =>
            closedAt
              ? `${name}: đã chốt lúc ${hourOf(closedAt)}`
              : `${name}: ${fraction(tally.present, tally.summoned)} có mặt`,
          )
      : ['Chưa triệu tập'],
    owed: hasBegun && unmarked > 0 ? `Còn ${integer(unmarked)} chưa điểm danh` : null,
    link: 'Vào hội trường',
  };
}

function figureFacts({ figures: { tally, classes } }: Known): StationFacts {
  const closed = classes.filter(({ closedAt }) => closedAt);
  const isAll = classes.length > 0 && closed.length === classes.length;
  const rate = (name: string, { present, summoned }: Figures['tally']): string =>
    `${name}: ${fraction(present, summoned)} · ${percent(present, summoned)}`;
  const shown =
    isAll && closed.length > 1 ? [rate('Cả hội nghị', tally)] : closed.map((one) => rate(one.name, one.tally));
  return {
    heading: isAll ? 'Đã có đủ' : closed.length > 0 ? `Đã có ${closed.length} trên ${classes.length} lớp` : 'Chưa có',
    facts: [
      ...shown.slice(0, 2),
      ...(shown.length > 0 ? ['trên số được triệu tập'] : []),
      ...classes
        .filter(({ closedAt }) => !closedAt)
        .map(({ name }) => `${name}: chưa chốt`)
        .slice(0, 2),
    ],
    owed: null,
    link: 'Xem số liệu',
  };
}

function documentFacts({ session: { classes } }: Known): StationFacts {
  const open = classes.filter(({ closedAt }) => !closedAt).map(({ name }) => name);
  const isReady = classes.length > 0 && open.length === 0;
  return {
    heading: isReady ? 'Bản dự thảo' : 'Chờ chốt số liệu',
    facts: isReady
      ? ['Báo cáo, danh sách, tin bài', 'lập từ số liệu đã chốt']
      : [open.length > 0 ? `Báo cáo chờ chốt ${open.join(', ')}` : 'Báo cáo chờ có lớp'],
    owed: null,
    link: 'Xem văn bản',
  };
}
