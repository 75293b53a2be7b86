/**
 * What do the anchors say every case had reached? Reads those of the database and the copy outside it, believes none
 * without the server's signature, and gives the farthest each case is known to have come (H17).
 */
import type { ClinicId } from '../base/ids.ts';
import { anchorHash, anchorText } from '../records/chain.ts';
import { type Anchor, GENESIS } from '../records/ledger.ts';
import type { VerifyCounts, VerifyFault, VerifyPorts } from './verify.ts';

/** case → the farthest head an anchor names. */
export type AnchorBook = Map<string, AnchoredHead>;
export type AnchoredHead = { readonly seq: number; readonly hash: string };

const PAGE = 200;

/** The books of all clinics; a clinic only the copy knows is a fault, since the database was set back before it. */
export async function readAnchors(
  ports: VerifyPorts,
  clinics: readonly ClinicId[],
  outside: AsyncIterable<Anchor | undefined> | undefined,
  counts: VerifyCounts,
  tell: (fault: VerifyFault) => void,
): Promise<ReadonlyMap<ClinicId, AnchorBook>> {
  const books = new Map<ClinicId, AnchorBook>(clinics.map((clinic) => [clinic, new Map()]));
  const reached = new Map<ClinicId, number>();
  for (const clinic of clinics) reached.set(clinic, await readStored(ports, clinic, books.get(clinic), counts, tell));
  let line = 0;
  for await (const anchor of outside ?? []) {
    line++;
    if (!anchor || !holds(ports, anchor)) {
      tell({ code: 'anchor-copy-altered', seq: line });
      continue;
    }
    counts.outside++;
    const { clinic, seq } = anchor;
    if (seq > (reached.get(clinic) ?? 0)) {
      tell({ code: 'anchor-missing', clinic, seq });
      reached.set(clinic, seq);
    }
    note(books.get(clinic), anchor);
  }
  return books;
}

async function readStored(
  ports: VerifyPorts,
  clinic: ClinicId,
  book: AnchorBook | undefined,
  counts: VerifyCounts,
  tell: (fault: VerifyFault) => void,
): Promise<number> {
  let last = { seq: 0, hash: GENESIS };
  for (;;) {
    const page = await ports.storage.ledger.anchors(clinic, last.seq, PAGE);
    for (const anchor of page) {
      counts.anchors++;
      if (anchor.seq !== last.seq + 1 || anchor.previous !== last.hash)
        tell({ code: 'anchor-out-of-order', clinic, seq: anchor.seq });
      if (holds(ports, anchor)) note(book, anchor);
      else tell({ code: 'anchor-altered', clinic, seq: anchor.seq });
      last = anchor;
    }
    if (page.length < PAGE) return last.seq;
  }
}

function holds({ vault }: VerifyPorts, anchor: Anchor): boolean {
  const { clinic, seq, hash, signature, key } = anchor;
  return anchorHash(anchor) === hash && vault.verify(anchorText(clinic, seq, hash), signature, key);
}

function note(book: AnchorBook | undefined, { heads }: Anchor): void {
  for (const [id, [seq, hash]] of Object.entries(heads)) {
    const known = book?.get(id);
    if (!known || known.seq < seq) book?.set(id, { seq, hash });
  }
}
