/**
 * Cuts Inter to the glyphs of figures, with its tabular ones: Be Vietnam Pro has none (LOOK: figures must stand in columns).
 * Run once with `node web/fonts/cut-digits.ts`; the results are committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const glyphs = ',./0123456789';

for (const weight of [400, 500, 600]) {
  const whole = await readFile(`node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const cut = await subsetFont(whole, glyphs, { targetFormat: 'woff2' });
  await writeFile(`web/fonts/inter-figures-${weight}.woff2`, cut);
  process.stdout.write(`${weight}: ${cut.length} bytes\n`);
}
