/**
 * A whole blinded trial for tests: designed, signed, agreed to, sealed, handed out, run, guessed and opened, as events that
 * fold, with days of a known truth. The answer is put together here from plain means, so that every verdict can be shown.
 */
import type { Change } from '../../src/analysis/finding.ts';
import { simulateNoise } from '../../src/analysis/generator.ts';
import type { OutcomeAnswer, TrialAnswer, TrialDose, TrialVerdict } from '../../src/analysis/trial/trial-answer.ts';
import type { TrialDay, TrialRun } from '../../src/analysis/trial/trial-run.ts';
import type { LocalDate } from '../../src/base/calendar.ts';
import type { PersonId, TrialId } from '../../src/base/ids.ts';
import { seededRng } from '../../src/base/rng.ts';
import { type Dose, NO_DOSE } from '../../src/medicine/dose.ts';
import { foldEvents } from '../../src/records/course.ts';
import type { CaseEvent } from '../../src/records/event.ts';
import { EVIDENCE } from '../../src/report/evidence.ts';
import { openedTrial, type TrialFacts } from '../../src/report/trial/trial-facts.ts';
import { type Allocation, commitmentOf } from '../../src/trial/allocation.ts';
import type { DraftDesign } from '../../src/trial/design.ts';
import type { Guess } from '../../src/trial/guess.ts';
import { DAILY_OUTCOMES, type Outcome } from '../../src/trial/outcome.ts';
import { checkProtocol, daysOf, periodOn, type TrialProtocol } from '../../src/trial/protocol.ts';
import { protocolHash } from '../../src/trial/protocol-json.ts';
import type { Sequence } from '../../src/trial/sequence.ts';
import { day, dose, ledgerOf, PLAN, PRESCRIBER, sideEffect } from '../records/case-maker.ts';
import { idOf } from '../records/event-arbitrary.ts';
import { answersOn } from './letter-case.ts';

export const TRIAL: TrialId = idOf(0x77);
export const PHARMACIST: PersonId = idOf(0xd1);
export const COORDINATOR: PersonId = idOf(0xe1);
export const START = day('2026-03-02');
export const KITS = ['ACDEF3', 'GHJKM4', 'NPQRT6', 'UVWXY7'] as const;

const HASH = 'ab'.repeat(32);
const NONCE = '0123456789abcdef'.repeat(4);

export const PAIRS: DraftDesign = {
  ...{ kind: 'paired-blocks', doses: [dose('4.5 mg')], periodDays: 28, blocks: 2 },
  ...{ runIn: { how: 'discarded', days: 7 }, maximumRise: dose('4.5 mg') },
};

export function protocolOf(design: DraftDesign = PAIRS): TrialProtocol {
  const primary = { outcome: 'pain', dose: design.doses.at(-1) ?? NO_DOSE };
  const checked = checkProtocol(
    {
      ...{ design, primary, others: ['fatigue', 'sleep'], rule: { worthwhile: 1, settledAt: 0.95 } },
      ...{ analysis: { revision: '1', priors: HASH }, escapeRule: { outcome: 'pain', atLeast: 9, days: 3 } },
      ...{ spareCapsules: 2, purpose: 'Pain eased in the open weeks; is it the drug?' },
    },
    ['pain', 'fatigue', 'sleep'],
  );
  if (!checked.ok) throw new RangeError(JSON.stringify(checked.error));
  return checked.value;
}

export type TrialCase = {
  readonly protocol?: TrialProtocol;
  readonly sequence?: Sequence;
  readonly verdict?: TrialVerdict;
  /** Day of the trial, 0 = first, on which it was stopped. */
  readonly stoppedAfter?: number;
  readonly guesses?: readonly Guess[];
  readonly extra?: readonly CaseEvent[];
};

const GUESSES: readonly Guess[] = [
  { period: 0, guess: 'placebo', confidence: 2, reason: 'felt-the-same' },
  { period: 1, guess: 'drug', confidence: 4, reason: 'side-effects' },
  { period: 2, guess: 'no-idea', confidence: 1, reason: 'just-a-feeling' },
];

export const ABBA: Sequence = [NO_DOSE, dose('4.5 mg'), dose('4.5 mg'), NO_DOSE];

/** Who did what is not the patient's. */
const BY: Readonly<Record<string, PersonId>> = {
  ...{ 'trial-designed': COORDINATOR, 'trial-signed': PRESCRIBER, 'trial-started': PRESCRIBER },
  ...{ 'kits-dispensed': PHARMACIST, 'allocation-opened': COORDINATOR },
};

