import { bindTogether } from './bind-together.js';
import { WordingError } from './wording.errors.js';
import { parseLine, type WordingLine, type WordingPart } from './wording-line.js';

/** What a report offers its wording: sections that must be there, and names that may stand in braces. */
export interface WordingShape {
  sections: readonly string[];
  names: readonly string[];
}

/** What stands for each name. `''` and `'0'` count as nothing for `{?name}`. */
export type WordingValues = Readonly<Record<string, string>>;

/** One paragraph (level 0) or heading; a value that has line breaks makes several. */
export interface FilledLine {
  level: 0 | 1 | 2;
  text: string;
}

/** A wording file, read and checked as a whole: every name in every branch is known before anything is produced. */
export class Wording {
  private constructor(private readonly sections: ReadonlyMap<string, WordingLine[]>) {}

  /**
   * @param file name told to the person who mends it
   * @throws WordingError for the first mistake
   */
  static parse(file: string, source: string, shape: WordingShape): Wording {
    const sections = new Map<string, WordingLine[]>();
    let current: WordingLine[] | undefined;
    for (const [index, raw] of source.normalize('NFC').split(/\r?\n/).entries()) {
      const line = raw.trim();
      if (line === '' || line.startsWith('#')) continue;
      const indent = raw.indexOf(line);
      const fail = (column: number, mistake: string): never => {
        throw new WordingError(file, index + 1, indent + column, mistake);
      };
      if (line.startsWith('[')) current = openSection(sections, line, shape.sections, fail);
      else
        (current ?? fail(1, 'lời phải nằm trong một phần, mở bằng [tên phần]')).push(
          parseLine(line, shape.names, fail),
        );
    }
    const missing = shape.sections.find((name) => !sections.has(name));
    if (missing) throw new WordingError(file, source.trimEnd().split('\n').length, 1, `thiếu phần [${missing}]`);
    return new Wording(sections);
  }

  /**
   * The lines of a section with its values, NFC, with what belongs together bound by no-break spaces. What comes out
   * empty is left out, and so is a heading with nothing under it; headings are numbered over what remains.
   */
  lines(section: string, values: WordingValues): FilledLine[] {
    const written = this.sections.get(section);
    if (!written) throw new Error(`No section ${section} in the shape of this wording`);
    const filled = written.flatMap(({ level, parts }) =>
      fill(parts, values)
        .normalize('NFC')
        .split(/\r?\n/)
        .map((text): FilledLine => ({ level, text: bindTogether(text.trim()) })),
    );
    const said = filled.filter(({ text }) => text !== '');
    return numbered(said.filter((line, index) => line.level === 0 || hasText(said, index)));
  }

  /** A section as one text. */
  text(section: string, values: WordingValues): string {
    return this.lines(section, values)
      .map(({ text }) => text)
      .join(' ');
  }
}

function openSection(
  sections: Map<string, WordingLine[]>,
  line: string,
  known: readonly string[],
  fail: (column: number, mistake: string) => never,
): WordingLine[] {
  const name = /^\[([^[\]]*)\]$/.exec(line)?.[1]?.trim() ?? fail(1, 'tên phần ghi là [tên phần], riêng một dòng');
  if (!known.includes(name)) fail(2, `không có phần “${name}”; các phần là ${known.join(', ')}`);
  if (sections.has(name)) fail(2, `phần “${name}” đã có ở trên`);
  const lines: WordingLine[] = [];
  sections.set(name, lines);
  return lines;
}

function fill(parts: WordingPart[], values: WordingValues): string {
  const valueOf = (name: string): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for the name ${name} that the shape offers`);
    return value;
  };
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      if ('name' in part) return valueOf(part.name);
      const isThere = !['', '0'].includes(valueOf(part.when));
      return isThere === part.isWanted ? fill(part.parts, values) : '';
    })
    .join('');
}

function hasText(lines: FilledLine[], heading: number): boolean {
  const level = lines[heading]?.level ?? 0;
  const next = lines.slice(heading + 1).find((line) => line.level === 0 || line.level <= level);
  return next?.level === 0;
}

/** Headings keep the office's manner (`I-`, `I.`, `1.`) and count without gaps over those that are left. */
function numbered(lines: FilledLine[]): FilledLine[] {
  let [first, second] = [0, 0];
  return lines.map(({ level, text }) => {
    if (level === 1) second = 0;
    if (level === 1) return { level, text: text.replace(/^[IVXL]+(?=[-.])/, () => roman((first += 1))) };
    if (level === 2) return { level, text: text.replace(/^\d+(?=[-.])/, () => String((second += 1))) };
    return { level, text };
  });
}

function roman(number: number): string {
  const [value, letters] = numerals.find(([least]) => least <= number) ?? [number, ''];
  return number === 0 ? '' : letters + roman(number - value);
}

const numerals: [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
