/**
 * The overview of a case, in English: what asks to be looked at, what is taken today and which moves are open, the course
 * in pictures, and how whole the diary is. No sentence here moves a dose; a person does (H11, H16).
 */

import { formatConcentration } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { ProductAtHand, TakeFault } from '../../../../src/medicine/product.ts';
import { courseWords } from './course.ts';
import { longDate } from './number.ts';
import { say, TAKE, takeInWords } from './plan.ts';

export const clinicOverviewWords = {
  look: 'To look at',
  nothing: 'Nothing asks to be looked at.',
  rules: {
    hold: "The plan's own rule says: hold this dose.",
    'step-down': "The plan's own rule says: go back to the dose before.",
    stop: "The plan's own rule says: take no more.",
  },
  moves: 'Open today',
  noMoves: 'No move is open today.',
  against: 'Against going up',
  inFavour: 'For going up',
  standing: 'In the way of any move',
  move: {
    hold: (dose: string) => `Hold at ${dose}`,
    'hold-baseline': 'Stay without the drug',
    start: (dose: string) => `Start with ${dose}`,
    'step-up': (dose: string) => `Step up to ${dose}`,
    'step-down': (dose: string) => `Step down to ${dose}`,
    stop: 'Stop the drug',
  },
  confirm: {
    heading: (label: string) => `Change the dose of ${label}?`,
    hold: (dose: string) => `The dose stays at ${dose}. That somebody decided so is put on record.`,
    change: (from: string, to: string) => `From ${from} to ${to}, beginning today.`,
    stop: (from: string) => `From ${from} to none, beginning today. Only a newly signed plan opens the drug again.`,
    who: (name: string) => `Patient: ${name}`,
    records: 'Your name and the reasons above are put on record.',
    no: 'Change nothing',
  },
  taken: (dose: string) => `Recorded. From today: ${dose}.`,
  stopped: 'Recorded. The drug is stopped.',
  products: 'At hand',
  noProducts: 'What the patient has at hand is not recorded.',
  take: (dose: string, what: string) => `${dose} = ${what}`,
  product: ({ product, usableUntil }: ProductAtHand) =>
    `${product.form === 'liquid' ? `${formatConcentration(product.concentration)} liquid` : `${formatDose(product.strength)} ${product.form}`}${usableUntil === undefined ? '' : `, to be used by ${longDate(usableUntil)}`}`,
  takeInWords,
  takeRefused: (fault: TakeFault) => say(TAKE, fault),
  chart: courseWords,
  course: 'Course',
  symptom: 'Symptom',
  range: 'Shown',
  ranges: { 28: '4 weeks', 84: '12 weeks', all: 'whole course' },
  noDays: 'No day has been kept yet. The picture begins with the first.',
  sideEffects: 'Side effects by days since the last change of dose',
  noSideEffects: 'No side effect has been reported.',
  completeness: 'How whole the diary is',
  whole: {
    head: ['In the last 28 days', 'Days'],
    kept: 'Day kept',
    tooIll: 'of these, too ill to log',
    scored: (symptom: string) => `${symptom} answered`,
    dose: 'Dose told, taken or not',
    taken: 'Dose taken as planned',
    of: (count: number, days: number) => `${count} of ${days}`,
  },
  wholeHelp: 'A day nobody kept is not a good day or a bad day. It is not known.',
  strengths: 'To be made up',
  strengthsHelp: 'Doses of plans that have force or wait for it. Nothing else of the case is shown to you.',
  strengthsHead: ['Doses', 'From', 'To', 'Plan'],
  planStatus: {
    drafted: 'draft',
    'half-signed': 'waits for a second signature',
    'in-force': 'in force',
    superseded: 'replaced by a newer one',
    ended: 'ended',
  },
  noStrengths: 'No plan has been signed.',
  outcome: { pain: 'Pain', fatigue: 'Fatigue', sleep: 'Sleep' } as Readonly<Record<string, string>>,
};
