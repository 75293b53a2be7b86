/** Writes what is known, as text in each language, beside the built page: read without a network, and no script (H18). */
import type { Plugin } from 'vite';
import { EVIDENCE } from '../../src/report/evidence.ts';
import { evidenceText } from '../../src/report/evidence-text.ts';
import type { EvidenceWords } from '../../src/report/evidence-words.ts';
import { evidenceWords as de } from '../kit/words/de/evidence.ts';
import { evidenceWords as en } from '../kit/words/en/evidence.ts';
import type { Language } from '../kit/words/language.ts';

const WORDS: Readonly<Record<Language, EvidenceWords>> = { en, de };

export function evidenceBeside(): Plugin {
  return {
    name: 'evidence-beside',
    apply: 'build',
    generateBundle() {
      for (const [language, words] of Object.entries(WORDS))
        this.emitFile({
          type: 'asset',
          fileName: `evidence-${language}.json`,
          source: JSON.stringify(evidenceText(EVIDENCE, words)),
        });
    },
  };
}
