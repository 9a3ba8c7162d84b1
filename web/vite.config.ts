// How the page is built: into web/dist, under /app/, with a compressed copy of each file for thin lines.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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
  plugins: [react(), compressed()],
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    reportCompressedSize: false,
  },
});
