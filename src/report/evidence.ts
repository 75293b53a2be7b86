/**
 * What is known about low-dose naltrexone, and how well? Sources with their figures, and claims each with a status, a
 * grade, its sources and the day somebody last looked. The sentences stand with the words; here are ids and numbers.
 * Refuses a claim without a source, a source without a day, and whatever it does not know (H18).
 */
import json from '../../data/evidence/claims.json' with { type: 'json' };
import { parseLocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';

/** How a source compared, strongest first. docs/formats/letter.md says what each can tell. */
export const EVIDENCE_GRADES = [
  ...(['blinded-parallel', 'blinded-crossover', 'review', 'single-blind', 'open', 'case'] as const),
  ...(['laboratory', 'register', 'label', 'guidance', 'opinion', 'registered'] as const),
] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** What the sources leave of a claim that is often made. 'open': nobody has tested it well enough. */
export const CLAIM_STATUSES = ['supported', 'partly', 'weakened', 'unsupported', 'open'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const SOURCE_IDS = [
  ...(['final-2024', 'innova', 'younger-2013', 'younger-2009', 'bruun-plesner-2020', 'final-mechanisms'] as const),
  ...(['vatvani-2024', 'ann-med-surg-2025', 'ologunowa-2025', 'saif-2026', 'bolton-2019'] as const),
  ...(['polo-2019', 'okelly-2022', 'bonilla-2023', 'isman-2024', 'bolton-2020', 'raknes-2017'] as const),
  ...(['younger-50mg-2009', 'receptor-primer-2022', 'lift', 'dose-finding-uab', 'british-columbia'] as const),
  ...(['faubel-2013', 'label-tablets', 'label-injection', 'spaqi-2021'] as const),
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

export const CLAIM_IDS = [
  ...(['pain-on-average', 'pain-reviews', 'pain-for-some', 'pain-in-me-cfs', 'belief', 'placebo-improves'] as const),
  ...(['instead-of-opioids', 'hardly-blocks-receptors', 'usual-dose', 'above-six', 'sleep', 'fatigue'] as const),
  ...(['inflammation', 'serious-harm', 'vivid-dreams', 'inexpensive', 'hard-to-find', 'no-approved-drug'] as const),
] as const;
export type ClaimId = (typeof CLAIM_IDS)[number];

export type Source = {
  readonly id: SourceId;
  readonly grade: EvidenceGrade;
  /** As printed, shortened; absent where they were not seen. */
  readonly authors?: string;
  /** Journal, register or address, as a reference says it. */
  readonly where: string;
  readonly year?: number;
  readonly doi?: string;
  readonly pmid?: string;
  readonly registry?: string;
  /** Where it was read. */
  readonly page: string;
  readonly read: 'abstract' | 'table' | 'registry' | 'label' | 'summary';
  readonly condition: 'fibromyalgia' | 'me-cfs' | 'long-covid' | 'healthy' | 'any';
  readonly people?: number;
  /** Lowest and highest dose given, micrograms. */
  readonly dose?: readonly [number, number];
  readonly weeks?: number;
  /** Numbers of the result by name, in the source's own units. */
  readonly figures: Readonly<Record<string, number>>;
  /** ISO civil date on which somebody last read it. */
  readonly looked: string;
};

export type Claim = {
  readonly id: ClaimId;
  readonly status: ClaimStatus;
  /** Of the source that decides it; never above the strongest it names. */
  readonly grade: EvidenceGrade;
  /** "2024", "2024-01": the newest source was out by then. */
  readonly date: string;
  readonly looked: string;
  readonly sources: readonly SourceId[];
};

export type Evidence = {
  /** ISO civil date of this edition. */
  readonly date: string;
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly claims: readonly Claim[];
};

export type EvidenceFault = { readonly at: string; readonly code: 'missing' | 'unreadable' | 'unknown' | 'twice' };

type Plain = Readonly<Record<string, unknown>>;

/** Every fault at once. */
export function readEvidence(value: unknown): Result<Evidence, readonly EvidenceFault[]> {
  const faults: EvidenceFault[] = [];
  const { format, version, date, sources = [], claims = [] } = (value ?? {}) as Plain;
  if (format !== 'titrial-evidence' || version !== 1) faults.push({ at: 'format', code: 'unreadable' });
  faults.push(...dateFault('date', date));
  const givenSources = Array.isArray(sources) ? (sources as Plain[]) : [];
  const givenClaims = Array.isArray(claims) ? (claims as Plain[]) : [];
  faults.push(...idFaults('sources', givenSources, SOURCE_IDS), ...idFaults('claims', givenClaims, CLAIM_IDS));
  for (const source of givenSources) faults.push(...sourceFaults(source));
  for (const claim of givenClaims) faults.push(...claimFaults(claim));
  if (faults.length > 0) return err(faults);
  const byId = Object.fromEntries(givenSources.map((source) => [source.id, source]));
  return ok({ date, sources: byId, claims: givenClaims } as unknown as Evidence);
}

function idFaults(at: string, given: readonly Plain[], wanted: readonly string[]): EvidenceFault[] {
  const ids = given.map(({ id }) => String(id));
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => ({ at: `${at}/${id}`, code: 'missing' }) as const),
    ...ids.filter((id) => !wanted.includes(id)).map((id) => ({ at: `${at}/${id}`, code: 'unknown' }) as const),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => ({ at: `${at}/${id}`, code: 'twice' }) as const),
  ];
}

