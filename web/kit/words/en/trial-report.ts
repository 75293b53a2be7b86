/**
 * The report of a blinded trial in plain English: what each item of CENT 2015 asks for in our own words, headings, tables
 * and drawings, and how anybody can check the allocation (H13).
 */

import { TRIAL_SOURCES } from '../../../../src/report/trial/sources.ts';
import type { TrialReport } from '../../../../src/report/trial/trial-report.ts';
import type { TrialWords } from '../../../../src/report/trial/trial-words.ts';
import { evidenceWords } from './evidence.ts';
import { notAdvice } from './finding.ts';
import { capital, longDate, outOf100, points, shortDate, signed } from './number.ts';
import { sideEffectInWords } from './side-effect.ts';
import { arm, period, shortly, verdict } from './trial-report-answer.ts';
import { lengths, METHODS } from './trial-report-methods.ts';
import { RESULTS, STOP_WHY } from './trial-report-results.ts';

const item: TrialWords['item'] = {
  '1a': 'Title',
  '1b': 'Summary',
  '2a.1': 'What is known',
  '2a.2': 'Why one person against themselves',
  '2b': 'The question',
  '3a': 'Design, periods and their length',
  '3b': 'Changes of method after the start',
  '4a': 'The person: diagnosis, other illnesses, other treatment',
  '4b': 'Where it took place',
  '4c': 'Research or care, and ethics approval',
  '5': 'What was given in each period',
  '6a.1': 'What was measured, and when',
  '6a.2': 'How good the measures are',
  '6b': 'Changes of what was measured',
  '7a': 'How the length was chosen',
  '7b': 'Looks at the data, and rules to stop',
  '8a': 'Was the order drawn by chance, why and how',
  '8b': 'Limits on the draw',
  '8c': 'The whole order as intended',
  '9': 'How the order was concealed',
  '10': 'Who drew, enrolled and assigned',
  '11a': 'Who was blinded, and how',
  '11b': 'How alike the capsules were',
  '12a': 'How the arms are compared',
  '12b': 'Pooling of several trials',
  '12c': 'Carry-over, time, and days that hang together',
  '13a.1': 'Periods completed, and in which order',
  '13a.2': 'People enrolled, assigned and analysed',
  '13b': 'Losses and exclusions',
  '14a': 'Dates',
  '14b': 'Was a period, or the trial, stopped early',
  '15': 'Before day 1',
  '16': 'Periods analysed',
  '17a.1': 'Results of each period',
  '17a.2': 'Size of the effect, and how sure',
  '17b': 'Yes-or-no results',
  '18': 'Other analyses',
  '19': 'Side effects',
  '20': 'Limits',
  '21': 'For whom it speaks',
  '22': 'Reading',
  '23': 'Registration',
  '24': 'Where the protocol is',
  '25': 'Who paid',
};

const tableHead: TrialWords['tableHead'] = {
  periods: ['Period', 'Days', 'Kit', 'Held', 'Days kept', 'Capsules', 'Analysed'],
  baseline: ['Symptom', 'Days with a score', 'Too ill to say', 'Mean (lowest – highest)', 'Openly taken'],
  scores: ['Symptom', 'Period', 'Held', 'Days kept', 'Too ill to say', 'Mean (sd)'],
  contrasts: ['Symptom', 'Dose', 'Change, points', '90 % interval', 'Better', 'Worthwhile'],
  sensitivity: ['Comparison', 'Days', 'Change, points', '90 % interval', 'Better'],
  guesses: ['Period', 'Held', 'Guess', 'How sure', 'Because', 'Right'],
  blinding: ['Held', 'Periods', '“Drug”', '“Placebo”', 'No idea', 'No guess', 'Bang’s index (95 %)'],
  harms: ['Side effect', 'Held', 'Days with it', 'Began', 'Worst grade'],
  deviations: ['Day', 'What', 'Note'],
};

const caption: TrialWords['caption'] = {
  diagram: 'The way of one person through the trial. Shaded and thick: the capsules held the drug.',
  periods: 'Periods as they were carried out',
  baseline: 'Before day 1',
  course:
    'Dots: days kept (pale: first days left out). Crosses: too ill to say. Gaps: nothing kept. Shaded: the drug. Line: mean of the period.',
  scores: 'Scores of each period',
  intervals:
    'Change against placebo. Thick bar: 50 % interval, thin: 90 %. * is the one question that was settled on; grey rows ask it with other days or columns.',
  contrasts: 'Change against placebo (* the primary question)',
  sensitivity: 'The primary question with other days or columns',
  guesses: 'What was guessed at the end of each period',
  blinding: 'Guesses by arm; Bang’s index: 1 all right, 0 as by chance, −1 all wrong',
  harms: 'Side effects by what was really taken',
  deviations: 'Deviations',
};

const alt: TrialWords['alt'] = {
  diagram: (r) =>
    `The periods in order, a box for each. ${r.periods.map(({ period: place, arm: held, kept, days, analysed }) => `${capital(period(place))}: ${arm(held)}, ${days === 0 ? 'not reached' : `${kept} of ${days} days kept, ${analysed ? 'analysed' : 'not analysed'}`}.`).join(' ')}`,
  course: (r) =>
    `Day by day from ${longDate(r.firstDay)} to ${longDate(r.lastDay)}, a strip for each symptom from its lowest to its highest score, with what each period held. ${r.answer.outcomes.map(({ outcome, periods }) => `${capital(outcome.label)}, means of the periods: ${periods.map(({ mean }) => (mean === undefined ? 'none' : points(mean, outcome.scale))).join(', ')}.`).join(' ')}`,
  intervals: (r) => {
    const rows = r.answer.outcomes.flatMap(({ outcome, doses }) =>
      doses.map(({ dose, blinded: { mean, quantiles: q } }) => {
        const [best, low, high] = [mean, q['0.05'], q['0.95']].map((value) => points(value, outcome.scale));
        return `${capital(outcome.label)}, ${arm(dose)}: ${best} points, 90 % interval ${low} to ${high}.`;
      }),
    );
    return `Change against placebo. ${rows.join(' ')}`;
  },
};

