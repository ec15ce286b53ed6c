import { XMLParser } from 'fast-xml-parser';
import JSZip from 'jszip';

/** One element of an XML part, children in their order. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** All text inside, joined. */
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  unpairedTags: ['br', 'meta'],
  htmlEntities: true,
});

type RawNode = Record<string, unknown>;

/** The parts of an Office file by name, unpacked by a library that did not write it. */
export async function openPackage(bytes: Buffer): Promise<(part: string) => Promise<XmlElement>> {
  const zip = await JSZip.loadAsync(bytes);
  return async (part) => {
    const file = zip.file(part);
    if (!file) throw new Error(`${part} is not in the file: ${Object.keys(zip.files).join(', ')}`);
    return parseXml(await file.async('string'));
  };
}

/** Every part of a package as text, by name. */
export async function partsOf(bytes: Buffer): Promise<Record<string, string>> {
  const { files } = await JSZip.loadAsync(bytes);
  const parts = Object.values(files).filter(({ dir }) => !dir);
  return Object.fromEntries(await Promise.all(parts.map(async (part) => [part.name, await part.async('string')])));
}

/** The times that a package gives its parts. */
export async function partTimes(bytes: Buffer): Promise<Set<string>> {
  const zip = await JSZip.loadAsync(bytes);
  return new Set(Object.values(zip.files).map(({ date }) => date.toISOString()));
}

export function parseXml(xml: string): XmlElement {
  return { name: '', attributes: {}, ...contentOf(parser.parse(xml) as RawNode[]) };
}

function contentOf(nodes: RawNode[]): { children: XmlElement[]; text: string } {
  const children: XmlElement[] = [];
  let text = '';
  for (const node of nodes) {
    if (typeof node['#text'] === 'string') text += node['#text'];
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && !key.startsWith('?'));
    if (name === undefined) continue;
    const element = {
      name,
      attributes: (node[':@'] ?? {}) as Record<string, string>,
      ...contentOf(node[name] as RawNode[]),
    };
    children.push(element);
    text += element.text;
  }
  return { children, text };
}

/** All elements of a name below another, at any depth. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The first such element; fails the test where there is none. */
export function first(element: XmlElement | undefined, name: string): XmlElement {
  const [found] = element ? all(element, name) : [];
  if (!found) throw new Error(`No <${name}> in <${element?.name ?? 'nothing'}>`);
  return found;
}
