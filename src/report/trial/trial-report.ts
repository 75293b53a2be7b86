/**
 * A blinded trial as one value: what was planned, what was done in each period, what came of it, and how anybody can
 * check the allocation. Plain JSON, the same for the page, the PDF and a machine. Counts what was kept and says what was
 * not; a side effect is told for the arm whose days it fell on, whatever anybody believed (H13, H18, H19).
 */
import type { PeriodScores, TrialAnswer } from '../../analysis/trial/trial-answer.ts';
import type { TrialDay, TrialRun } from '../../analysis/trial/trial-run.ts';
import type { LocalDate } from '../../base/calendar.ts';
import type { TrialId } from '../../base/ids.ts';
import type { Dose } from '../../medicine/dose.ts';
import { QUESTIONS, type Question } from '../../medicine/screening/screening.ts';
import type { CaseState } from '../../records/case-state.ts';
import { committedText } from '../../trial/allocation.ts';
import { armsOf } from '../../trial/design.ts';
import type { Guess } from '../../trial/guess.ts';
import { daysOfPeriod, type TrialProtocol } from '../../trial/protocol.ts';
import { sequencesOf } from '../../trial/sequence.ts';
import type { Evidence } from '../evidence.ts';
import { BASELINE_DAYS, type Baseline, baselineOf } from './baseline.ts';
import { type Harm, harmsOf } from './harm.ts';
import type { OpenedTrial, TrialFacts } from './trial-facts.ts';

/** A person by name, and the civil day of the act. */
export type Act = { readonly by: string; readonly on: LocalDate };

export type ReportPeriod = {
  /** 0 = first. */
  readonly period: number;
  readonly arm: Dose;
  readonly kit: string;
  /** As planned. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** Days of it under the trial; 0 = it was never reached. */
  readonly days: number;
  readonly taken: number;
  readonly notTaken: number;
  readonly unknown: number;
  /** Days with a score of the primary symptom, or too ill for one. */
  readonly kept: number;
  /** Half of its days or more are kept. */
  readonly analysed: boolean;
  readonly guess?: Guess & { readonly right: boolean };
  /** The day on which somebody was told what it held. */
  readonly brokenOn?: LocalDate;
};

export type TrialReport = {
  readonly day: LocalDate;
  readonly trial: TrialId;
  readonly label: string;
  readonly clinic?: string;
  readonly synthetic: boolean;
  readonly indications: readonly string[];
  /** Screening questions answered with yes that speak of another illness. */
  readonly conditions: readonly Question[];
  readonly medicines: CaseState['medicines'];
  readonly protocol: TrialProtocol;
  readonly protocolHash: string;
  /** How many orders of the arms could have been drawn, as digits. */
  readonly sequences: string;
  readonly designedBy: string;
  readonly signed: Act;
  readonly consent: { readonly text: string; readonly on: LocalDate; readonly withdrawnOn?: LocalDate };
  readonly sealedAt: number;
  readonly dispensed: readonly (Act &
    Pick<OpenedTrial['dispensed'][number], 'kits' | 'capsulesEach' | 'filler' | 'usableUntil'>)[];
  readonly started: Act;
  /** First and last civil day under the trial. */
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Without `by`: the patient, who is not named. */
  readonly stopped?: Pick<NonNullable<OpenedTrial['stopped']>, 'on' | 'why' | 'note'> & { readonly by?: string };
  readonly deviations: readonly Pick<OpenedTrial['deviations'][number], 'what' | 'note' | 'on'>[];
  readonly codeBroken: readonly (Act & { readonly period: number; readonly reason: string })[];
  readonly opened: Act;
  readonly allocation: {
    readonly commitment: string;
    readonly nonce: string;
    readonly sequence: readonly Dose[];
    readonly kits: readonly string[];
    /** The very text whose SHA-256 is the commitment. */
    readonly text: string;
  };
  readonly baseline: readonly Baseline[];
  readonly periods: readonly ReportPeriod[];
  readonly harms: readonly Harm[];
  /** As they were kept, from four weeks before day 1. */
  readonly days: readonly TrialDay[];
  readonly answer: TrialAnswer;
  readonly evidence: Evidence;
};

const DAY_MILLISECONDS = 86_400_000;

/** Questions of screening that ask for an illness, not for a medicine or a circumstance. */
const ILLNESSES: readonly Question[] = QUESTIONS.filter((question) =>
  ['hashimoto-thyroiditis', 'depressed-or-suicidal', 'alcohol-use-disorder', 'psychosis']
    .concat(['demyelinating-disease', 'cancer', 'organ-transplant'])
    .includes(question),
);

