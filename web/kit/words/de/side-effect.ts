/** What are the side effects called in German? What somebody wrote freely stays as written. */
import { isSideEffectName, type SideEffectName } from '../../../../src/medicine/adverse-event.ts';

export const SIDE_EFFECT_WORDS: Readonly<Record<SideEffectName, string>> = {
  'vivid-dreams': 'lebhafte Träume',
  'trouble-sleeping': 'schlechter Schlaf',
  headache: 'Kopfschmerzen',
  nausea: 'Übelkeit',
  stomach: 'Bauchschmerzen',
  dizziness: 'Schwindel',
  'flu-like': 'Gefühl wie bei Grippe',
  'low-mood': 'gedrückte Stimmung',
  'more-pain': 'mehr Schmerzen',
  'rash-or-other': 'Hautausschlag oder anderes',
};

/** "lebhafte Träume". */
export const sideEffectInWords = (name: string): string => (isSideEffectName(name) ? SIDE_EFFECT_WORDS[name] : name);
