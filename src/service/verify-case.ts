/**
 * Does one case hold? Its chain entry by entry, the server's signature over its head, the anchor it was last seen at,
 * what every sealed entry says, every plan's signature, and whether list row, snapshot and findings agree with the
 * ledger they were made from (H16, H17). An erased case is a chain of bytes; that much is still checked.
 */
import { canonicalJson } from '../base/canonical.ts';
import type { CaseState } from '../records/case-state.ts';
import { endCheck, headText, nextLink, startCheck } from '../records/chain.ts';
import { foldEvents } from '../records/course.ts';
import type { EventKind, Recorded } from '../records/event.ts';
import type { LedgerEntry, SignedHead } from '../records/ledger.ts';
import { type CaseRow, type Snapshot, StorageError, VaultError } from '../records/ports.ts';
import { settleThrough } from '../records/settled.ts';
import { rowAfter } from './case-record-row.ts';
import { openEntry, openSnapshot } from './case-record-seal.ts';
import { openFinding } from './find.ts';
import type { VerifyCode, VerifyCounts, VerifyFault, VerifyPorts } from './verify.ts';
import type { AnchoredHead } from './verify-anchors.ts';
import { type PlanCheck, startPlanCheck } from './verify-signature.ts';

export type CheckedCase = {
  readonly counts: Omit<VerifyCounts, 'clinics' | 'cases' | 'anchors' | 'outside'>;
  readonly faults: readonly VerifyFault[];
};

type Known = { readonly erased: ReadonlySet<string> | undefined; readonly anchored: AnchoredHead | undefined };

const PAGE = 500;

/** Reads the case once, in pages. */
export async function checkCase(ports: VerifyPorts, head: SignedHead, known: Known): Promise<CheckedCase> {
  const { clinic, case: id } = head;
  const found = await ports.storage.ledger.open(clinic, id);
  const reading = new CaseReading(ports, head, found?.key, found?.snapshot);
  if (!found) reading.tell('row-missing');
  else reading.checkKey(found.row, known.erased);
  for (let after = 0; ; after += PAGE) {
    const entries = await ports.storage.ledger.entries(clinic, id, after, PAGE);
    for (const entry of entries) await reading.read(entry, known.anchored);
    reading.fold();
    if (entries.length < PAGE) break;
  }
  reading.checkHead(known.anchored);
  if (found) reading.checkRow(found.row);
  await reading.checkFindings();
  return { counts: reading.counts, faults: reading.faults };
}

class CaseReading {
  readonly #ports: VerifyPorts;
  readonly #head: SignedHead;
  readonly #key: Uint8Array | undefined;
  readonly #snapshot: Snapshot | undefined;
  readonly #plans: PlanCheck;
  readonly faults: VerifyFault[] = [];
  readonly counts = {
    ...{ erased: 0, entries: 0, passkeySignatures: 0, passwordSignatures: 0 },
    ...{ transcribed: 0, snapshots: 0, findings: 0 },
  };
  #chain: ReturnType<typeof startCheck>;
  #state: CaseState | undefined;
  #unread = false;
  /** Read and not yet folded: folding a page at a time is quick. */
  #unfolded: Recorded[] = [];
  #first: Recorded | undefined;
  /** The last event of each kind: enough to make the row anew. */
  readonly #lastOf = new Map<EventKind, Recorded>();

  constructor(ports: VerifyPorts, head: SignedHead, key: Uint8Array | undefined, snapshot: Snapshot | undefined) {
    this.#ports = ports;
    this.#head = head;
    this.#key = key;
    this.#snapshot = snapshot;
    this.#chain = startCheck(head.clinic, head.case);
    this.#plans = startPlanCheck(ports, head);
  }

  tell(code: VerifyCode, seq?: number): void {
    const { clinic, case: id } = this.#head;
    this.faults.push({ code, clinic, case: id, ...(seq === undefined ? {} : { seq }) });
  }

