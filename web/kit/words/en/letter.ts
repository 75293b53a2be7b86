/**
 * The letter to a doctor in plain English. States what is signed, taken, found and published, and asks; it advises no
 * dose, promises no effect and never calls the drug a replacement for opioids (H18, H24, H25, H35).
 */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { MedicineUse } from '../../../../src/medicine/screening/screening.ts';
import type { LetterWords } from '../../../../src/report/letter/letter-words.ts';
import { chartWords } from './chart.ts';
import { evidenceWords } from './evidence.ts';
import { findingWords, sentence } from './finding.ts';
import { capital, dayCount, longDate, shortDate, signed } from './number.ts';
import { STOP_RULE } from './plan.ts';
import { findingSentence } from './screening.ts';
import { sideEffectInWords } from './side-effect.ts';

const one = (value: number): string => signed(value, 1);
const span = (from: LocalDate, to: LocalDate): string =>
  from === to ? longDate(from) : `${shortDate(from)} to ${longDate(to)}`;

/** ICD-10-CM codes a case is opened with most; others are shown as they are. */
const INDICATION: Readonly<Record<string, string>> = {
  'M79.7': 'fibromyalgia',
  'G93.32': 'myalgic encephalomyelitis / chronic fatigue syndrome (ME/CFS)',
  R52: 'pain',
  'G89.4': 'chronic pain syndrome',
  'G89.29': 'other chronic pain',
  'G90.50': 'complex regional pain syndrome',
  'G93.31': 'postviral fatigue syndrome',
  'M54.50': 'low back pain',
  'U09.9': 'post-COVID-19 condition',
};
/** A code with its name, or as it is. */
export const indication = (code: string): string =>
  Object.hasOwn(INDICATION, code) ? `${INDICATION[code]} (${code})` : code;

const since = (on: LocalDate | undefined): string => (on === undefined ? '' : ` on ${longDate(on)}`);
const WISH = {
  hold: 'to hold the dose',
  'step-down': 'to step down',
  'step-up': 'to step up',
  resume: 'to take it again',
  other: 'for something else',
} as const;
const GRADE = { 1: 'mild', 2: 'moderate', 3: 'severe' } as const;

function useText(use: MedicineUse): string {
  if (use.kind === 'stopped') return `stopped, last taken ${longDate(use.lastTaken)}`;
  return use.kind === 'current' ? 'taken now' : 'not known whether still taken';
}

const picture: LetterWords['picture'] = {
  symptom: ({ label }) => capital(label),
  dose: formatDose,
  doseLabel: 'Dose planned',
  day: shortDate,
  alt: (summary, findings) =>
    [
      `The diary from ${span(summary.from, summary.to)} as dots, one strip for each symptom from 0 to 10 where 10 is worst, and the planned dose as steps beneath.`,
      ...summary.symptoms.map(
        (s) => `${capital(s.outcome.label)}: mean ${one(s.mean)}, from ${s.lowest} to ${s.highest}.`,
      ),
      ...findings.map(sentence),
    ].join(' '),
};

const safety: LetterWords['safety'] = {
  'no-opioids': [
    'No opioid together with it, at any dose of it.',
    'Tramadol, codeine, and cough or diarrhoea medicines with an opioid count too. In somebody who takes opioids it can bring on severe withdrawal; in others the opioid may not work. A low dose still blocks many receptors.',
  ],
  'before-starting': [
    'Before starting, or starting again:',
    '7 to 10 whole days without a short-acting opioid; 14 days after methadone, buprenorphine, patches or slow-release forms; longer after a depot, as the clinician decides.',
  ],
  operation: [
    'Planned operation:',
    'the prescriber sets the day of the last dose; 72 hours before is customary, and summaries of the consensus give 2 to 4 days. After an opioid the opioid-free days are counted anew before it is started again.',
  ],
  emergency: [
    'Emergency: treat as a person on naltrexone.',
    'Use regional or non-opioid pain relief first. If an opioid is needed: only trained staff, with monitoring and help for breathing at hand. More may be needed, breathing may be slowed more deeply and for longer, and histamine effects may follow. Do not give the next dose of naltrexone.',
  ],
  after: [
    'After it is stopped, the block wears off.',
    'Somebody who used opioids before may then react to less than they were used to: an amount that was usual can kill. Say so, and think of naloxone at hand where opioids were used.',
  ],
  stopping: ['It can be stopped on any day.', 'It makes no dependence, and the dose need not be lowered step by step.'],
};

