/** A piece of a line: text, a name to be filled in, or a branch that is said only when a name has (or lacks) a value. */
export type WordingPart =
  | { text: string }
  | { name: string }
  | { when: string; isWanted: boolean; parts: WordingPart[] };

/** A line as the office wrote it. Level 1 and 2 are headings, 0 a paragraph. */
export interface WordingLine {
  level: 0 | 1 | 2;
  parts: WordingPart[];
}

interface OpenBranch {
  sign: string;
  name: string;
  column: number;
  parts: WordingPart[];
}

type Fail = (column: number, mistake: string) => never;

/**
 * Reads one line: `{name}`, `{?name}…{/name}` (said when there is a value), `{!name}…{/name}` (said when there is none).
 * @param fail is told the column, counted from 1 in `line`, and a Vietnamese sentence
 */
export function parseLine(line: string, names: readonly string[], fail: Fail): WordingLine {
  const mark = /^(=*)\s*/.exec(line)?.[1] ?? '';
  if (mark.length > 2 || (mark !== '' && line.charAt(mark.length) !== ' '))
    fail(1, 'tên mục ghi là “= Tên mục lớn” hoặc “== Tên mục nhỏ”');
  const parts = parseParts(line, mark.length, names, fail);
  return { level: mark === '==' ? 2 : mark === '=' ? 1 : 0, parts };
}

function parseParts(line: string, from: number, names: readonly string[], fail: Fail): WordingPart[] {
  const root: OpenBranch = { sign: '', name: '', column: 1, parts: [] };
  const open = [root];
  let end = from;
  for (const found of line.matchAll(/\{([?!/]?)([^{}]*)\}|[{}]/g)) {
    const [whole, sign, raw = ''] = found;
    const [name, column] = [raw.trim(), found.index + 1];
    const top = open.at(-1) ?? root;
    if (found.index > end) top.parts.push({ text: line.slice(end, found.index) });
    end = found.index + whole.length;
    if (sign === undefined) fail(column, `dấu “${whole}” không có cặp; tên phải ghi trọn trong { }`);
    if (!names.includes(name)) fail(column, `không có tên “${name}”; các tên dùng được ghi ở đầu tệp`);
    if (sign === '?' || sign === '!') open.push({ sign, name, column, parts: [] });
    else if (sign === '') top.parts.push({ name });
    else closeBranch(open, name, column, fail);
  }
  const unclosed = open.at(-1) ?? root;
  if (unclosed !== root)
    fail(
      unclosed.column,
      `{${unclosed.sign}${unclosed.name}} phải được đóng bằng {/${unclosed.name}} trên cùng một dòng`,
    );
  if (end < line.length) root.parts.push({ text: line.slice(end) });
  return root.parts;
}

function closeBranch(open: OpenBranch[], name: string, column: number, fail: Fail): void {
  const [outer, closed] = open.slice(-2);
  if (!outer || !closed || closed.name !== name) return fail(column, `{/${name}} không khớp với phần đang mở`);
  open.pop();
  outer.parts.push({ when: name, isWanted: closed.sign === '?', parts: closed.parts });
}
