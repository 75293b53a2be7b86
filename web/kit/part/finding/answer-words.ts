/** Which words does a finding on a page need? The sentences of a finding, of its charts, and what stands around them. */
import type { AnswerWords, Words } from '../../words/words.ts';

export type FindingPack = Pick<Words, 'finding' | 'chart'> & { readonly answer: AnswerWords };