  /** A key may be missing only where the case was erased, and where it was erased it must be missing. */
  checkKey(row: CaseRow, erased: ReadonlySet<string> | undefined): void {
    const listed = erased?.has(`${row.clinic}/${row.case}`);
    if (row.status === 'erased') {
      this.counts.erased++;
      if (this.#key) this.tell('erased-case-has-key');
      // Several processes on one PostgreSQL keep a list each; only beside a file is it whole.
      if (listed === false && this.#ports.storage.kind === 'sqlite') this.tell('erasure-not-on-the-list');
    } else {
      if (!this.#key) this.tell('key-missing');
      if (listed) this.tell('erased-case-is-back');
    }
  }

  async read(entry: LedgerEntry, anchored: AnchoredHead | undefined): Promise<void> {
    this.counts.entries++;
    this.#chain = nextLink(this.#chain, entry);
    if (entry.seq === anchored?.seq && entry.hash !== anchored.hash) this.tell('case-differs-from-anchor', entry.seq);
    if (!this.#key || this.#unread || this.#chain.fault) return;
    const key = this.#key;
    const recorded = this.#attempt(entry.seq, () => openEntry(this.#ports.vault, key, entry));
    if (!recorded) return;
    this.#first ??= recorded;
    this.#lastOf.set(recorded.event.kind, recorded);
    this.#unfolded.push(recorded);
    const checked = await this.#plans(recorded.event);
    if (checked === 'wrong') this.tell('plan-signature-wrong', recorded.seq);
    else if (checked) this.counts[checked]++;
    if (entry.seq === this.#snapshot?.seq) {
      this.fold();
      this.#checkSnapshot(key, this.#snapshot, entry.hash);
    }
  }

  /** Brings the state up to the last entry read. */
  fold(): void {
    const [first] = this.#unfolded;
    if (!first || this.#unread) return;
    this.#attempt(first.seq, () => {
      this.#state = foldEvents(this.#state, this.#unfolded);
    });
    this.#unfolded = [];
  }

  #attempt<T>(seq: number, act: () => T): T | undefined {
    try {
      return act();
    } catch (thrown) {
      if (!(thrown instanceof StorageError || thrown instanceof RangeError)) throw thrown;
      this.#unread = true;
      this.tell('entry-unreadable', seq);
      return undefined;
    }
  }

  /** The folded state, less what the kept one has left out. */
  #asSettledAs({ settledThrough }: CaseState): CaseState | undefined {
    const state = this.#state;
    return state && settledThrough !== undefined ? settleThrough(state, settledThrough) : state;
  }

  #checkSnapshot(key: Uint8Array, snapshot: Snapshot, hash: string): void {
    this.counts.snapshots++;
    const kept = openSnapshot(this.#ports.vault, key, this.#head, snapshot, hash);
    if (!kept || canonicalJson(kept) !== canonicalJson(this.#asSettledAs(kept)))
      this.tell('snapshot-differs', snapshot.seq);
  }

  checkHead(anchored: AnchoredHead | undefined): void {
    for (const { code, seq } of endCheck(this.#chain, this.#head)) this.tell(code, seq);
    const { clinic, case: id, seq, hash, signature, key } = this.#head;
    if (!this.#ports.vault.verify(headText(clinic, id, seq, hash), signature, key))
      this.tell('head-signature-wrong', seq);
    if (anchored && seq < anchored.seq) this.tell('case-set-back', seq + 1);
  }

  /** The row is made anew from the ledger. Why somebody should look is left out: it changes with the day. */
  checkRow(row: CaseRow): void {
    const recorded = [...this.#lastOf.values()].sort((a, b) => a.seq - b.seq);
    const [first, last] = [this.#first, recorded.at(-1)];
    if (!this.#state || !first || !last || this.#unread || this.#chain.fault) return;
    const made = rowAfter(this.#state, this.#ports.drugs, recorded, last.at);
    const plain = ({ attention: _, ...rest }: CaseRow): string => canonicalJson(rest);
    if (plain({ ...made, openedAt: first.at }) !== plain(row)) this.tell('row-differs');
  }

  async checkFindings(): Promise<void> {
    const { clinic, case: id } = this.#head;
    let after: string | undefined;
    do {
      const query = { limit: 20, ...(after === undefined ? {} : { after }) };
      const page = await this.#ports.storage.findings.list(clinic, id, query);
      for (const stored of page.findings) {
        this.counts.findings++;
        if (!this.#key || !opens(() => openFinding(this.#ports, this.#key ?? new Uint8Array(), stored)))
          this.tell('finding-unreadable', stored.diarySeq);
      }
      after = page.next;
    } while (after !== undefined);
  }
}

function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (thrown) {
    if (thrown instanceof VaultError) return false;
    throw thrown;
  }
}
