/**
 * A blinded trial in the clinic's page, in English: designing it, what it could tell, signing, sealing, conduct, and the
 * opening. Nothing here can tell an arm before that (H13, H14, H19).
 */
import type { ContrastWords } from '../../../../src/chart/contrasts.ts';
import { type Dose, formatDose } from '../../../../src/medicine/dose.ts';
import { DEVIATIONS, STOP_WHYS } from '../../../../src/records/event-trial.ts';
import type { TrialPhase } from '../../../../src/records/trial-state.ts';
import type { DesignKind } from '../../../../src/trial/design.ts';
import type { ProtocolFault } from '../../../../src/trial/protocol.ts';
import type { SequenceFault } from '../../../../src/trial/sequence.ts';
import { say } from '../say.ts';
import { dateInWords } from './clinic-case.ts';
import { trialPharmacyWords } from './clinic-trial-pharmacy.ts';
import { dayCount, longDate, lowerOrHigher, outOf100, points, rangeInWords } from './number.ts';
import { signatureWords } from './signature.ts';
import { DEVIATION, TRIAL_STOP } from './trial-events.ts';
import { PROTOCOL_FAULT } from './trial-fault.ts';
import { armInWords, DESIGN_KIND, escapeInWords, inHundred, OUTCOME, protocolInWords } from './trial-sentences.ts';

const KIND_HELP: Readonly<Record<DesignKind, string>> = {
  'paired-blocks': 'Placebo and one dose, again and again. Answers most for its length.',
  'dose-finding': 'Placebo and several doses in every block. Long; for who knows that it helps, and not at which dose.',
  'randomised-start': 'Placebo first, the dose from a hidden day on. For who has not begun.',
  'randomised-withdrawal': 'The dose first, placebo from a hidden day on. For who seems well on it.',
};

const PHASE: Readonly<Record<TrialPhase, string>> = {
  designed: 'Draft: it binds nobody.',
  signed: 'Signed. The patient has not agreed yet.',
  consented: 'The patient agreed. The order is not drawn yet.',
  sealed: 'The order is drawn and sealed. It has not begun.',
  ready: 'The first day is set.',
  running: 'Running.',
  over: 'Over, and still sealed.',
  opened: 'Opened.',
  dropped: 'Given up before it began.',
};

const NEXT: Readonly<Record<TrialPhase, string>> = {
  designed: 'Next: a prescriber reads it back and signs it.',
  signed: 'Next: the patient reads it on their own page, and agrees or does not.',
  consented: 'Next: the order is drawn and sealed.',
  sealed: 'Next: the pharmacy hands out the kits of the first block; then a prescriber sets day 1.',
  ready: 'Until then the plan is followed.',
  running: 'The patient takes one capsule a day from the kit of the period. The plan rests.',
  over: 'Nothing of the trial is taken any more. No dose is shown until a plan is signed.',
  opened: 'What follows is a plan: the answer moves no dose.',
  dropped: '',
};

const pointCount = (value: number): string => `${value} ${value === 1 ? 'point' : 'points'}`;

