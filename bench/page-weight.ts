/**
 * How heavy is a page? Builds it and weighs every script, gzipped as a server sends it, a worker's too; a reader is sent one
 * language, so a language's words count for its readers only. The heavier reader is held to the bar.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const WEB = fileURLToPath(new URL('../web', import.meta.url));

export type Piece = { readonly name: string; readonly bytes: number; readonly language?: string };
export type Weight = { readonly pieces: readonly Piece[]; readonly reader: number; readonly first: number };

/** Gzipped bytes by piece; `reader`: all a reader of the heavier language may be sent; `first`: what begins the page. */
export async function weightOf(page: string): Promise<Weight> {
  const built = await build({ configFile: join(WEB, page, 'vite.config.ts'), logLevel: 'error' });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const scripts = outputs.filter(({ fileName }) => fileName.endsWith('.js'));
  const pieces = scripts.map((file): Piece => {
    const text = file.type === 'chunk' ? file.code : file.source;
    const language = file.type === 'chunk' ? languageOf(file.moduleIds) : undefined;
    const name = file.fileName.replace(/^assets\//, '').replace(/-[\w-]{8}\.js$/, '');
    return { name, bytes: gzipSync(text).length, ...(language === undefined ? {} : { language }) };
  });
  pieces.push(...besides(join(WEB, page, 'dist')));
  const languages = [...new Set(pieces.flatMap(({ language }) => language ?? []))];
  const sent = (to?: string): number =>
    total(pieces.filter(({ language }) => language === undefined || language === to));
  const entry = scripts.find((file) => file.type === 'chunk' && file.isEntry);
  const first = entry?.type === 'chunk' ? [entry.fileName, ...entry.imports] : [];
  const firstBytes = scripts.flatMap((file) =>
    file.type === 'chunk' && first.includes(file.fileName) ? [gzipSync(file.code).length] : [],
  );
  const reader = Math.max(sent(), ...languages.map((language) => sent(language)));
  return { pieces, reader, first: firstBytes.reduce((sum, bytes) => sum + bytes, 0) };
}

/** Scripts that were put beside the page when it had been built: its worker. */
const besides = (folder: string): readonly Piece[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ name: file.slice(0, -3), bytes: gzipSync(readFileSync(join(folder, file))).length }));

const total = (pieces: readonly Piece[]): number => pieces.reduce((sum, { bytes }) => sum + bytes, 0);

/** Of which language is a piece that holds words of one, and nothing of a page beside what those words are about? */
function languageOf(modules: readonly string[]): string | undefined {
  const languages = new Set(modules.flatMap((id) => /\/kit\/words\/([a-z]{2})\//.exec(id)?.[1] ?? []));
  const isPage = modules.some((id) => /\/web\//.test(id) && !/\/web\/kit\/words\//.test(id));
  const [only] = languages;
  return languages.size === 1 && !isPage ? only : undefined;
}