const verify = ({ sealedAt, firstDay }: TrialReport): readonly string[] => [
  'Copy the text in the frame below and take out every space and every line break. It holds what was drawn: the kits, the order (0 is placebo, then the doses rising), the hash of the protocol, and a random number that nobody could guess.',
  "Compute its SHA-256 with any program, for example: printf %s '…the text…' | sha256sum",
  `The result must be the fingerprint in the frame, and the same fingerprint must stand in the record of the case since ${longDate(Math.floor(sealedAt / 86_400_000))}; day 1 was ${longDate(firstDay)}. With one digit changed it would be another fingerprint.`,
  'The JSON of this report holds text and fingerprint in one piece each.',
];

/** Everything English says in the report of a trial. */
export const trialReportWords: TrialWords = {
  language: 'en',
  title: (r) =>
    `A blinded N-of-1 trial of low-dose naltrexone: ${r.protocol.design.doses.map(arm).join(', ')} against placebo`,
  head: (r) => [
    ['About', `the patient of case ${r.label}`],
    ...(r.clinic === undefined ? [] : ([['From', r.clinic]] as const)),
    ['Trial', `${longDate(r.firstDay)} to ${longDate(r.lastDay)}; ${lengths(r)}`],
    ['Report', `${longDate(r.day)}, by the items of CENT 2015`],
    ['Number', r.trial],
  ],
  synthetic: 'DEMONSTRATION: an invented person. Not about anybody.',
  foot: (r) => `Case ${r.label}, made on ${longDate(r.day)} from the record. It gives no advice and changes no dose.`,
  page: ['Page', 'of'],
  section: {
    short: 'The answer',
    introduction: 'Introduction',
    methods: 'Methods',
    results: 'Results',
    discussion: 'Discussion',
    other: 'Other information',
    verify: 'How to check that the order was not changed',
    checklist: 'CENT 2015, item by item',
    references: 'References',
  },
  verdict,
  shortly,
  notAdvice,
  item,
  say: { ...METHODS, ...RESULTS },
  reason: {
    'one-person': 'this is a trial of one person, not a series.',
    'no-binary-outcome': 'nothing was measured as yes or no.',
    ethics: 'whether this was research, and whether an ethics committee agreed. The record holds consent only.',
    registration: 'a registration number, if it was registered.',
    funding: 'who paid for capsules and care.',
    'diagnostic-criteria': 'by which criteria the diagnosis was made; the record holds codes.',
    'age-and-sex': 'age, sex and since when; the record holds none of them.',
    'reason-for-length': 'why this length, and what it could be expected to tell.',
  },
  status: {
    filled: 'Answered from the record',
    'not-applicable': 'Does not apply',
    'for-the-clinic': 'For the clinic to add',
  },
  lacks: (reason) => `For the clinic to add: ${reason}`,
  checklistHead: ['Item', 'What it asks for', 'Here'],
  tableHead,
  caption,
  alt,
  label: {
    before: 'Days with a score before day 1 (of 28)',
    sealed: 'order drawn and sealed',
    kept: 'days kept',
    taken: 'capsules',
    analysed: 'analysed',
    notAnalysed: 'not analysed',
    notReached: 'not reached',
    noChange: 'no change',
    worthwhile: 'worthwhile change',
    better: 'better',
    worse: 'worse',
    tooFew: 'too few days',
    none: 'none',
    yes: 'yes',
    no: 'no',
    settled: 'As settled before day 1',
  },
  sensitivity: {
    withoutUnblinded: 'Without periods given away',
    withoutRightGuesses: 'Without periods guessed right',
    withExpectancy: 'Beside “any capsule”',
    withoutFirstDays: 'First days left out',
    withFirstDays: 'First days kept, model only',
    sceptic: 'As a sceptic would see it',
  },
  arm: (dose) => arm(dose),
  period: (place) => capital(period(place)),
  date: longDate,
  shortDate,
  symptom: ({ label }) => capital(label),
  points,
  range: (low, high, scale) => `${points(low, scale)} … ${points(high, scale)}`,
  index: (value) => signed(value, 2),
  chance: outOf100,
  sideEffect: (name) => capital(sideEffectInWords(name)),
  grade: { 0: 'none', 1: 'mild', 2: 'moderate', 3: 'severe' },
  guess: { drug: 'drug', placebo: 'placebo', 'no-idea': 'no idea' },
  guessReason: {
    'felt-better': 'felt better',
    'felt-worse': 'felt worse',
    'felt-the-same': 'felt the same',
    'side-effects': 'side effects',
    'look-or-taste': 'look or taste',
    told: 'was told',
    'just-a-feeling': 'just a feeling',
  },
  confidence: (confidence) => `${confidence} of 4`,
  deviation: {
    'wrong-kit': 'wrong kit',
    'missed-days': 'missed days',
    'kit-lost': 'kit lost',
    'new-medicine': 'new medicine',
    'late-guess': 'late guess',
    other: 'something else',
  },
  stopWhy: STOP_WHY,
  verify,
  commitment: 'Fingerprint, without the spaces:',
  references: (r) => [
    ...TRIAL_SOURCES,
    ...(['final-2024', 'innova'] as const).map((id) => evidenceWords.reference(r.evidence.sources[id])),
  ],
};
