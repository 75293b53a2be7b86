/**
 * Which arm does each period hold, and how is that kept until the end? Sealed to the pharmacy, with a commitment in the
 * record before day 1: a hash over sequence, kits, protocol and a nonce, so that nobody can learn it from the hash and
 * nobody can change it afterwards. `unseal` is for src/service/unblind.ts alone (H13).
 */
import { canonicalJson } from '../base/canonical.ts';
import { hashOf } from '../base/hash.ts';
import type { TrialId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Dose } from '../medicine/dose.ts';
import { armsOf, periodsOf, type TrialDesign } from './design.ts';
import type { Sequence } from './sequence.ts';

/** What is sealed. */
export type Allocation = {
  readonly trial: TrialId;
  readonly protocolHash: string;
  /** 64 hexadecimal digits of chance: without it the few sequences there are could be tried one by one. */
  readonly nonce: string;
  /** The arm of each period, 0 = placebo. */
  readonly sequence: Sequence;
  /** The code on the kit of each period. */
  readonly kits: readonly string[];
};

/** `sealed`: base64url, for the pharmacy's key `key` alone. Its length is the same for every sequence of the design. */
export type SealedAllocation = {
  readonly commitment: string;
  readonly sealed: string;
  readonly key: string;
};

/** Seals text to the pharmacy; opens it. `about` is bound in. */
export type PharmacySeal = {
  readonly key: string;
  readonly seal: (text: string, about: string) => string;
};
export type PharmacyOpener = {
  /** undefined when the bytes were altered, belong elsewhere, or to another key. */
  readonly open: (sealed: string, about: string) => string | undefined;
};

export type UnsealFault =
  /** The bytes do not open with the pharmacy's key. */
  | { readonly code: 'allocation-unreadable' }
  /** They open, and are not what was committed to before day 1. */
  | { readonly code: 'commitment-does-not-fit'; readonly committed: string; readonly found: string };

const KIT_LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679';
const KIT_LENGTH = 6;

/** One code a period, none twice, drawn by chance: it says nothing of place, order or content. */
export function drawKits(periods: number, bytes: (count: number) => Uint8Array): readonly string[] {
  const kits = new Set<string>();
  while (kits.size < periods) kits.add(drawKit(bytes));
  return [...kits];
}

function drawKit(bytes: (count: number) => Uint8Array): string {
  const limit = 256 - (256 % KIT_LETTERS.length);
  let code = '';
  while (code.length < KIT_LENGTH) {
    const byte = bytes(1)[0] as number;
    if (byte < limit) code += KIT_LETTERS[byte % KIT_LETTERS.length];
  }
  return code;
}

/** The text that is sealed and committed to: its SHA-256, computed with any program, is the commitment. */
export function committedText(design: TrialDesign, allocation: Allocation): string {
  return canonicalJson(toJson(design, allocation));
}

/** SHA-256 over everything that is sealed, 64 hexadecimal digits. */
export function commitmentOf(design: TrialDesign, allocation: Allocation): string {
  return hashOf(toJson(design, allocation));
}

/**
 * @throws RangeError when sequence or kits do not fit the design: a bug of the caller
 */
export function seal(design: TrialDesign, allocation: Allocation, pharmacy: PharmacySeal): SealedAllocation {
  const { sequence, kits, trial } = allocation;
  if (sequence.length !== periodsOf(design) || kits.length !== sequence.length)
    throw new RangeError('an allocation has one arm and one kit for each period');
  return {
    commitment: commitmentOf(design, allocation),
    sealed: pharmacy.seal(committedText(design, allocation), aboutOf(trial)),
    key: pharmacy.key,
  };
}

/** Opens what was sealed and holds it against the commitment. */
export function unseal(
  design: TrialDesign,
  trial: TrialId,
  { commitment, sealed }: Pick<SealedAllocation, 'commitment' | 'sealed'>,
  pharmacy: PharmacyOpener,
): Result<Allocation, UnsealFault> {
  const text = pharmacy.open(sealed, aboutOf(trial));
  const allocation = text === undefined ? undefined : fromJson(design, text);
  if (!allocation || allocation.trial !== trial) return err({ code: 'allocation-unreadable' });
  return verifyAllocation(design, allocation, commitment);
}

/** Does an opened allocation fit what was committed to? Anybody can ask that, long after and without the server. */
export function verifyAllocation(
  design: TrialDesign,
  allocation: Allocation,
  commitment: string,
): Result<Allocation, UnsealFault> {
  const found = commitmentOf(design, allocation);
  return found === commitment ? ok(allocation) : err({ code: 'commitment-does-not-fit', committed: commitment, found });
}

const aboutOf = (trial: TrialId): string => `allocation ${trial}`;

/** Arms by their place among the arms, one digit each: "0 mg" and "4.5 mg" are not equally long. */
function toJson(design: TrialDesign, { trial, protocolHash, nonce, sequence, kits }: Allocation): object {
  const arms = armsOf(design);
  const places = sequence.map((arm) => {
    const place = arms.indexOf(arm);
    if (place < 0) throw new RangeError('an arm that is not of the design');
    return place;
  });
  return { format: 'titrial-allocation', version: 1, trial, protocol: protocolHash, nonce, sequence: places, kits };
}

/** What `toJson` wrote; undefined for any other text. */
function fromJson(design: TrialDesign, text: string): Allocation | undefined {
  const arms = armsOf(design);
  try {
    const { trial, protocol, nonce, sequence, kits } = JSON.parse(text);
    const doses: (Dose | undefined)[] = sequence.map((place: number) => arms[place]);
    if (doses.includes(undefined)) return undefined;
    const allocation = { trial, protocolHash: protocol, nonce, sequence: doses as Dose[], kits };
    return committedText(design, allocation) === text ? allocation : undefined;
  } catch {
    return undefined;
  }
}
