import { SaxesParser } from 'saxes';
import { damaged, Refused, tooMuch } from './refused.ts';

/** Attributes by their name without prefix; where two differ in the prefix alone, the one without prefix counts. */
export type Attributes = Record<string, string>;

/** Names come without their prefix: programs choose `x:row` or `row` as they like. */
export interface XmlReader {
  /** Elements that are passed over with all they hold; by default extensions and how to pronounce a text. */
  readonly passedOver?: ReadonlySet<string>;
  pass?(name: string): void;
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const deepest = 256;
/** What the parser may take in without telling of anything: one text, tag or comment longer than this is no sheet's. */
const longest = 4 * 1024 * 1024;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Attributes): Attributes {
  for (const name in attributes) if (name.includes(':')) return withoutPrefixes(attributes);
  return attributes;
}

function withoutPrefixes(attributes: Attributes): Attributes {
  const found: Attributes = Object.create(null) as Attributes;
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (!name.includes(':')) found[name] = value;
    else found[local(name)] ??= value;
  }
  return found;
}

const officePassesOver = new Set(['extLst', 'rPh', 'AlternateContent']);

class Driver {
  fed = 0;
  private depth = 0;
  private passingFrom = 0;
  private readonly reader: XmlReader;
  private readonly passedOver: ReadonlySet<string>;

  constructor(reader: XmlReader) {
    this.reader = reader;
    this.passedOver = reader.passedOver ?? officePassesOver;
  }

  open(tag: { name: string; attributes: Record<string, string> }): void {
    this.fed = 0;
    this.depth += 1;
    if (this.depth > deepest) throw tooMuch('depth');
    const name = local(tag.name);
    if (this.passingFrom) return;
    if (!this.passedOver.has(name)) return this.reader.open?.(name, localAttributes(tag.attributes));
    this.passingFrom = this.depth;
    this.reader.pass?.(name);
  }

  text(text: string): void {
    this.fed = 0;
    if (!this.passingFrom) this.reader.text?.(text);
  }

  close(tag: { name: string }): void {
    this.fed = 0;
    if (!this.passingFrom) this.reader.close?.(local(tag.name));
    if (this.passingFrom === this.depth) this.passingFrom = 0;
    this.depth -= 1;
  }
}

function parserFor(driver: Driver): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Refused('spreadsheet.doctype');
  });
  parser.on('opentag', (tag) => driver.open(tag as { name: string; attributes: Record<string, string> }));
  parser.on('text', (text) => driver.text(text));
  parser.on('cdata', (text) => driver.text(text));
  parser.on('closetag', (tag) => driver.close(tag));
  return parser;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Reads XML as it comes. @throws {Refused} damaged where it is not well-formed, doctype where it declares one */
export async function readXml(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  reader: XmlReader,
): Promise<void> {
  const driver = new Driver(reader);
  const parser = parserFor(driver);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      driver.fed += chunk.length;
      if (driver.fed > longest) throw tooMuch('length of a text');
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    throw error instanceof Refused ? error : damaged(String(error));
  }
}