export const clinicTrialWords = {
  ...signatureWords,
  heading: 'Blinded trial',
  none: 'A sealed comparison with placebo inside the therapy. It is the one way here to tell the drug from hope and from time. None has been designed.',
  needsPlan: 'A trial compares doses of the signed plan. No plan is in force.',
  design: 'Design a trial',
  redesign: 'Go on with the draft',
  toSign: 'Read back and sign',
  earlier: (count: number) => `Earlier trials (${count})`,
  phase: PHASE,
  next: NEXT,
  back: 'Back to the trial',
  lost: 'This page of the trial is not there, or not any more.',
  protocol: 'The protocol',
  protocolInWords,
  purposeIs: (text: string) => `Why it is asked: ${text}`,
  outcome: OUTCOME,
  faultSentence: (fault: ProtocolFault | SequenceFault) => say(PROTOCOL_FAULT, fault),

  editor: 'Design',
  kind: 'Kind of trial',
  kinds: DESIGN_KIND,
  kindHelp: KIND_HELP,
  dose: 'Dose to compare with placebo',
  doses: 'Doses to compare with placebo',
  dosesHelp: 'Those of the signed plan, up to its ceiling.',
  rise: 'Largest rise from one period to the next',
  riseHelp: 'A fall is always possible.',
  weeks: 'Length of a period',
  weeksHelp: 'Four weeks at least: a drug that takes weeks shows little in less.',
  weekCount: (weeks: number) => `${weeks} weeks`,
  blocks: 'How often placebo and every dose follow each other',
  blocksHelp: 'More tell more, and take longer.',
  periods: 'Number of periods',
  periodsHelp: 'The change comes at the border of two of them.',
  leftOut: 'First days of each period left out',
  leftOutHelp: 'While the drug comes or goes, the days tell little.',
  leftOutCount: (days: number) => (days === 0 ? 'none: left to the model' : dayCount(days)),
  spare: 'Spare capsules in each kit',
  spareHelp: 'For days the kit is opened early or a capsule is lost.',
  question: 'The question',
  primary: 'The one symptom that decides',
  primaryHelp: 'The others are reported and never the verdict.',
  primaryDose: 'The one dose that decides',
  worthwhile: 'Change that would be worth having',
  worthwhileHelp: 'In points of 0 to 10, as the patient sees it.',
  pointCount,
  settledAt: 'Settled when so many chances lie on one side',
  settledAtHelp: 'Higher asks for more days, and is wrong more rarely.',
  inHundred,
  escape: 'Ending early',
  escapeHelp: 'The patient may always stop. A rule also asks them to consider it.',
  escapeIs: 'Who offers it',
  escapes: { rule: 'a rule offers it', wish: 'only the patient’s own wish' },
  escapeOutcome: 'Symptom',
  escapeScore: 'Score',
  orMore: (score: number) => (score === 10 ? '10' : `${score} or more`),
  escapeDays: 'Days in a row',
  dayCount,
  purpose: 'Why this is asked',
  purposeHelp: 'One or two sentences, for the patient and for the report. Name nobody.',
  faults: (count: number) => (count === 1 ? 'One thing is in the way.' : `${count} things are in the way.`),
  save: 'Save the draft, then read back',
  keptHere: 'What you choose stays in this browser window until it is saved.',
  forget: 'Forget what I chose',

  power: 'What it could tell',
  powerWaits: 'Working it out …',
  powerTable: 'What it could tell: table',
  powerNone: 'Nothing can be worked out for a design that cannot be.',
  powerFrame: (days: number, sequences: string) =>
    `${dayCount(days)} in all. ${sequences} orders are possible, each as likely as the other.`,
  powerLead: (dose: Dose, settledAt: number) =>
    `If the true change at ${formatDose(dose)} were as in the first column, then of 100 such trials so many would be settled, at more than ${inHundred(settledAt)}.`,
  powerHead: ['True change', 'Settled as better', 'Left open', 'Settled as worse'],
  effect: (effect: number) => `${pointCount(Math.abs(effect))} better`,
  onsetLead: 'How much of a true difference the periods keep, if the drug comes and goes in',
  onset: (days: number, share: number) => `${dayCount(days)}: ${Math.round(100 * share)} %`,
  powerLimits: (kept: number, leftOut: number) =>
    `Rough. ${inHundred(kept)} days are taken to be kept${leftOut > 0 ? `, the first ${leftOut} of each period left out` : ''}; how scores wander is taken to be known. The onset of low-dose naltrexone is not known.`,

  readBack: 'Read back',
  youSign: 'This is what you sign',
  forWhom: 'Patient',
  caseLabel: 'Case',
  cannot: 'It cannot be signed yet. In the way:',
  settledOnce: 'After the signature nothing of it changes any more, also not what counts as the answer.',
  sign: 'Sign this protocol',
  analysisIs: (revision: string) =>
    `It is answered by model ${revision}, with the priors whose hash the protocol holds.`,

  stages: 'How far it is',
  designedBy: (who: string) => `Designed by ${who}`,
  signedBy: (who: string, moment: string, method: 'passkey' | 'password') =>
    `Signed by ${who}, ${moment}, with a ${method}`,
  agreed: (on: string) => `The patient agreed on ${dateInWords(on)}`,
  withdrawn: (on: string) => `The patient took it back on ${dateInWords(on)}`,
  sealedAt: (moment: string) => `Order drawn and sealed, ${moment}`,
  kitsOut: (out: number, all: number) => `${out} of ${all} kits handed out`,
  begins: (on: string, last: string) => `Day 1: ${dateInWords(on)}. Last day: ${dateInWords(last)}`,
  stoppedOn: (on: string, why: string, who: string) => `Ended early on ${dateInWords(on)} by ${who}: ${why}`,
  openedOn: (on: string, who: string) => `Opened on ${dateInWords(on)} by ${who}`,
  droppedOn: (on: string, who: string) => `Given up on ${dateInWords(on)} by ${who}`,
  commitment: 'Commitment',
  commitmentHelp:
    'A hash over the order, the kits, the protocol and a number drawn by chance. It tells nothing now. At the opening it proves that nothing was changed.',

  drop: 'Give this trial up',
  dropHelp: 'It has not begun. The plan goes on as it is.',
  dropButton: 'Give it up',

  sealing: 'Draw the order and seal it',
  sealingHelp:
    'The server draws the order by chance and encrypts it for the pharmacy alone. Nobody else can read it, you included. Its hash stands in the record from then on.',

  start: 'Set day 1',
  startHelp: 'From that day on the trial takes the place of the plan. Screening and kits are judged again.',
  firstDay: 'Day 1',
  startButton: (day: string) => `Begin on ${day}`,

  periodsKept: 'How it is kept',
  periodsLead: 'What a period holds is not known to anybody who can read this page.',
  periodHead: ['Period', 'Kit', 'Days', 'Capsule taken', 'Not taken', 'Nobody said', 'Scored'],
  periodDays: (from: string, to: string) => `${dateInWords(from)} to ${dateInWords(to)}`,
  ofDays: (some: number, all: number) => `${some} of ${all}`,
  underHalf: 'A period with less than half of its days scored gives no verdict.',
  notBegun: 'No day of it has been yet.',
  guessesDue: (periods: readonly number[]) =>
    `The patient is asked what they think they took in period ${periods.map((period) => period + 1).join(', ')}. What they answer is not shown here.`,
  escapeMet: (rule: Parameters<typeof escapeInWords>[0]) =>
    `The rule for ending early is met: ${escapeInWords(rule)}. It offers an end; a person decides.`,
  kitsMissing: (block: string) => `The kits of the next block are not handed out yet: ${block}.`,

  deviations: 'Not as the protocol says',
  noDeviations: 'Nothing has been noted.',
  deviation: DEVIATION,
  deviationKinds: DEVIATIONS,
  deviationWhat: 'What happened',
  deviationOn: 'On',
  deviate: 'Note it',
  deviationLine: (on: string, what: string, who: string) => `${dateInWords(on)}: ${what}, noted by ${who}`,

  stop: 'End the trial',
  stopHelp: 'From today on no capsule of it is taken, and no dose is shown until a plan is signed.',
  stopWhy: 'Why',
  stopWhys: STOP_WHYS,
  stopWord: TRIAL_STOP,
  stopButton: 'End the trial',

  code: 'Emergency: what does a kit hold?',
  codeHelp:
    'Treat as on naltrexone in any case: that is safe whatever the kit holds. Break the code only where knowing changes what you do.',
  codePeriod: 'Period',
  codePeriodOf: (period: number, kit: string) => `Period ${period + 1}, kit ${kit}`,
  codeReason: 'Why it must be known',
  codeButton: 'Break the code of this period',
  codeTold: 'What the kit holds',
  codeHolds: (period: number, kit: string, dose: Dose) =>
    dose === 0
      ? `Period ${period + 1}, kit ${kit}: placebo, no drug.`
      : `Period ${period + 1}, kit ${kit}: ${formatDose(dose)} of naltrexone in each capsule.`,
  codeStands:
    'It is shown once. That the code was broken stands in the record with your name; what it holds does not. Treat as on naltrexone in any case.',
  codeBroken: (period: number, on: string, who: string) =>
    `The code of period ${period + 1} was broken on ${dateInWords(on)} by ${who}.`,
  closeIt: 'I have read it',

  opening: 'Open the trial',
  openingHelp: 'What each kit held is told to everybody who may read the case. It cannot be closed again.',
  openingButton: 'Open it now',
  notYet: 'It cannot be opened yet:',
  stillRuns: (last: string) => `Its last day is ${dateInWords(last)}.`,
  guessesWaited: (periods: readonly number[]) =>
    `The patient may still say what they think they took: period ${periods.map((period) => period + 1).join(', ')}.`,
  held: 'What the kits held',
  heldHead: ['Period', 'Kit', 'Days', 'Held'],
  arm: armInWords,
  fits: 'It fits the commitment that stood in the record before day 1: nothing was changed since.',
  proof: 'To check it by hand',
  proofHelp: 'The report says how. Commitment, then the number drawn by chance:',

  answer: 'The answer',
  answerWaits: 'The answer is being worked out …',
  contrasts: {
    caption: (contrasts) => ({
      title: 'Blinded comparisons with placebo, one row each',
      description: `${contrasts
        .map(
          ({ name, outcome: { scale }, change: { mean, quantiles: q } }) =>
            `${name}: ${lowerOrHigher(mean, scale)}, 90 % interval ${rangeInWords(q['0.05'], q['0.95'], scale)}`,
        )
        .join('; ')}. Better lies to the left.`,
    }),
    points,
    chance: outOf100,
    noChange: 'no change',
    worthwhile: 'worthwhile',
    better: 'better',
    worse: 'worse',
    head: ['Comparison', 'Change', '90 % interval', 'Chances it is better', 'Chances it is worth having'],
  } satisfies ContrastWords as ContrastWords,
  report: 'The whole report',
  reportHelp: 'By the CENT 2015 list: every item filled or marked.',
  reportPdf: 'Save as PDF',
  reportJson: 'Save as data (JSON)',
  reportMaking: 'Making the report …',
  reportFile: 'titrial-trial-report',
  toPlan: 'Write the plan that follows',

  day: longDate,
  pharmacist: trialPharmacyWords,
};
