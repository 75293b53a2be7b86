/** Builds the desk into web/desk/dist: no inline script or style, every address relative, fonts as files. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: true,
    rolldownOptions: {
      // papaparse names Node's streams for a use that is not ours; every other warning is heard.
      onLog: (level, log, hear) => {
        if (!log.message.includes('"stream" has been externalized')) hear(level, log);
      },
    },
  },
});
