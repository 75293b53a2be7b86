/**
 * Does the store still take writes? After "full" or "broken" nothing more is tried until the store says that a write
 * reaches the disk again, so that a phone is told at once to keep its entries (H10).
 */
import { type Storage, StorageError } from '../records/ports.ts';

/** The store is asked at most this often, milliseconds. */
export const PROBE_EVERY = 5_000;

export type WriteGate = {
  /** True when writes are taken; asks the store again when it is time to. */
  readonly isOpen: () => Promise<boolean>;
  /** Told of every trouble of the store. */
  readonly report: (error: StorageError) => void;
};

/** Open at first. `now` in milliseconds. */
export function writeGate(storage: Pick<Storage, 'check'>, now: () => number): WriteGate {
  let probedAt: number | undefined;
  let probing: Promise<boolean> | undefined;
  const probe = async (): Promise<boolean> => {
    try {
      await storage.check();
      probedAt = undefined;
      return true;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return false;
    } finally {
      probing = undefined;
    }
  };
  return {
    isOpen: async () => {
      if (probedAt === undefined) return true;
      if (probing === undefined && now() - probedAt < PROBE_EVERY) return false;
      if (probing === undefined) {
        probedAt = now();
        probing = probe();
      }
      return probing;
    },
    report: ({ trouble }) => {
      if (trouble === 'full' || trouble === 'broken') probedAt ??= now();
    },
  };
}
