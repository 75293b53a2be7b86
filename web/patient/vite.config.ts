/**
 * Builds the patient's page into web/patient/dist: no inline script or style, every address relative, fonts as files; and
 * after it the worker that keeps exactly these files on the device.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, defineConfig, type Plugin } from 'vite';
import { evidenceBeside } from './evidence.config.ts';

const WORKER = join(import.meta.dirname, 'worker/worker.ts');

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [evidenceBeside(), workerBeside()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: true,
  },
});

/** Builds worker.js into the finished folder, with the list of everything in it. */
export function workerBeside(): Plugin {
  let folder = '';
  return {
    name: 'worker-beside',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = resolve(root, outDir);
    },
    closeBundle: async () => {
      await build({
        configFile: false,
        root: import.meta.dirname,
        publicDir: false,
        logLevel: 'warn',
        define: { FILES: JSON.stringify(filesOf(folder)), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2023',
          rollupOptions: { input: WORKER, output: { format: 'iife', entryFileNames: 'worker.js' } },
        },
      });
    },
  };
}

/** Each file with a mark of its content, unless its name carries one; browsers that open the page take WOFF 2. */
function filesOf(folder: string): readonly { readonly url: string; readonly revision: string | null }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.woff$|^worker\.js$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const url = relative(folder, path).replaceAll('\\', '/');
      const content = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 20);
      return { url, revision: url.startsWith('assets/') ? null : content };
    })
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}
