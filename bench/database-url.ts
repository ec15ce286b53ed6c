import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The embedded database of a data folder, as its owner. */
export async function urlOf(dataDir: string): Promise<string> {
  const { port } = JSON.parse(await readFile(join(dataDir, 'instance.json'), 'utf8')) as { port: number };
  const password = (await readFile(join(dataDir, 'password'), 'utf8')).trim();
  return `postgres://quan_triet:${encodeURIComponent(password)}@127.0.0.1:${port}/quan_triet`;
}
