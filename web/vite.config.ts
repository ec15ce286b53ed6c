import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokenCss } from './src/theme/tokens.ts';

/** Colours stand in the page before any script runs, so that it never flashes white. */
const tokensInPage: Plugin = {
  name: 'tokens-in-page',
  transformIndexHtml: () => [
    { tag: 'style', attrs: { nonce: '__NONCE__' }, children: tokenCss(), injectTo: 'head-prepend' },
  ],
};

/** Each text file beside itself in brotli and gzip: compressed once, at the build, as small as can be. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const folder = join(dir, 'assets');
    for (const name of (await readdir(folder)).filter((each) => /\.(js|mjs|css|svg|json)$/.test(each))) {
      const bytes = await readFile(join(folder, name));
      const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: quality }));
      await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tokensInPage, compressed],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env['API'] ?? 'http://localhost:3000', changeOrigin: false } },
  },
});
