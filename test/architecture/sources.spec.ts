import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const files = ['src', 'migrations', 'demo', 'web/src']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file) && file !== 'web/src/api/schema.d.ts');

const sources = files.map((file) => {
  const text = readFileSync(file, 'utf8');
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
});

/** `file:line` of every node that is one of those looked for. */
function places(isFound: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  for (const { file, tree } of sources) {
    const visit = (node: ts.Node): void => {
      if (isFound(node)) found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return found;
}

describe('the sources', () => {
  it('are all read', () => {
    expect(files).toEqual(expect.arrayContaining(['src/main.ts', 'migrations/all.ts']));
  });

  it('come in files of at most 250 lines', () => {
    const long = sources.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
  });

  it('switch off no check: no any, no `!`, nothing silenced without its reason', () => {
    expect(places((node) => node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node))).toEqual([]);
    const silencer = /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable(?!.* -- \S)|\bTODO\b|\bFIXME\b/;
    expect(sources.filter(({ text }) => silencer.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('put no text into a page as HTML', () => {
    const asHtml = /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/;
    expect(sources.filter(({ text }) => asHtml.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('swallow no error', () => {
    const isSwallowed = (node: ts.Node): boolean => ts.isCatchClause(node) && node.block.statements.length === 0;
    expect(places(isSwallowed)).toEqual([]);
  });

  it('read nothing from the place where the product was designed', () => {
    expect(sources.filter(({ text }) => text.includes('/work/')).map(({ file }) => file)).toEqual([]);
  });
});