export const letterWords: LetterWords = {
  language: 'en',
  finding: findingWords,
  chart: chartWords,
  evidence: evidenceWords,
  screening: {
    finding: findingSentence,
    severity: { hard: 'Speaks against it', soft: 'To be weighed', info: 'To note' },
  },
  picture,
  title: {
    course: 'Low-dose naltrexone: the course of one person',
    request: 'Low-dose naltrexone: a request to consider',
  },
  section: {
    asked: 'What is asked of you',
    why: 'Who and why',
    plan: 'The plan, and what was taken',
    picture:
      'Dots: days kept. Crosses: too ill to keep the diary. Gaps: nothing kept. Blue line and band: likely level (90 %); dashed: the same days without the drug.',
    finding: 'What the diary says',
    'picture-plain': 'Dots: days kept. Crosses: too ill to keep the diary. Gaps: nothing kept.',
    'side-effects': 'Side effects and open points',
    screening: 'Screening',
    diary: 'The diary so far, without the drug',
    what: 'What it is, and what it is not',
    safety: 'Safety card',
    evidence: 'What trials found',
    references: 'References',
  },
  date: longDate,
  head: ({ day, label, patientName, addressee, clinic }) => [
    ['To', addressee ?? 'any doctor who treats this person'],
    ['About', patientName === undefined ? `the patient of case ${label}` : `${patientName} (case ${label})`],
    ['From', clinic ?? 'the patient, who keeps this record alone'],
    ['Date', day],
  ],
  synthetic: 'DEMONSTRATION: an invented person. Not about anybody.',
  foot: (label, day) =>
    `Case ${label}, made on ${day} from the record. A reading of a diary; it gives no advice and changes no dose.`,
  page: (page) => `Page ${page} of 2`,
  leftOut: (count) =>
    `${count} more ${count === 1 ? 'is' : 'are'} left out here for want of space; the record has all.`,

  asked: {
    course: [
      'Please give no opioid while this is taken (page 2). In an emergency, treat as a person on naltrexone.',
      'Please tell the prescriber of new medicines, a planned operation, pregnancy, or signs of liver trouble.',
      'If you are asked to take over the prescribing: what was signed, taken and found stands below. Whether to is for you and the patient.',
    ],
    request: [
      'Does anything in this person’s history or medicines speak against it?',
      'Would you consider a course with an end: tests before, the diary before and during, and a day on which it is judged?',
      'If not: what would you need to see, or whom would you ask?',
      'Would you check liver and kidney values, if these are not known?',
    ],
  },
  inShort: 'In short:',
  verdicts: (findings) =>
    `${findings.map(({ outcome, verdict }) => `${capital(outcome.label)}: ${findingWords.verdictName[verdict]}`).join('; ')} (${[...new Set(findings.map(({ grade }) => findingWords.gradeName[grade]))].join(', ')}).`,
  why: (indications, kind, taking) => {
    const reasons = indications.length === 0 ? 'no diagnosis is recorded' : indications.map(indication).join('; ');
    return kind === 'course'
      ? `This person ${taking ? 'takes' : 'took'} low-dose naltrexone off label, by a plan with steps, rules to hold and stop, and a daily diary. Recorded reason: ${reasons}.`
      : `This person asks whether low-dose naltrexone could be considered. They take none by a plan here. Recorded reason: ${reasons}.`;
  },
  stands: (dose, since) => {
    const from = since === undefined ? '' : ` since ${longDate(since)}`;
    return dose === undefined ? `Now: diary only, no drug yet${from}.` : `Now: ${formatDose(dose)} once a day${from}.`;
  },
  noPlan: {
    'no-plan-signed': () => 'No plan is signed. Nothing is to be taken.',
    'plan-waits-for-second-signature': () => 'The plan waits for a second signature. Nothing is to be taken yet.',
    'plan-not-yet-valid': () => 'The plan does not begin before its first day.',
    'plan-past-its-last-day': () =>
      'Now: the plan is past its last day. No dose is to be taken until a new one is signed.',
    'plan-was-ended': (on) => `Now: the plan was ended${since(on)}. No dose is to be taken.`,
    'therapy-stopped': (on) => `Now: stopped${since(on)}. No dose is to be taken.`,
    'in-blinded-trial': () => 'Now: in a blinded trial. In an emergency treat as on naltrexone.',
    'trial-over': () => 'Now: a blinded trial is over. No dose is to be taken until a new plan is signed.',
    'case-not-open': () => 'Now: the case is closed.',
  },
  plan: ({ steps, timeOfDay, ceiling }, validFrom, validTo) =>
    `Steps ${steps.map(({ dose }) => formatDose(dose)).join(', ')}, once a day in the ${timeOfDay}; never above ${formatDose(ceiling)}; valid ${longDate(validFrom)} to ${longDate(validTo)}.`,
  rules: ({ rules: { hold, stepDown, evaluation } }) =>
    `Held at a side effect of grade ${hold.sideEffectGrade} or more, or sleep worse by ${hold.sleepWorsePoints} points on ${hold.sleepWorseNights} of ${hold.sleepWindowNights} nights; stepped down when it lasts ${dayCount(stepDown.afterDays)}; stopped at once at an opioid, signs of withdrawal, jaundice, trouble breathing or rash, thoughts of suicide, or pregnancy. Not judged before ${dayCount(evaluation.minimumDays)} at one dose. A person takes every step; nothing moves by itself.`,
  signed: (names, on) => `Signed by ${names.join(' and ')}, ${longDate(on)}.`,
  notSignedHere: (prescribedBy) =>
    prescribedBy === undefined
      ? 'NOT SIGNED HERE.'
      : `NOT SIGNED HERE: copied by the patient from what ${prescribedBy} prescribed elsewhere.`,
  stretchHead: ['Days', 'Planned', 'Really taken'],
  stretch: ({ from, to, planned, days, taken, other, notTaken, unknown }) => {
    const dose = planned === undefined ? 'no plan in force' : planned === 0 ? 'diary only' : formatDose(planned);
    const parts =
      planned === 0 || planned === undefined
        ? [taken + other > 0 ? `a dose on ${dayCount(taken + other)}` : 'no dose recorded']
        : [
            `as planned on ${taken} of ${dayCount(days)}`,
            ...(other > 0 ? [`another dose on ${other}`] : []),
            ...(notTaken > 0 ? [`not taken on ${notTaken}`] : []),
            ...(unknown > 0 ? [`not known for ${unknown}`] : []),
          ];
    return [span(from, to), dose, capital(parts.join('; '))];
  },
  noDiary: 'No diary day is kept yet.',
  noFinding: 'No finding yet: there are not enough days.',
  summary: ({ from, to, days, kept }) => `${span(from, to)}: something kept on ${kept} of ${dayCount(days)}.`,
  symptom: ({ outcome, logged, tooIll, mean, lowest, highest }) => {
    const ill = tooIll > 0 ? `, too ill to say on ${tooIll}` : '';
    return `${capital(outcome.label)} (0 to 10, 10 is worst): mean ${one(mean)}, from ${lowest} to ${highest}, ${dayCount(logged)}${ill}.`;
  },
  complaint: ({ name, times, grade, first, last }) => {
    const often = times === 1 ? '' : `, ${times} times`;
    const when = last === undefined ? `since ${longDate(first)}, not ended` : span(first, last);
    return `${capital(sideEffectInWords(name))}, ${GRADE[grade]}${times === 1 ? '' : ' at worst'}${often}, ${when}.`;
  },
  noSideEffects: 'None recorded. Nothing is open.',
  redFlag: (rule, on, clearedOn) =>
    `Red flag on ${longDate(on)}: ${STOP_RULE[rule]}${clearedOn === undefined ? '; not cleared yet' : `; cleared by a prescriber on ${longDate(clearedOn)}`}.`,
  against: (sentence) => `Stands against it: ${sentence}`,
  reported: (what, text, on) =>
    `${what === 'new-medicine' ? 'New medicine, not looked at yet' : 'Planned operation'}, told of by the patient on ${longDate(on)}${text === '' ? '' : `: ${text}`}.`,
  wished: (wish, on) => `The patient asked on ${longDate(on)} ${WISH[wish]}; not answered yet.`,
  waiting: (test, on) => `Test asked for on ${longDate(on)}, no result yet: ${test}.`,
  medicines: (medicines, more) => {
    if (medicines.length === 0) return 'Medicines: none recorded.';
    const listed = medicines.map(({ text, use }) => `${text} (${useText(use)})`).join('; ');
    return `Medicines: ${listed}${more > 0 ? `; ${more} more are left out here` : ''}.`;
  },
  answered: (on, count) => `The patient answered ${count} questions on ${longDate(on)}.`,
  neverAnswered: 'The screening questions have not been answered yet.',
  screeningClear:
    'Nothing was found that speaks against it by these rules. They do not take the place of your own judgement.',
  laboratory: (liver, egfr) =>
    `Liver test: ${liver === undefined ? 'not known' : `${liver} times the upper limit`}. eGFR: ${egfr === undefined ? 'not known' : `${egfr} mL/min/1.73 m²`}.`,

  what: [
    'Naltrexone is licensed at 50 mg for dependence on alcohol or opioids. At about a tenth of that it is used off label for pain and fatigue, from a pharmacy that makes it up.',
    'For the average person a benefit on pain is not shown: the two largest blinded trials found none over placebo. That it helps some people is not excluded, and not proven.',
    'It is not a pain reliever to take when needed, and no replacement for one. Effects, if any, come over weeks.',
    'The diary tells natural change from the drug only in part; “inconclusive” is a usual answer.',
  ],
  safety,
  operationOn: (on, holdFrom) =>
    `Planned for ${longDate(on)}${holdFrom === undefined ? '' : `: no dose from ${longDate(holdFrom)} on, unless the prescriber sets another day`}.`,
  evidenceLead: 'On average no benefit on pain has been shown: the two largest blinded trials found none over placebo.',
  evidenceHead: ['Study, people, dose', 'Found', 'How it was compared'],
  evidenceNote: (iso) =>
    `Read in abstracts, tables and registers. ${evidenceWords.looked(iso)} Changes in pain are in points of a scale from 0 to 10 unless it says otherwise.`,
};
