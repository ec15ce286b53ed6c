import { Parser } from 'htmlparser2';
import type { SheetFormat } from '../cell-code.ts';
import { LAST_ROW } from '../limits.ts';
import { tooMuch } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { StyleNumbers } from '../style-numbers.ts';
import { classFamilies, firstFamily } from './css-fonts.ts';
import { HtmlTable, lineBreak } from './html-table.ts';

const deepest = 512;
const chunkBytes = 64 * 1024;
const longestSheet = 1024 * 1024;
const breaking = new Set(['br', 'p', 'div', 'li']);

type Attributes = Record<string, string>;

const span = (value: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(value ?? '', 10) || 1, 1), LAST_ROW);

/** Turns the tables of a page into sheets, each when it ends, as web portals and Excel's own HTML have them. */
class HtmlTables {
  private readonly sink: SheetSink;
  private readonly numbers: StyleNumbers;
  private readonly open: HtmlTable[] = [];
  /** Of each open element: the typeface in force inside. */
  private readonly families: (string | null)[] = [];
  private byClass = new Map<string, string>();
  private css = '';
  private silent: string | null = null;
  private count = 0;

  constructor(sink: SheetSink) {
    this.sink = sink;
    this.numbers = new StyleNumbers(sink);
  }

  onopentag(name: string, attributes: Attributes): void {
    if (this.families.push(this.familyOf(attributes) ?? this.families.at(-1) ?? null) > deepest) throw tooMuch('depth');
    if (name === 'style' || name === 'script') this.silent = name;
    if (name === 'table') this.open.push(new HtmlTable());
    else this.openInTable(name, attributes, this.open.at(-1));
  }

  private openInTable(name: string, attributes: Attributes, table: HtmlTable | undefined): void {
    if (name === 'tr') table?.openRow(/display\s*:\s*none/i.test(attributes['style'] ?? ''));
    else if (name === 'td' || name === 'th') table?.openCell(span(attributes['colspan']), span(attributes['rowspan']));
    else if (breaking.has(name)) table?.write(lineBreak, null);
  }

  ontext(text: string): void {
    if (this.silent === 'style') this.css += text.slice(0, longestSheet - this.css.length);
    if (this.silent === null) this.open.at(-1)?.write(text.replaceAll(lineBreak, ' '), this.families.at(-1) ?? null);
  }

  onclosetag(name: string): void {
    this.families.pop();
    if (name === this.silent) this.endSilence();
    const table = this.open.at(-1);
    if (name === 'td' || name === 'th') table?.closeCell((font) => this.numbers.number({ fontName: font }));
    else if (name === 'tr') table?.closeRow();
    else if (name === 'table') this.closeTable();
  }

  private endSilence(): void {
    if (this.silent === 'style') this.byClass = classFamilies(this.css);
    this.silent = null;
  }

  private familyOf({ face, style, class: classes }: Attributes): string | null {
    if (face !== undefined) return firstFamily(`font-family:${face}`);
    const own = style === undefined ? null : firstFamily(style);
    const byClass = classes?.split(/\s+/).map((one) => this.byClass.get(one.toLowerCase()));
    return own ?? byClass?.find((family) => family !== undefined) ?? null;
  }

  private closeTable(): void {
    const table = this.open.pop();
    if (!table) return;
    table.closeRow();
    if (table.rows.length === 0) return;
    this.count += 1;
    this.sink.startSheet(`Bảng ${this.count}`, false);
    for (const [number, hidden, cells] of table.rows) this.sink.row(number, hidden === 1, cells);
    this.sink.endSheet({ hiddenColumns: [], merges: table.merges });
  }
}

/** Reads a web page, which portals send under the name of an .xls file. */
export function readHtml(bytes: Buffer, sink: SheetSink): SheetFormat {
  const parser = new Parser(new HtmlTables(sink), { decodeEntities: true, lowerCaseTags: true });
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    sink.done = () => at / bytes.length;
    parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true }));
  }
  parser.end(decoder.decode());
  return 'html';
}
