import { posix } from 'node:path';
import { damaged, Refused } from '../refused.ts';
import { readXml } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';

export interface Relation {
  /** The last word of the type's address, which transitional and strict files share: `worksheet`, `styles`, … */
  type: string;
  /** Path of the part in the zip, without a slash before it; the address itself where it is outside. */
  target: string;
  isOutside: boolean;
}

export interface WorkbookSheet {
  name: string;
  isHidden: boolean;
  relation: Relation;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  isFrom1904: boolean;
  relations: Relation[];
}

/** Relations of a part by their ids; none where the part has no such list. */
export async function readRelations(parts: ZipPackage, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!parts.has(list)) return relations;
  await readXml(parts.read(list), {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship') return;
      const isOutside = TargetMode === 'External';
      const target = isOutside ? Target : posix.join(Target.startsWith('/') ? '/' : folder, Target).replace(/^\/+/, '');
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, isOutside });
    },
  });
  return relations;
}

const inFlag = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The names, order and places of the sheets. */
export async function readWorkbook(parts: ZipPackage, part: string): Promise<Workbook> {
  const relations = await readRelations(parts, part);
  const workbook: Workbook = { sheets: [], isFrom1904: false, relations: [...relations.values()] };
  await readXml(parts.read(part), {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.isFrom1904 = inFlag(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = relations.get(attributes['id'] ?? '');
      if (!relation) throw damaged(`sheet ${attributes['name']} has no part`);
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      workbook.sheets.push({ name: attributes['name'] ?? '', isHidden, relation });
    },
  });
  return workbook;
}

/** Types of all parts: by their path, or by the ending of their name. */
async function readTypes(parts: ZipPackage): Promise<{ typeOf(part: string): string; all: string[] }> {
  const types = new Map<string, string>();
  await readXml(parts.read('[Content_Types].xml'), {
    open(name, { PartName = '', Extension = '', ContentType = '' }) {
      if (name === 'Override') types.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
      if (name === 'Default') types.set(`.${Extension.toLowerCase()}`, ContentType);
    },
  });
  const ending = (part: string): string => part.slice(part.lastIndexOf('.'));
  return {
    typeOf: (part) => types.get(part.toLowerCase()) ?? types.get(ending(part.toLowerCase())) ?? '',
    all: [...types.values()],
  };
}

const refusedMains: [RegExp, ConstructorParameters<typeof Refused>[0]][] = [
  [/wordprocessingml|ms-word/i, 'spreadsheet.word'],
  [/sheet\.binary/i, 'spreadsheet.binary'],
  [/macroEnabled/i, 'spreadsheet.macro'],
];

/**
 * The part that is the workbook. What else the package may be is refused by the types that it declares, before any part
 * is read; a workbook in which another one is embedded is still a workbook.
 */
export async function mainPart(parts: ZipPackage): Promise<string> {
  if (!parts.has('[Content_Types].xml')) throw new Refused('spreadsheet.unknown');
  const { typeOf, all } = await readTypes(parts);
  const relations = [...(await readRelations(parts, '')).values()];
  const main = relations.find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw new Refused('spreadsheet.unknown');
  for (const [pattern, code] of refusedMains) {
    if (pattern.test(typeOf(main))) throw new Refused(code);
  }
  if (all.some((type) => /vbaProject|macrosheet/i.test(type))) throw new Refused('spreadsheet.macro');
  if (!typeOf(main).includes('spreadsheetml')) throw new Refused('spreadsheet.unknown');
  return main;
}
