/** Takes a file or pasted rows: one diary, or a sentence about why not. */
import type { Words } from '../kit/words/words.ts';
import { readFile } from './read-file.ts';
import { openSource, problem } from './state.ts';

/** Reads the one file that was dropped or chosen. */
export async function takeFiles(files: FileList | null | undefined, { desk, table }: Words): Promise<void> {
  const file = files?.[0];
  if (!file) {
    problem.value = desk.loaded.noFile;
    return;
  }
  if (files.length > 1) {
    problem.value = desk.loaded.manyFiles;
    return;
  }
  const text = await readFile(file);
  if (text.ok) openSource({ kind: 'text', name: file.name, text: text.value });
  else problem.value = table.fileFault(text.error);
}

/** Reads rows from the paste box. */
export function takePaste(text: string, { desk }: Words): void {
  if (text.trim() === '') problem.value = desk.start.pasteEmpty;
  else openSource({ kind: 'text', name: desk.start.pasted, text });
}
