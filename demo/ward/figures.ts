/**
 * What came out of the day, cell by cell. The rest follows: summoned = present + excused + unexcused,
 * total = exemptAbsent + away + summoned (domain facts §2, denominator rule).
 */
export interface CellFigures {
  /** Exempt, and did not come. */
  exemptAbsent: number;
  /** Temporarily with another committee. */
  away: number;
  present: number;
  excused: number;
  unexcused: number;
  /** Of the present: exempt, and came all the same. */
  exemptPresent: number;
  /** Of the present: probationary; all 25 came. */
  probationary: number;
}

export function figuresOf(cellKey: string): CellFigures {
  const row = rows[cellKey];
  if (!row) throw new Error(`no figures for cell ${cellKey}`);
  const [exemptAbsent, away, present, excused, unexcused, exemptPresent, probationary] = row;
  return { exemptAbsent, away, present, excused, unexcused, exemptPresent, probationary };
}

export function summonedOf(figures: CellFigures): number {
  return figures.present + figures.excused + figures.unexcused;
}

export function totalOf(figures: CellFigures): number {
  return figures.exemptAbsent + figures.away + summonedOf(figures);
}

type Row = [
  exemptAbsent: number,
  away: number,
  present: number,
  excused: number,
  unexcused: number,
  exemptPresent: number,
  probationary: number,
];

const rows: Record<string, Row> = {
  cb1: [3, 0, 42, 1, 0, 0, 1],
  cb2: [2, 1, 39, 1, 1, 0, 0],
  cb5: [3, 0, 44, 1, 0, 1, 1],
  cb7: [2, 0, 36, 1, 0, 0, 1],
  cb8: [4, 1, 45, 1, 1, 1, 1],
  cb11: [2, 1, 41, 1, 0, 0, 0],
  cb12: [3, 1, 43, 1, 1, 0, 1],
  cb13: [2, 0, 39, 1, 1, 0, 0],
  cb14: [3, 1, 41, 2, 0, 0, 1],
  cb15: [3, 0, 42, 1, 1, 0, 1],
  ca: [0, 0, 30, 2, 0, 0, 3],
  'mn-sai-dong': [0, 0, 18, 0, 0, 0, 2],
  'mn-hoa-mai': [0, 0, 15, 0, 0, 0, 1],
  'th-sai-dong': [0, 0, 26, 1, 0, 0, 2],
  'thcs-sai-dong': [0, 1, 28, 0, 0, 0, 3],
  'thpt-sai-dong': [0, 0, 22, 2, 0, 0, 2],
  cb16: [4, 1, 45, 1, 0, 1, 1],
  cb17: [4, 1, 49, 2, 0, 0, 1],
  cb18: [3, 1, 38, 3, 4, 0, 1],
  cb19: [5, 1, 51, 1, 0, 1, 1],
  cb20: [4, 1, 49, 0, 1, 0, 0],
  cb22: [5, 1, 49, 1, 0, 1, 1],
};
