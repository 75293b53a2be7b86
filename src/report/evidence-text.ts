/**
 * What is known, as plain text in one language: each claim with its status, grade, day and sources. For a page that shows it
 * and computes nothing (H18).
 */
import type { Evidence } from './evidence.ts';
import type { EvidenceWords } from './evidence-words.ts';

export type ClaimText = {
  readonly heard: string;
  readonly known: string;
  readonly status: string;
  readonly grade: string;
  /** What a source of this grade can and cannot tell. */
  readonly meaning: string;
  readonly looked: string;
  /** Name, what it found, and the reference; strongest first, as the claim names them. */
  readonly sources: readonly { readonly name: string; readonly found: string; readonly reference: string }[];
};

export type EvidenceText = {
  readonly about: string;
  readonly label: EvidenceWords['label'];
  readonly claims: readonly ClaimText[];
};

export function evidenceText({ claims, sources }: Evidence, words: EvidenceWords): EvidenceText {
  return {
    about: words.about,
    label: words.label,
    claims: claims.map((claim) => ({
      heard: words.claim[claim.id].heard,
      known: words.claim[claim.id].known(sources),
      status: words.status[claim.status],
      grade: words.grade[claim.grade],
      meaning: words.gradeMeaning[claim.grade],
      looked: words.looked(claim.looked),
      sources: claim.sources.map((id) => ({
        name: words.name[id],
        found: words.found[id](sources[id]),
        reference: words.reference(sources[id]),
      })),
    })),
  };
}