/** @throws RangeError when run and record are not of one trial: a bug of the caller */
export function trialReport(facts: TrialFacts): TrialReport {
  const { state, trial, run, answer, day, evidence } = facts;
  if (run.trial !== trial.trial || answer.trial !== trial.trial) throw new RangeError('the answer of another trial');
  const firstDay = run.startOn;
  const lastDay = answer.lastDay as LocalDate;
  return {
    day,
    trial: trial.trial,
    label: state.label,
    ...(facts.clinic === undefined ? {} : { clinic: facts.clinic }),
    synthetic: facts.synthetic ?? false,
    indications: state.indications,
    conditions: ILLNESSES.filter((question) => state.answers?.answers[question] === 'yes'),
    medicines: state.medicines,
    protocol: run.protocol,
    protocolHash: run.protocolHash,
    sequences: String(sequencesOf(run.protocol.design).count),
    ...actsOf(facts),
    firstDay,
    lastDay,
    allocation: allocationOf(trial),
    baseline: baselineOf(run),
    periods: run.sequence.map((arm, period) => periodOf(facts, period, arm)),
    harms: harmsOf(state.sideEffects, run, lastDay),
    days: daysOf(run, lastDay),
    answer,
    evidence,
  };
}

function actsOf({ trial, names, state }: TrialFacts) {
  const name = (id: string): string => names[id] || '–';
  const { signed, consent, sealed, started, stopped, opened } = trial;
  return {
    designedBy: name(trial.designedBy),
    signed: { by: name(signed.by), on: Math.floor(signed.at / DAY_MILLISECONDS) as LocalDate },
    consent: {
      text: consent.text,
      on: consent.on,
      ...(consent.withdrawnOn === undefined ? {} : { withdrawnOn: consent.withdrawnOn }),
    },
    sealedAt: sealed.at,
    dispensed: trial.dispensed.map(({ decidedBy, on, kits, capsulesEach, filler, usableUntil }) => ({
      ...{ by: name(decidedBy), on, kits, capsulesEach, filler, usableUntil },
    })),
    started: { by: name(started.by), on: started.on },
    ...(stopped
      ? {
          stopped: {
            ...{ on: stopped.on, why: stopped.why, note: stopped.note },
            ...(stopped.by === state.patient ? {} : { by: name(stopped.by) }),
          },
        }
      : {}),
    deviations: trial.deviations.map(({ what, note, on }) => ({ what, note, on })),
    codeBroken: trial.codeBroken.map(({ decidedBy, on, period, reason }) => ({
      ...{ by: name(decidedBy), on, period, reason },
    })),
    opened: { by: name(opened.by), on: opened.on },
  };
}

function allocationOf({ trial, protocol, signed, sealed, opened, kits }: OpenedTrial): TrialReport['allocation'] {
  const { sequence, nonce } = opened;
  const allocation = { trial, protocolHash: signed.protocolHash, nonce, sequence, kits };
  return { commitment: sealed.commitment, nonce, sequence, kits, text: committedText(protocol.design, allocation) };
}

function periodOf({ run, trial, answer }: TrialFacts, period: number, arm: Dose): ReportPeriod {
  const { first, last } = daysOfPeriod(run.protocol, run.startOn, period);
  const until = Math.min(last, answer.lastDay);
  const days = Math.max(0, until - first + 1);
  const own = run.days.filter(({ date }) => date >= first && date <= until);
  const taken = own.filter((each) => each.taken === true).length;
  const notTaken = own.filter((each) => each.taken === false).length;
  const guess = answer.blinding.guesses.find((each) => each.period === period);
  const broken = trial.codeBroken.find((each) => each.period === period);
  const kept = keptOf(answer, period)?.kept ?? 0;
  return {
    period,
    arm,
    kit: trial.kits[period] ?? '',
    ...{ first, last, days, taken, notTaken, unknown: days - taken - notTaken, kept },
    analysed: days > 0 && kept * 2 >= days,
    ...(guess ? { guess } : {}),
    ...(broken ? { brokenOn: broken.on } : {}),
  };
}

function daysOf({ days, startOn }: TrialRun, lastDay: LocalDate): readonly TrialDay[] {
  return days
    .filter(({ date }) => date >= startOn - BASELINE_DAYS && date <= lastDay)
    .toSorted((a, b) => a.date - b.date);
}

/** A period as it was kept for the primary symptom. */
function keptOf({ outcomes }: TrialAnswer, period: number): PeriodScores | undefined {
  const primary = outcomes.find((outcome) => outcome.primary) ?? outcomes[0];
  return primary?.periods.find((each) => each.period === period);
}

/** A long text without spaces in pieces that fit a line; whoever takes the spaces out has it again. */
export const inGroups = (text: string, length: number): string =>
  (text.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(' ');

/** Arms of the trial, placebo first. */
export const armsOfReport = ({ protocol }: Pick<TrialReport, 'protocol'>): readonly Dose[] => armsOf(protocol.design);
