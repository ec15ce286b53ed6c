import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser from npm is unpacked: beside the modules of this clone, so that no two users or clones share it. */
const folder = resolve('node_modules/.cache/chromium');

/** Unpacks the browser from npm where the machine has none: once, before several tests want it at the same time. */
export async function prepareBrowser(): Promise<string> {
  const own = process.env['CHROMIUM'] ?? installed.find((path) => existsSync(path));
  if (own) return own;
  await mkdir(folder, { recursive: true });
  const { TMPDIR } = process.env;
  // The package unpacks into the folder for temporary files, and for its owner alone.
  process.env['TMPDIR'] = folder;
  try {
    const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
    await inflate(join(packed, 'al2023.tar.br'));
    return await sparticuz.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}

/** Nothing of the browser's own may go out, nor be waited for. */
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  ...['--disable-sync', '--no-first-run'],
];

/**
 * A real Chromium: the one of the machine, else the one from npm. Not with the arguments that it brings: they put all pages
 * into one process, which dies with the first page that is closed.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await prepareBrowser();
  try {
    return await chromium.launch({ executablePath, args });
  } catch (reason) {
    if (!String(reason).includes('error while loading shared libraries')) throw reason;
    // A bare Debian has no NSS: the package brings it.
    const env = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
    return chromium.launch({ executablePath, args, env: { ...definedOf(process.env), ...env } });
  }
}

const definedOf = (variables: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
