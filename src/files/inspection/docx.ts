import { SaxesParser } from 'saxes';
import { Objected } from './finding.ts';
import { ZipParts } from './zip-parts.ts';

/** Of each part: a mark stands at the top. */
const MOST_LINES = 60;

/** Parts that run or carry something: macros, ActiveX controls, embedded objects. */
const activePart = /vbaproject|vbadata|activex|(^|\/)embeddings\/|\.bin$|\.(exe|dll|js|vbs|html?|mht)$/;
const activeType = /macroEnabled|vbaProject|activeX|oleObject/i;

/** Fields that fetch or start something when the text is opened. */
const activeField = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Lines of a Word text: its headers and footers, then its beginning.
 * @throws Objected kind where the zip is no Word text, active, damaged, unpacked
 */
export async function linesOfDocx(bytes: Buffer): Promise<string[]> {
  const parts = await ZipParts.open(bytes);
  const names = parts.names();
  if (!names.includes('[content_types].xml') || !names.includes('word/document.xml')) {
    throw new Objected('kind', 'a zip without word/document.xml');
  }
  const carried = names.find((name) => activePart.test(name));
  if (carried) throw new Objected('active', carried);
  const types = await parts.text('[content_types].xml');
  if (activeType.test(types)) throw new Objected('active', 'content types');
  for (const name of names.filter((each) => each.endsWith('.rels'))) requireOwn(await parts.text(name), name);
  const margins = names.filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name)).toSorted();
  const lines: string[] = [];
  for (const name of [...margins, 'word/document.xml']) lines.push(...linesOfPart(await parts.text(name)));
  return lines;
}

/** Whatever lies elsewhere is fetched when the text is opened, but for a link that a person follows. */
function requireOwn(text: string, part: string): void {
  readXml(text, (name, attributes) => {
    if (name !== 'Relationship') return;
    const { Type = '', TargetMode = '', Target = '' } = attributes;
    const isLink = Type.endsWith('/hyperlink') && /^(https?|mailto):/i.test(Target);
    if (TargetMode.toLowerCase() === 'external' && !isLink) throw new Objected('active', `${part} points elsewhere`);
    if (activeType.test(Type) || /\/(aFChunk|attachedTemplate|frame|subDocument)$/.test(Type)) {
      throw new Objected('active', `${part} ${Type.slice(Type.lastIndexOf('/'))}`);
    }
  });
}

/** Each paragraph and each line within one. */
function linesOfPart(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let field = '';
  let within = '';
  const end = (): void => {
    if (line.trim() && lines.length < MOST_LINES) lines.push(line);
    if (activeField.test(field)) throw new Objected('active', 'field');
    line = '';
    field = '';
  };
  const open = (name: string, attributes: Record<string, string>): void => {
    within = name;
    if (name === 'tab') line += ' ';
    if (name === 'p' || name === 'br') end();
    if (name === 'fldSimple') field += attributes['instr'] ?? '';
  };
  const say = (said: string): void => {
    if (within === 't') line += said;
    if (within === 'instrText') field += said;
  };
  readXml(text, open, say, (name) => {
    within = '';
    if (name === 'p') end();
  });
  end();
  return lines;
}

/** Names and attributes come without their prefix. @throws Objected damaged; also for a DOCTYPE, which Word never writes */
function readXml(
  text: string,
  open: (name: string, attributes: Record<string, string>) => void,
  say: (text: string) => void = () => undefined,
  close: (name: string) => void = () => undefined,
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Objected('damaged', 'DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.entries(attributes as Record<string, string>).map(([key, value]) => [local(key), value]);
    open(local(name), Object.fromEntries(own) as Record<string, string>);
  });
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', ({ name }) => close(local(name)));
  try {
    parser.write(text).close();
  } catch (reason) {
    throw reason instanceof Objected ? reason : new Objected('damaged', 'XML');
  }
}
