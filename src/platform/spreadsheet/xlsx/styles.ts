import { numberFormat } from '../number-format.ts';
import { tooMuch } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { type Attributes, readXml } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';

/** Excel itself stops at 65.490 cell formats. */
const most = 70_000;

class StyleTables {
  readonly fonts: (string | undefined)[] = [];
  readonly formats = new Map<number, string>();
  readonly cells: { font: number; format: number }[] = [];
  private section = '';

  open(name: string, attributes: Attributes): void {
    if (['fonts', 'cellXfs', 'cellStyleXfs', 'numFmts', 'dxfs'].includes(name)) this.section = name;
    else if (this.section === 'fonts') this.openFont(name, attributes);
    else if (name === 'numFmt' && this.section === 'numFmts') {
      this.formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    } else if (name === 'xf' && this.section === 'cellXfs') {
      this.cells.push({ font: Number(attributes['fontId'] ?? 0), format: Number(attributes['numFmtId'] ?? 0) });
    }
    if (this.cells.length > most || this.fonts.length > most || this.formats.size > most) throw tooMuch('styles');
  }

  close(name: string): void {
    if (name === this.section) this.section = '';
  }

  private openFont(name: string, attributes: Attributes): void {
    if (name === 'font') this.fonts.push(undefined);
    else if (name === 'name') this.fonts[this.fonts.length - 1] = attributes['val'];
  }
}

/** @returns which of the styles show a day number as a date */
export async function readStyles(parts: ZipPackage, part: string | undefined, sink: SheetSink): Promise<boolean[]> {
  const tables = new StyleTables();
  if (part !== undefined) {
    await readXml(parts.read(part), {
      open: (name, attributes) => tables.open(name, attributes),
      close: (name) => tables.close(name),
    });
  }
  return tables.cells.map(({ font, format }) => {
    const { code, isDate } = numberFormat(format, tables.formats.get(format));
    sink.addStyle({ fontName: tables.fonts[font], format: code });
    return isDate;
  });
}
