/** Which words does a finding need? Fetched with the first answer that is looked at, one language at a time. */
import type { Language } from '../../../kit/language.ts';
import type { FindingPack } from '../../../kit/part/finding/answer-words.ts';

const PACKS: Readonly<Record<Language, () => Promise<FindingPack>>> = {
  en: async () => (await import('../../../kit/words/en/finding-pack.ts')).findingPack,
  de: async () => (await import('../../../kit/words/de/finding-pack.ts')).findingPack,
};

export const loadFindingWords = (language: Language): Promise<FindingPack> => PACKS[language]();
