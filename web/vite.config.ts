// How the page is built: into web/dist, under /app/, with a compressed copy of each file for thin lines.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** The server sends these to whoever takes them. */
const compressed = (): Plugin => ({
  name: 'compressed-copies',
  apply: 'build',
  async writeBundle({ dir: out = '' }) {
    const files = await readdir(out, { recursive: true });
    for (const file of files.filter((name) => /\.(js|css|html|svg|json|webmanifest)$/.test(name))) {
      const bytes = await readFile(join(out, file));
      await writeFile(join(out, `${file}.br`), brotliCompressSync(bytes));
      await writeFile(join(out, `${file}.gz`), gzipSync(bytes));
    }
  },
});

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [
    react(),
    // The worker is registered by whoever takes entries along, and by nobody else.
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg}'],
        globIgnores: ['**/*Chart-*.js', '**/Ranking-*.js'],
        maximumFileSizeToCacheInBytes: 5_000_000,
      },
    }),
    compressed(),
  ],
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    reportCompressedSize: false,
  },
});
