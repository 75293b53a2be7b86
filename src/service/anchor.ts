/**
 * How is a record found that was set back in time as a whole? From time to time the heads of all cases that moved are
 * written down together, chained and signed, and a copy leaves the database. A case that stands behind its anchor has
 * lost entries (H17).
 */
import type { ClinicId } from '../base/ids.ts';
import { anchorHash, anchorText } from '../records/chain.ts';
import { type Anchor, GENESIS } from '../records/ledger.ts';
import type { Ports } from './ports.ts';

/** What a process knows of a clinic's anchors so far; filled from the store when first used. */
export type AnchorMemory = {
  seq: number;
  hash: string;
  /** case → seq of its newest anchored head. */
  readonly heads: Map<string, number>;
};
export type AnchorMemories = Map<ClinicId, AnchorMemory>;

/** Heads in one anchor: about 100 kB. More that moved make more anchors. */
const MOST_HEADS = 1000;
const PAGE = 1000;
/** Anchors another process wrote in between are read, and ours is made anew. */
const MOST_TRIES = 8;
const MOST_CLINICS = 1000;

type AnchorPorts = Pick<Ports, 'storage' | 'vault' | 'clock'>;

/** Anchors every clinic of the installation; the new ones, for the copy outside the database. */
export async function anchorClinics(ports: AnchorPorts, memories: AnchorMemories): Promise<readonly Anchor[]> {
  const made: Anchor[] = [];
  for (const { clinic } of await ports.storage.people.clinics(MOST_CLINICS)) {
    const memory = memories.get(clinic) ?? { seq: 0, hash: GENESIS, heads: new Map() };
    memories.set(clinic, memory);
    made.push(...(await anchorClinic(ports, clinic, memory)));
  }
  return made;
}

/** Anchors what moved in one clinic since its last anchor; nothing moved, no anchor. */
export async function anchorClinic(
  ports: AnchorPorts,
  clinic: ClinicId,
  memory: AnchorMemory,
): Promise<readonly Anchor[]> {
  const made: Anchor[] = [];
  for (let tried = 0; tried < MOST_TRIES; ) {
    await catchUp(ports, clinic, memory);
    const heads = await movedHeads(ports, clinic, memory);
    if (Object.keys(heads).length === 0) return made;
    const anchor = signAnchor(ports, clinic, memory, heads);
    if ((await ports.storage.ledger.addAnchor(anchor)) === 'conflict') tried++;
    else made.push(anchor);
  }
  return made;
}

/** Reads the anchors that stand in the store and are not known yet: ours included. */
async function catchUp({ storage }: AnchorPorts, clinic: ClinicId, memory: AnchorMemory): Promise<void> {
  for (;;) {
    const page = await storage.ledger.anchors(clinic, memory.seq, PAGE);
    for (const anchor of page) {
      for (const [id, [seq]] of Object.entries(anchor.heads)) memory.heads.set(id, seq);
      memory.seq = anchor.seq;
      memory.hash = anchor.hash;
    }
    if (page.length < PAGE) return;
  }
}

async function movedHeads({ storage }: AnchorPorts, clinic: ClinicId, memory: AnchorMemory): Promise<Anchor['heads']> {
  const moved: Record<string, readonly [number, string]> = {};
  let count = 0;
  let page = await storage.ledger.heads(clinic, undefined, PAGE);
  while (page.length > 0) {
    for (const { case: id, seq, hash } of page) {
      if (memory.heads.get(id) === seq) continue;
      moved[id] = [seq, hash];
      if (++count === MOST_HEADS) return moved;
    }
    if (page.length < PAGE) break;
    page = await storage.ledger.heads(clinic, page.at(-1)?.case, PAGE);
  }
  return moved;
}

function signAnchor(ports: AnchorPorts, clinic: ClinicId, memory: AnchorMemory, heads: Anchor['heads']): Anchor {
  const body = { clinic, seq: memory.seq + 1, at: ports.clock.now(), heads, previous: memory.hash };
  const hash = anchorHash(body);
  return { ...body, hash, ...ports.vault.sign(anchorText(clinic, body.seq, hash)) };
}
