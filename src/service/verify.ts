/**
 * Is the record what it was when it was written? Reads every entry of every clinic once and names the first broken link
 * of each case: chain, server's signatures, anchors inside and outside the database, what the sealed bytes hold, the
 * prescribers' signatures, and whatever is kept beside the ledger to be quick (H16, H17).
 */
import type { ClinicId } from '../base/ids.ts';
import type { ChainFault } from '../records/chain.ts';
import type { Anchor, SignedHead } from '../records/ledger.ts';
import type { Ports } from './ports.ts';
import { type AnchorBook, readAnchors } from './verify-anchors.ts';
import { type CheckedCase, checkCase } from './verify-case.ts';

/** What verifying needs of an installation. */
export type VerifyPorts = Pick<Ports, 'storage' | 'vault' | 'drugs' | 'passkeys'>;

/** What can be wrong: with the chain, with signatures and anchors, with what is sealed, with what is kept beside. */
export type VerifyCode =
  | ChainFault['code']
  | 'head-signature-wrong'
  | 'anchor-altered'
  | 'anchor-out-of-order'
  | 'anchor-missing'
  | 'anchor-copy-altered'
  | 'case-missing'
  | 'case-set-back'
  | 'case-differs-from-anchor'
  | 'key-missing'
  | 'erased-case-has-key'
  | 'erased-case-is-back'
  | 'erasure-not-on-the-list'
  | 'entry-unreadable'
  | 'plan-signature-wrong'
  | 'row-missing'
  | 'row-differs'
  | 'snapshot-differs'
  | 'finding-unreadable';

/** One thing that does not hold; `seq` is the first entry, the anchor, or the line of the copy it is seen at. */
export type VerifyFault = {
  readonly code: VerifyCode;
  readonly clinic?: ClinicId;
  readonly case?: string;
  readonly seq?: number;
};

export type VerifyCounts = {
  clinics: number;
  cases: number;
  /** Cases whose key was destroyed: their chain is checked, their content cannot be. */
  erased: number;
  entries: number;
  anchors: number;
  /** Anchors of the copy outside the database. */
  outside: number;
  passkeySignatures: number;
  /** Signed by entering the password again: the server's word stands for it. */
  passwordSignatures: number;
  transcribed: number;
  snapshots: number;
  findings: number;
};

export type VerifyReport = {
  readonly counts: Readonly<VerifyCounts>;
  /** The first thousand. */
  readonly faults: readonly VerifyFault[];
  readonly faultCount: number;
};

export type VerifyOptions = {
  /** The copy of the anchors kept outside the database; a line that cannot be read is undefined. */
  readonly outside?: AsyncIterable<Anchor | undefined>;
  /** Cases known from outside the database to have been erased, as `clinic/case`; undefined = no such list. */
  readonly erased?: ReadonlySet<string>;
  /** Told the number of cases checked so far. */
  readonly progress?: (cases: number) => void;
};

const MOST_FAULTS = 1000;
const MOST_CLINICS = 1000;
const PAGE = 200;
/** A case that is written to while it is read is read again. */
const MOST_TRIES = 4;

/** Verifies everything. Memory does not grow with the length of the ledgers, only with the number of cases. */
export async function verifyRecord(ports: VerifyPorts, options: VerifyOptions = {}): Promise<VerifyReport> {
  const counts: VerifyCounts = {
    ...{ clinics: 0, cases: 0, erased: 0, entries: 0, anchors: 0, outside: 0 },
    ...{ passkeySignatures: 0, passwordSignatures: 0, transcribed: 0, snapshots: 0, findings: 0 },
  };
  const faults: VerifyFault[] = [];
  let faultCount = 0;
  const tell = (fault: VerifyFault): void => {
    faultCount++;
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  const clinics = (await ports.storage.people.clinics(MOST_CLINICS)).map(({ clinic }) => clinic);
  const books = await readAnchors(ports, clinics, options.outside, counts, tell);
  for (const clinic of clinics) {
    counts.clinics++;
    await verifyClinic(ports, clinic, books.get(clinic) ?? new Map(), options, counts, tell);
  }
  return { counts, faults, faultCount };
}

async function verifyClinic(
  ports: VerifyPorts,
  clinic: ClinicId,
  book: AnchorBook,
  options: VerifyOptions,
  counts: VerifyCounts,
  tell: (fault: VerifyFault) => void,
): Promise<void> {
  let page = await ports.storage.ledger.heads(clinic, undefined, PAGE);
  while (page.length > 0) {
    for (const head of page) {
      const checked = await checkSteadily(ports, head, book.get(head.case), options);
      book.delete(head.case);
      counts.cases++;
      addTo(counts, checked.counts);
      for (const fault of checked.faults) tell(fault);
      options.progress?.(counts.cases);
    }
    page = page.length < PAGE ? [] : await ports.storage.ledger.heads(clinic, page.at(-1)?.case, PAGE);
  }
  // What an anchor names and no head stands for is gone as a whole.
  for (const [id, { seq }] of book) tell({ code: 'case-missing', clinic, case: id, seq });
  await tellHeadless(ports, clinic, tell);
}

function addTo(counts: VerifyCounts, more: CheckedCase['counts']): void {
  counts.erased += more.erased;
  counts.entries += more.entries;
  counts.passkeySignatures += more.passkeySignatures;
  counts.passwordSignatures += more.passwordSignatures;
  counts.transcribed += more.transcribed;
  counts.snapshots += more.snapshots;
  counts.findings += more.findings;
}

/** A fault is believed when the head has not moved while the case was read. */
async function checkSteadily(
  ports: VerifyPorts,
  first: SignedHead,
  anchored: ReturnType<AnchorBook['get']>,
  { erased }: VerifyOptions,
): Promise<CheckedCase> {
  let head: SignedHead | undefined = first;
  for (let tried = 1; ; tried++) {
    const checked: CheckedCase = await checkCase(ports, head, { erased, anchored });
    const after = await ports.storage.ledger.head(first.clinic, first.case);
    if (checked.faults.length === 0 || tried === MOST_TRIES || after?.hash === head.hash || !after) return checked;
    head = after;
  }
}

/** A case in the list without a head in the ledger: the head was taken away. */
async function tellHeadless(
  { storage }: VerifyPorts,
  clinic: ClinicId,
  tell: (fault: VerifyFault) => void,
): Promise<void> {
  let after: string | undefined;
  do {
    const next = after === undefined ? {} : { after };
    const page = await storage.ledger.cases(clinic, { order: 'label', limit: PAGE, ...next });
    for (const row of page.rows)
      if ((await storage.ledger.head(clinic, row.case)) === undefined)
        tell({ code: 'head-missing', clinic, case: row.case });
    after = page.next;
  } while (after !== undefined);
}
