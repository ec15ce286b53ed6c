import { WordingError } from './wording.errors.js';

/** What a report offers its wording: sections that must be there, and names that may stand in braces. */
export interface WordingShape {
  sections: readonly string[];
  names: readonly string[];
}

type Part = { text: string } | { name: string } | { when: string; parts: Part[] };

interface Opened {
  name: string;
  column: number;
  parts: Part[];
}

/** One paragraph; a value that has line breaks makes several. */
export interface FilledLine {
  level: 0 | 1 | 2;
  text: string;
}

/** A wording file, read and checked as a whole: every name in every branch is known before anything is produced. */
export class Wording {
  private constructor(private readonly sections: ReadonlyMap<string, Part[][]>) {}

  /** @throws WordingError for the first mistake */
  static parse(file: string, source: string, shape: WordingShape): Wording {
    const sections = new Map<string, Part[][]>();
    let current: Part[][] | null = null;
    for (const [index, raw] of source.normalize('NFC').split(/\r?\n/).entries()) {
      const line = raw.trimEnd();
      const fail = (column: number, mistake: string): never => {
        throw new WordingError(file, index + 1, column, mistake);
      };
      if (line === '' || line.startsWith('#')) continue;
      const head = /^\[([^\]]*)\]$/.exec(line);
      if (head) {
        const name = head[1] ?? '';
        if (!shape.sections.includes(name))
          fail(2, `không có phần “${name}”; các phần là ${shape.sections.join(', ')}`);
        if (sections.has(name)) fail(2, `phần “${name}” đã có ở trên`);
        current = [];
        sections.set(name, current);
      } else {
        (current ?? fail(1, 'lời phải nằm trong một phần, mở bằng [tên phần]')).push(
          parseLine(line, shape.names, fail),
        );
      }
    }
    const missing = shape.sections.find((name) => !sections.has(name));
    if (missing) throw new WordingError(file, source.split('\n').length, 1, `thiếu phần [${missing}]`);
    return new Wording(sections);
  }

  /** The lines of a section with its values; what comes out empty is left out, and so is a heading with nothing under it. */
  lines(section: string, values: Readonly<Record<string, string>>): FilledLine[] {
    const filled = (this.sections.get(section) ?? [])
      .flatMap((parts) => fill(parts, values).split('\n'))
      .map(withLevel);
    return filled
      .filter(({ text }) => text !== '')
      .filter((line, index, all) => line.level === 0 || hasText(all, index));
  }

  /** A section as one text. */
  text(section: string, values: Readonly<Record<string, string>>): string {
    return this.lines(section, values)
      .map(({ text }) => text)
      .join(' ');
  }
}

function parseLine(line: string, names: readonly string[], fail: (column: number, mistake: string) => never): Part[] {
  const root: Opened = { name: '', column: 0, parts: [] };
  const open: Opened[] = [root];
  let end = 0;
  const top = (): Opened => open.at(-1) ?? root;
  for (const found of line.matchAll(/\{([?/]?)([^{}]*)\}|[{}]/g)) {
    const [whole, sign, name = ''] = found;
    const column = found.index + 1;
    if (found.index > end) top().parts.push({ text: line.slice(end, found.index) });
    end = found.index + whole.length;
    if (sign === undefined) fail(column, `dấu “${whole}” không có cặp`);
    if (!names.includes(name)) fail(column, `không có “${name}”; có thể dùng ${names.join(', ')}`);
    if (sign === '?') open.push({ name, column, parts: [] });
    else if (sign === '') top().parts.push({ name });
    else {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed?.name !== name) fail(column, `{/${name}} không khớp với phần đang mở`);
      top().parts.push({ when: name, parts: closed?.parts ?? [] });
    }
  }
  if (open.length > 1) fail(top().column, `{?${top().name}} chưa được đóng`);
  root.parts.push({ text: line.slice(end) });
  return root.parts;
}

function fill(parts: Part[], values: Readonly<Record<string, string>>): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      if ('name' in part) return values[part.name] ?? '';
      return values[part.when] ? fill(part.parts, values) : '';
    })
    .join('');
}

function withLevel(line: string): FilledLine {
  const mark = /^(={1,2}) /.exec(line);
  const text = (mark ? line.slice(mark[0].length) : line).trim();
  return { level: mark?.[1] === '=' ? 1 : mark ? 2 : 0, text };
}

function hasText(lines: FilledLine[], index: number): boolean {
  const level = lines[index]?.level ?? 0;
  for (const next of lines.slice(index + 1)) {
    if (next.level === 0) return true;
    if (next.level <= level) return false;
  }
  return false;
}