/** What a report is made from. */
export function trialFacts(made: TrialCase = {}, change: Partial<TrialFacts> = {}): TrialFacts {
  const { protocol = protocolOf(), sequence = ABBA, guesses = GUESSES } = made;
  const kits = sequence.map((_, i) => KITS[i] ?? `KIT${String(i).padStart(3, '0')}`);
  const hash = protocolHash(protocol);
  const allocation: Allocation = { trial: TRIAL, protocolHash: hash, nonce: NONCE, sequence, kits };
  const commitment = commitmentOf(protocol.design, allocation);
  const last = (START + daysOf(protocol) - 1) as LocalDate;
  const endedOn = made.stoppedAfter === undefined ? undefined : ((START + made.stoppedAfter) as LocalDate);
  const events = eventsOf(protocol, allocation, commitment, endedOn, made.extra ?? []);
  const state = foldEvents(
    undefined,
    ledgerOf(events).map((entry) => ({ ...entry, at: (START - 6) * 86_400_000, by: BY[entry.event.kind] ?? entry.by })),
  );
  const record = state.trials.find(({ trial }) => trial === TRIAL);
  const opened = record ? openedTrial(record) : undefined;
  if (!opened?.ok) throw new RangeError('the trial of a test is not opened');
  const run: TrialRun = {
    ...{ trial: TRIAL, protocol, protocolHash: hash, commitment, startOn: START, sequence, guesses },
    ...(endedOn === undefined ? {} : { endedOn }),
    ...{ outcomes: DAILY_OUTCOMES, days: daysFor(protocol, sequence), codeBroken: [], deviations: [] },
  };
  const answer = answerFor(run, (endedOn === undefined ? last : endedOn - 1) as LocalDate, made.verdict);
  const names = { [PRESCRIBER]: 'Dr Amina Yusuf', [PHARMACIST]: 'Lee Okafor', [COORDINATOR]: 'Noor Haddad' };
  return {
    ...{ day: (last + 10) as LocalDate, state, trial: opened.value, run, answer, evidence: EVIDENCE, names },
    ...{ clinic: 'Riverside', ...change },
  };
}

function eventsOf(
  protocol: TrialProtocol,
  { kits, nonce, sequence, protocolHash: hash }: Allocation,
  commitment: string,
  endedOn: LocalDate | undefined,
  extra: readonly CaseEvent[],
): readonly CaseEvent[] {
  const of = { version: 1, trial: TRIAL } as const;
  const before = (START - 10) as LocalDate;
  const screening = { on: before, listVersion: '1' };
  const over = (START + daysOf(protocol) + 2) as LocalDate;
  return [
    { kind: 'screening-answered', version: 1, answers: answersOn(before, { 'hashimoto-thyroiditis': 'yes' }) },
    { ...of, kind: 'trial-designed', protocol },
    {
      ...{ ...of, kind: 'trial-signed', protocol, protocolHash: hash, plan: PLAN, screening },
      ...{ signature: { method: 'password', hash: '0'.repeat(64) }, decidedBy: PRESCRIBER },
    },
    { ...of, kind: 'consent-given', protocolHash: hash, text: 'en-1', on: before },
    { ...of, kind: 'allocation-sealed', commitment, sealed: 'c2VhbGVk', key: 'x25519-1', kits },
    {
      ...{ ...of, kind: 'kits-dispensed', kits, capsulesEach: 30, filler: 'microcrystalline cellulose' },
      ...{ usableUntil: (START + 150) as LocalDate, lots: 'bG90cw', on: (START - 3) as LocalDate },
      decidedBy: PHARMACIST,
    },
    { ...of, kind: 'trial-started', on: START, screening, decidedBy: PRESCRIBER },
    sideEffect('2026-04-02', 'vivid-dreams', 1),
    sideEffect('2026-04-12', 'vivid-dreams', 0),
    ...extra,
    ...(endedOn === undefined
      ? []
      : ([
          { ...of, kind: 'trial-stopped', on: endedOn, why: 'escape-rule', note: '', decidedBy: PRESCRIBER },
        ] as const)),
    { ...of, kind: 'allocation-opened', sequence, nonce, kits, on: over, decidedBy: COORDINATOR },
  ];
}

/** Four weeks before day 1 and the trial: level 6, 1.4 points lower on the drug, one day in eight without an entry. */
function daysFor(protocol: TrialProtocol, sequence: Sequence): readonly TrialDay[] {
  const rng = seededRng(7);
  const count = 28 + daysOf(protocol);
  const noise = simulateNoise(count, { spread: 1.4, wanderingShare: 0.5, correlation: 0.8 }, rng);
  return noise.map((wander, i) => {
    const date = (START - 28 + i) as LocalDate;
    const period = periodOn(protocol, START, date);
    const arm = period === undefined ? NO_DOSE : (sequence[period] ?? NO_DOSE);
    const score = Math.min(10, Math.max(0, Math.round(6 + wander - (arm > 0 ? 1.4 : 0))));
    const kept = i % 8 !== 5;
    const value = (n: number) => ({ kind: 'value', value: Math.min(10, Math.max(0, n)) }) as const;
    const scores = kept ? { pain: value(score), fatigue: value(score + 1), sleep: value(5) } : {};
    const ill = i % 31 === 30 ? { pain: { kind: 'too-ill' } as const } : {};
    const taken = period === undefined ? { openDose: NO_DOSE } : { taken: i % 17 !== 3 };
    return { date, scores: { ...scores, ...ill }, ...taken };
  });
}

