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

/**
 * Few pieces: what a day needs at once, whole with all it stands on; the places that are entered later; all words of a
 * language; and a blinded trial with its words, for those who are in one. Few pack better, and none ever waits for another
 * in a circle.
 */
const GROUPS = [
  { name: 'page', tags: ['$initial' as const] },
  { name: 'trial-english', test: /\/kit\/words\/en\/patient-trial/ },
  { name: 'trial-deutsch', test: /\/kit\/words\/de\/patient-trial/ },
  { name: 'english', test: /\/kit\/words\/en\// },
  { name: 'deutsch', test: /\/kit\/words\/de\// },
  { name: 'trial', test: /\/view\/trial\// },
  { name: 'later', test: (id: string) => !/\/kit\/words\//.test(id) },
];

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [evidenceBeside(), plainImports(), withoutCatalogue(), firstStandsAlone(), workerBeside()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    // One style for all chunks: no script has to wait for the style of another.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
    reportCompressedSize: true,
  },
});

/** Pieces that import each other begin before they are whole: the page would not be drawn at all. */
function firstStandsAlone(): Plugin {
  return {
    name: 'first-stands-alone',
    apply: 'build',
    generateBundle: (_, bundle) => {
      const page = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === 'page');
      const later = page?.type === 'chunk' ? page.imports.filter((file) => /\/(later|trial)-/.test(file)) : [];
      if (later.length > 0) throw new RangeError('what a day needs at once imports what is entered later');
    },
  };
}

/** With one style for all there is nothing to fetch before a chunk, so vite's helper for that becomes the import itself. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

/** The record's codecs carry a sentence for each field, for the catalogue in docs/formats; no page shows them. */
function withoutCatalogue(): Plugin {
  return {
    name: 'without-catalogue',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) =>
      /\/src\/records\/event-[a-z]+\.ts$/.test(id)
        ? code.replaceAll(/\b(told|by): '(?:[^'\\\n]|\\.)*'/g, "$1: ''")
        : undefined,
  };
}

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
      const files = filesOf(folder);
      const version = createHash('sha256');
      for (const file of files)
        version
          .update(file)
          .update('\0')
          .update(readFileSync(join(folder, file)));
      await build({
        configFile: false,
        root: import.meta.dirname,
        publicDir: false,
        logLevel: 'warn',
        define: {
          // The page itself is asked for as the folder.
          FILES: JSON.stringify(files.map((file) => (file === 'index.html' ? './' : file))),
          VERSION: JSON.stringify(version.digest('hex').slice(0, 16)),
        },
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

/** Everything a page may ask for; browsers that open it take WOFF 2. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.woff$|^worker\.js$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
