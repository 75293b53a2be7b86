/**
 * What every store must do, whichever it is. One suite, run on memory, on SQLite and on a real PostgreSQL; a store is
 * opened fresh for every test, and two tests share nothing.
 */
import { afterEach, describe, test } from 'node:test';
import type { Storage } from '../../src/records/ports.ts';
import { caseLists } from './case-lists.ts';
import { filesKeep } from './files-keep.ts';
import { ledgerKeeps } from './ledger-keeps.ts';
import { peopleKeeps } from './people-keeps.ts';

/** Declares one test on a fresh store. */
export type OnStore = (name: string, run: (storage: Storage) => Promise<void>) => void;

/** The whole contract. @param open a fresh, empty store */
export function storageContract(kind: Storage['kind'], open: () => Promise<Storage>): void {
  describe(`${kind} storage`, () => {
    let opened: Storage | undefined;
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });
    const on: OnStore = (name, run) => {
      test(name, async () => {
        opened = await open();
        await run(opened);
      });
    };
    ledgerKeeps(on);
    caseLists(on);
    filesKeep(on);
    peopleKeeps(on);
  });
}