const SOURCE_TEXTS = ['where', 'page'] as const;
const READ = ['abstract', 'table', 'registry', 'label', 'summary'];
const CONDITIONS = ['fibromyalgia', 'me-cfs', 'long-covid', 'healthy', 'any'];

function sourceFaults(source: Plain): EvidenceFault[] {
  const at = `sources/${source.id}`;
  const wrong = (field: string, fine: boolean): EvidenceFault[] =>
    fine ? [] : [{ at: `${at}/${field}`, code: 'unreadable' }];
  const { grade, read, condition, people, dose, weeks, figures } = source;
  return [
    ...SOURCE_TEXTS.flatMap((field) => wrong(field, isText(source[field]))),
    ...(['authors', 'doi', 'pmid', 'registry'] as const).flatMap((field) =>
      wrong(field, source[field] === undefined || isText(source[field])),
    ),
    ...wrong('grade', EVIDENCE_GRADES.includes(grade as EvidenceGrade)),
    ...wrong('read', READ.includes(String(read))),
    ...wrong('condition', CONDITIONS.includes(String(condition))),
    ...wrong('people', people === undefined || isCount(people)),
    ...wrong('weeks', weeks === undefined || isCount(weeks)),
    ...wrong('dose', dose === undefined || isDoses(dose)),
    ...wrong('figures', isFigures(figures)),
    ...dateFault(`${at}/looked`, source.looked),
  ];
}

function claimFaults(claim: Plain): EvidenceFault[] {
  const at = `claims/${claim.id}`;
  const { status, grade, date, sources } = claim;
  const faults: EvidenceFault[] = dateFault(`${at}/looked`, claim.looked);
  if (!CLAIM_STATUSES.includes(status as ClaimStatus)) faults.push({ at: `${at}/status`, code: 'unreadable' });
  if (!EVIDENCE_GRADES.includes(grade as EvidenceGrade)) faults.push({ at: `${at}/grade`, code: 'unreadable' });
  if (!/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(String(date))) faults.push({ at: `${at}/date`, code: 'unreadable' });
  const named = Array.isArray(sources) ? sources.map(String) : [];
  if (named.length === 0) faults.push({ at: `${at}/sources`, code: 'missing' });
  for (const id of named)
    if (!(SOURCE_IDS as readonly string[]).includes(id)) faults.push({ at: `${at}/sources/${id}`, code: 'unknown' });
  return faults;
}

const dateFault = (at: string, value: unknown): EvidenceFault[] =>
  typeof value === 'string' && parseLocalDate(value).ok ? [] : [{ at, code: 'unreadable' }];
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;
const isDoses = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(isCount) && Number(value[0]) <= Number(value[1]);
const isFigures = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((figure) => Number.isFinite(figure));

const read = readEvidence(json);
if (!read.ok) throw new RangeError(`data/evidence/claims.json: ${JSON.stringify(read.error.slice(0, 3))}`);

/** The edition that comes with Titrial; checked when it is loaded. */
export const EVIDENCE: Evidence = read.value;

/** A figure of a source by its name. @throws RangeError when the source has none of that name: a slip of the words */
export function figureOf({ id, figures }: Pick<Source, 'id' | 'figures'>, name: string): number {
  const figure = figures[name];
  if (figure === undefined) throw new RangeError(`${id} has no figure "${name}"`);
  return figure;
}
