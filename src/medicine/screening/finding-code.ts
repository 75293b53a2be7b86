/**
 * Which findings can screening make? One literal for each, so that words, pages and rules cannot miss one: a new code does
 * not compile until it has its sentence in web/kit/words/en/screening.ts.
 */
import type { Screening, ScreeningFinding } from './screening.ts';

export type MedicineFindingCode =
  | 'opioid-current'
  | 'opioid-use-unknown'
  | 'opioid-last-taken-in-future'
  | 'washout-short'
  | 'washout-partial-agonist-or-methadone'
  | 'washout-long'
  | 'washout-depot'
  | 'washout-research'
  | 'opioid-chronic'
  | 'opioid-chronic-not-said'
  | 'opioid-marker'
  | 'naloxone-at-hand'
  | 'naltrexone-duplicate'
  | 'naltrexone-already-taken'
  | 'antagonist-duplicate'
  | 'antagonist-depot'
  | 'liver-or-lethargy-interaction'
  | 'thyroid-hormone-with-hashimoto'
  | 'immunosuppressant-taken'
  | 'excluded-in-single-trials'
  | 'loperamide'
  | 'loperamide-beyond-label'
  | 'gut-opioid-occasional'
  | 'peripheral-opioid-agonist'
  | 'cough-medicine-not-opioid'
  | 'medicine-not-recognised';

export type AnswerFindingCode =
  | 'opioid-not-on-the-list-now'
  | 'opioid-in-90-days-not-named'
  | 'failed-naloxone-challenge'
  | 'positive-opioid-urine-test'
  | 'hypersensitive-to-naltrexone'
  | 'hypersensitive-to-excipient'
  | 'acute-hepatitis-or-liver-failure'
  | 'liver-above-three'
  | 'liver-above-five'
  | 'liver-value-unreadable'
  | 'liver-not-measured'
  | 'cirrhosis-child-pugh-b-or-c'
  | 'kidney-below-thirty'
  | 'kidney-value-unreadable'
  | 'kidney-not-measured'
  | 'pregnant-or-trying'
  | 'breastfeeding'
  | 'operation-planned'
  | 'operation-hold'
  | 'operation-past'
  | 'operation-date-missing'
  | 'emergency-card'
  | 'overdose-vulnerability'
  | 'depressed-or-suicidal'
  | 'organ-transplant'
  | 'immunosuppressant-or-biologic'
  | 'fifty-milligram-tablets-at-home'
  | 'not-adult'
  | 'alcohol-use-disorder'
  | 'psychosis'
  | 'demyelinating-disease'
  | 'cancer'
  | 'never-answered'
  | 'answered-in-future'
  | 'answers-stale'
  | 'answer-unknown';

export type FindingCode = MedicineFindingCode | AnswerFindingCode | 'list-expired';

/** A finding as the rules make it; the contract's `code` is text, because the ledger keeps old ones for ever. */
export type CodedFinding = ScreeningFinding & { readonly code: FindingCode };

/** What `screen` answers: a `Screening` whose codes are known. */
export type CodedScreening = Omit<Screening, 'findings'> & { readonly findings: readonly CodedFinding[] };
