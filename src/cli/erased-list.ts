/**
 * Which cases must stay erased, even when an older backup comes back? One line each in a file beside the data, written at
 * the moment of erasing and kept with the newest backup (H31). Holds no name and no reason, only which case.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type CaseId, type ClinicId, parseId } from '../base/ids.ts';
import type { Storage } from '../records/ports.ts';

export const ERASED_FILE = 'erased.jsonl';

export type ErasedCase = { readonly clinic: ClinicId; readonly case: CaseId };

/** The storage, which now also writes down what is erased through it. */
export function withErasedList(storage: Storage, folder: string): Storage {
  return {
    ...storage,
    ledger: {
      ...storage.ledger,
      append: async (batch) => {
        const done = await storage.ledger.append(batch);
        if (done === 'appended' && batch.shred)
          appendLines(folder, ERASED_FILE, [JSON.stringify({ clinic: batch.clinic, case: batch.case })]);
        return done;
      },
    },
  };
}

/** Every case of the list; a line cut short by a crash is left out. */
export function readErasedList(file: string): readonly ErasedCase[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap(readLine);
}

function readLine(line: string): readonly ErasedCase[] {
  const [, clinicText = '', caseText = ''] = /^\{"clinic":"([^"]+)","case":"([^"]+)"\}$/.exec(line) ?? [];
  const [clinic, id] = [parseId<'clinic'>(clinicText), parseId<'case'>(caseText)];
  return clinic.ok && id.ok ? [{ clinic: clinic.value, case: id.value }] : [];
}

/** Adds whole lines to a file for its owner's eyes, on the disk before it returns. */
export function appendLines(folder: string, name: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const handle = openSync(join(folder, name), 'a+', 0o600);
  try {
    const text = lines.map((line) => `${line}\n`).join('');
    writeSync(handle, endsWhole(handle) ? text : `\n${text}`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A last line cut short by a crash must not run into the next one. */
function endsWhole(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(handle, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}
