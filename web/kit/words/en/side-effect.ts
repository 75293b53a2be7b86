/** What are the side effects called? The ten that are asked about by name; what somebody wrote freely stays as written. */
import { isSideEffectName, type SideEffectName } from '../../../../src/medicine/adverse-event.ts';

export const SIDE_EFFECT_WORDS: Readonly<Record<SideEffectName, string>> = {
  'vivid-dreams': 'vivid dreams',
  'trouble-sleeping': 'trouble sleeping',
  headache: 'headache',
  nausea: 'nausea',
  stomach: 'stomach ache',
  dizziness: 'dizziness',
  'flu-like': 'feeling as with flu',
  'low-mood': 'low mood',
  'more-pain': 'more pain',
  'rash-or-other': 'rash or something else',
};

/** "vivid dreams". */
export const sideEffectInWords = (name: string): string => (isSideEffectName(name) ? SIDE_EFFECT_WORDS[name] : name);
