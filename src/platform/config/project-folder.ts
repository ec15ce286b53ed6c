import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The project's top folder: the nearest one upwards that holds `package.json` and `reports/`. The same code runs
 * from `src/` in tests and from `dist/src/` in the product, so a fixed number of `..` would be wrong in one of them.
 * Throws when there is none.
 */
export function projectFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'reports'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No folder with package.json and reports/ above the program');
  return projectFolder(parent);
}
