/**
 * What a language must be able to say about the evidence. Types only: a new source, claim, grade or status does not
 * compile until every language has words for it.
 */
import type { ClaimId, ClaimStatus, Evidence, EvidenceGrade, Source, SourceId } from './evidence.ts';

export type ClaimWords = {
  /** As it is often heard. */
  readonly heard: string;
  /** What the sources say, in a sentence or two. */
  readonly known: (sources: Evidence['sources']) => string;
};

export type EvidenceWords = {
  readonly title: string;
  /** What stands above the claims. */
  readonly about: string;
  /** How a source is called in a table: "FINAL 2024". */
  readonly name: Readonly<Record<SourceId, string>>;
  /** What it found, with its figures. */
  readonly found: Readonly<Record<SourceId, (source: Source) => string>>;
  readonly claim: Readonly<Record<ClaimId, ClaimWords>>;
  readonly status: Readonly<Record<ClaimStatus, string>>;
  readonly grade: Readonly<Record<EvidenceGrade, string>>;
  /** What a source of this grade can and cannot tell. */
  readonly gradeMeaning: Readonly<Record<EvidenceGrade, string>>;
  readonly condition: Readonly<Record<Source['condition'], string>>;
  /** "99 people, 6 mg, 12 weeks". */
  readonly size: (source: Source) => string;
  /** One line of a list of references. */
  readonly reference: (source: Source) => string;
  /** How it was read: whole, as an abstract, as a register's entry. */
  readonly read: Readonly<Record<Source['read'], string>>;
  /** "Looked at on 28 Nov 2026." */
  readonly looked: (iso: string) => string;
  readonly label: Readonly<Record<'claim' | 'known' | 'status' | 'grade' | 'date' | 'sources', string>>;
};
