/**
 * The thread in which letters are set, so that loading a compiler and its typeface stops nobody's request. The only file
 * that knows the compiler. No network, no file but the typeface: a text that asks for one is refused by the compiler.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export type Asked = { readonly id: number; readonly texts: readonly string[]; readonly pages: number | 'any' };
export type Answered =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly fault: string };

const TYPEFACE = '@expo-google-fonts/atkinson-hyperlegible';
const STYLES = ['400Regular', '700Bold'] as const;
/** Sets of what was compiled before that are kept for the next letter. */
const KEPT_SETS = 4;

function openCompiler(): NodeCompiler {
  const files = STYLES.map((style) =>
    fileURLToPath(import.meta.resolve(`${TYPEFACE}/${style}/AtkinsonHyperlegible_${style}.ttf`)),
  );
  const fontBlobs = files.map((file) => readFileSync(file));
  // A folder with nothing in it but the typeface: no text reaches a file of the installation.
  const workspace = dirname(files[0] ?? '');
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
}

function typeset(compiler: NodeCompiler, { id, texts, pages }: Asked): Answered {
  try {
    for (const mainFileContent of texts) {
      const compiled = compiler.compile({ mainFileContent });
      const document = compiled.result;
      if (!document) return { id, fault: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no document') };
      if (pages !== 'any' && document.numOfPages !== pages) continue;
      return { id, pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' })) };
    }
    return { id, fault: `none of ${texts.length} texts fills ${pages} pages` };
  } catch (refused) {
    return { id, fault: refused instanceof Error ? refused.message : 'refused' };
  } finally {
    compiler.evictCache(KEPT_SETS);
  }
}

let compiler: NodeCompiler | undefined;
parentPort?.on('message', (asked: Asked) => {
  compiler ??= openCompiler();
  parentPort?.postMessage(typeset(compiler, asked));
});