const change = (mean: number, sd: number): Change => {
  const at = (z: number): number => mean + z * sd;
  const quantiles = {
    ...{ '0.025': at(-1.96), '0.05': at(-1.645), '0.25': at(-0.674), '0.5': mean },
    ...{ '0.75': at(0.674), '0.95': at(1.645), '0.975': at(1.96) },
  };
  return { mean, sd, quantiles, pBenefit: mean < 0 ? 0.97 : 0.44, pWorthwhile: mean < -1 ? 0.71 : 0.12 };
};

/** An answer of the shape of the engine's with made-up sizes; counts and means of periods are those of the days. */
function answerFor(run: TrialRun, lastDay: LocalDate, verdict: TrialVerdict = { word: 'better' }): TrialAnswer {
  const { protocol, sequence, guesses } = run;
  const arms = [NO_DOSE, ...protocol.design.doses];
  const right = (guess: Guess): boolean =>
    (guess.guess === 'drug') === (sequence[guess.period] ?? 0) > 0 && guess.guess !== 'no-idea';
  const told = guesses.map((guess) => ({ ...guess, arm: sequence[guess.period] ?? NO_DOSE, right: right(guess) }));
  const days = lastDay - run.startOn + 1;
  const own = run.days.filter(({ date }) => date >= run.startOn && date <= lastDay);
  return {
    ...{ trial: run.trial, protocolHash: run.protocolHash, commitment: run.commitment, startOn: run.startOn, lastDay },
    ...{ endedEarly: run.endedOn !== undefined, rule: protocol.rule, primary: protocol.primary, sequence, verdict },
    outcomes: [protocol.primary.outcome, ...protocol.others].map((id, i) =>
      outcomeFor(run, lastDay, DAILY_OUTCOMES.find((outcome) => outcome.id === id) as Outcome, i === 0),
    ),
    refusals: [],
    blinding: {
      arms: arms.map((arm) => {
        const of = told.filter((guess) => guess.arm === arm);
        const count = (word: Guess['guess']): number => of.filter(({ guess }) => guess === word).length;
        const periods = sequence.filter((each) => each === arm).length;
        return {
          ...{ arm, periods, drug: count('drug'), placebo: count('placebo'), noIdea: count('no-idea') },
          missing: periods - of.length,
          ...(of.length === 0 ? {} : { bang: { index: 0.5, low: -0.2, high: 1 } }),
        };
      }),
      ...{ few: true, guesses: told, unblinded: [1], codeBroken: run.codeBroken },
    },
    taking: {
      ...{ days, taken: own.filter(({ taken }) => taken).length },
      notTaken: own.filter(({ taken }) => taken === false).length,
      ...{ assumed: 0, leftOut: 0, fromOtherKit: 0 },
    },
    deviations: run.deviations,
    ...(verdict.word === 'open' ? { wouldSettle: { days: 56, probability: 0.74 } } : {}),
    engine: { revision: '1', priors: HASH },
  };
}

function outcomeFor(run: TrialRun, lastDay: LocalDate, outcome: Outcome, primary: boolean): OutcomeAnswer {
  const { protocol, sequence } = run;
  const { doses, periodDays } = protocol.design;
  const dosesTold = doses.map((each): TrialDose => {
    const blinded = primary ? change(-1.3, 0.7) : change(0.1, 0.6);
    const answered = { kind: 'answered', change: change(-0.9, 0.8), days: 60 } as const;
    return {
      ...{ dose: each, primary: each === protocol.primary.dose, daysTaken: 52, daysCounted: 40, blinded },
      ...{ withExpectancy: answered, withoutRightGuesses: { kind: 'too-few' }, withoutUnblinded: answered },
      ...{ withoutFirstDays: answered, withFirstDays: answered, sceptic: answered },
    };
  });
  return {
    ...{ outcome, primary, likelihood: 'gaussian', doses: dosesTold },
    periods: sequence.flatMap((arm, period) => {
      const first = run.startOn + period * periodDays;
      const last = Math.min(first + periodDays - 1, lastDay);
      if (first > lastDay) return [];
      return [periodFor(run.days, outcome.id, { period, arm, first, last })];
    }),
    drift: { mean: -0.1, sd: 0.2, low: -0.4, high: 0.2 },
    blocks: [{ block: 0, dose: doses[0] as Dose, difference: -1.1, first: 'placebo' }],
    onset: { mean: 10, sd: 6, quantiles: { ...change(10, 3).quantiles } },
  };
}

type Span = { readonly period: number; readonly arm: Dose; readonly first: number; readonly last: number };

function periodFor(all: readonly TrialDay[], outcome: string, span: Span) {
  const days = all.filter(({ date }) => date >= span.first && date <= span.last);
  const scores = days.flatMap(({ scores: kept }) => (kept[outcome] ? [kept[outcome]] : []));
  const values = scores.flatMap((score) => (score.kind === 'value' ? [score.value] : []));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return {
    ...{ ...span, days: days.length, kept: scores.length, missed: days.length - scores.length },
    ...{ tooIll: scores.length - values.length, mean, sd },
  };
}
