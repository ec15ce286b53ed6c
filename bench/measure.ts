import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';

/** One figure: what was measured, its reference in the same run, their ratio, and the goal. */
export interface Measure {
  name: string;
  value: number;
  unit: string;
  reference: number | null;
  ratio: number | null;
  /** In words, on the ratio or the value; null where there is none yet. */
  goal: string | null;
  met: boolean | null;
  machine: string;
  date: string;
}

export type Measured = Pick<Measure, 'name' | 'value' | 'unit' | 'reference' | 'goal'> & {
  isMet: ((m: Measure) => boolean) | null;
};

const round = (value: number): number => Number(value.toPrecision(4));

export function measureOf({ isMet, ...figure }: Measured): Measure {
  const ratio = figure.reference === null ? null : round(figure.value / figure.reference);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  const reference = figure.reference === null ? null : round(figure.reference);
  const measure: Measure = { ...figure, value: round(figure.value), reference, ratio, met: null, machine, date };
  return { ...measure, met: isMet ? isMet(measure) : null };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const asks = 200;

/** Asked one after the other. @returns p95, ms */
export async function p95Of(ask: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < asks; index += 1) {
    const startedAt = performance.now();
    await ask(index);
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(asks * 0.95)] ?? 0;
}

export async function publish(measures: Measure[]): Promise<void> {
  process.stdout.write(`${measures.map(line).join('\n')}\n`);
  await writeFile('bench/results.json', `${JSON.stringify(measures, null, 2)}\n`);
}

function line({ name, value, unit, reference, ratio, goal, met }: Measure): string {
  const against = reference === null ? '' : `reference ${reference}, ratio ${ratio}`;
  const verdict = met === null ? '' : met ? 'met' : 'NOT met';
  return [name.padEnd(46), `${value} ${unit}`.padEnd(18), against.padEnd(36), goal ?? '', verdict].join(' ');
}
