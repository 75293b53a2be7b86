/**
 * Which side effects are asked about by name? The ten that trials and patients of low-dose naltrexone report most, so that
 * one tap tells of one. A name is a code; the words stand with the words, and free text is still read from older entries.
 * Sources: Younger 2013 (dreams, headache), FINAL 2024, meta-analyses of 2024 and 2025 (dreams, nausea, dizziness).
 */

export const SIDE_EFFECTS = [
  'vivid-dreams',
  'trouble-sleeping',
  'headache',
  'nausea',
  'stomach',
  'dizziness',
  'flu-like',
  'low-mood',
  'more-pain',
  'rash-or-other',
] as const;
export type SideEffectName = (typeof SIDE_EFFECTS)[number];

/** Is it one of the ten? */
export const isSideEffectName = (name: string): name is SideEffectName => SIDE_EFFECTS.some((known) => known === name);
