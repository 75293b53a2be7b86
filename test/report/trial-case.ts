/**
 * A whole blinded trial for tests: designed, signed, agreed to, sealed, handed out, run, guessed and opened, as events that
 * fold, with days of a known truth, answered by the engine. `verdict` puts another verdict in the answer's place, so that
 * every one can be shown.
 */
import { simulateNoise } from '../../src/analysis/generator.ts';
import { answerTrial } from '../../src/analysis/trial/opened-trial.ts';
import { customaryProtocolAnalysis } from '../../src/analysis/trial/protocol-analysis.ts';
import type { TrialVerdict } from '../../src/analysis/trial/trial-answer.ts';
import { formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import type { PersonId, TrialId } from '../../src/base/ids.ts';
import { seededRng } from '../../src/base/rng.ts';
import { NO_DOSE } from '../../src/medicine/dose.ts';
import { foldEvents } from '../../src/records/course.ts';
import type { CaseEvent } from '../../src/records/event.ts';
import { EVIDENCE } from '../../src/report/evidence.ts';
import { runOf } from '../../src/report/trial/opened-run.ts';
import { openedTrial, type TrialFacts } from '../../src/report/trial/trial-facts.ts';
import { type Allocation, commitmentOf } from '../../src/trial/allocation.ts';
import type { DraftDesign } from '../../src/trial/design.ts';
import type { Guess } from '../../src/trial/guess.ts';
import { checkProtocol, daysOf, daysOfPeriod, periodOn, type TrialProtocol } from '../../src/trial/protocol.ts';
import { protocolHash } from '../../src/trial/protocol-json.ts';
import type { Sequence } from '../../src/trial/sequence.ts';
import { day, dayKept, dose, evening, ledgerOf, PLAN, PRESCRIBER, sideEffect } from '../records/case-maker.ts';
import { idOf } from '../records/event-arbitrary.ts';
import { answersOn } from './letter-case.ts';

export const TRIAL: TrialId = idOf(0x77);
export const PHARMACIST: PersonId = idOf(0xd1);
export const COORDINATOR: PersonId = idOf(0xe1);
export const START = day('2026-03-02');
export const KITS = ['ACDEF3', 'GHJKM4', 'NPQRT6', 'UVWXY7'] as const;

const NONCE = '0123456789abcdef'.repeat(4);
const OF = { version: 1, trial: TRIAL } as const;

export const PAIRS: DraftDesign = {
  ...{ kind: 'paired-blocks', doses: [dose('4.5 mg')], periodDays: 28, blocks: 2 },
  ...{ runIn: { how: 'discarded', days: 7 }, maximumRise: dose('4.5 mg') },
};

export function protocolOf(design: DraftDesign = PAIRS): TrialProtocol {
  const primary = { outcome: 'pain', dose: design.doses.at(-1) ?? NO_DOSE };
  const checked = checkProtocol(
    {
      ...{ design, primary, others: ['fatigue', 'sleep'], rule: { worthwhile: 1, settledAt: 0.95 } },
      ...{ analysis: customaryProtocolAnalysis(), escapeRule: { outcome: 'pain', atLeast: 9, days: 3 } },
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
  /** Day of the trial, 0 = first, on which it was stopped, and by whom. */
  readonly stoppedAfter?: number;
  readonly stoppedBy?: PersonId;
  readonly guesses?: readonly Guess[];
  /** Day of the trial on which the capsule came from the last kit. */
  readonly wrongKitOn?: number;
  /** After the days and before the opening. */
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
  const { protocol = protocolOf(), sequence = ABBA } = made;
  const kits = sequence.map((_, i) => KITS[i] ?? `KIT${String(i).padStart(3, '0')}`);
  const allocation = { trial: TRIAL, protocolHash: protocolHash(protocol), nonce: NONCE, sequence, kits };
  const state = foldEvents(
    undefined,
    ledgerOf(eventsOf(protocol, allocation, made)).map((entry) => ({
      ...entry,
      at: (START - 6) * 86_400_000,
      by: BY[entry.event.kind] ?? entry.by,
    })),
  );
  const record = state.trials.find(({ trial }) => trial === TRIAL);
  const opened = record ? openedTrial(record) : undefined;
  if (!opened?.ok) throw new RangeError('the trial of a test is not opened');
  const run = runOf(state, opened.value);
  const answer = { ...answerTrial(run), ...(made.verdict === undefined ? {} : { verdict: made.verdict }) };
  const names = { [PRESCRIBER]: 'Dr Amina Yusuf', [PHARMACIST]: 'Lee Okafor', [COORDINATOR]: 'Noor Haddad' };
  const on = (START + daysOf(protocol) + 9) as LocalDate;
  return {
    ...{ day: on, state, trial: opened.value, run, answer, evidence: EVIDENCE, names, clinic: 'Riverside' },
    ...change,
  };
}

function eventsOf(protocol: TrialProtocol, allocation: Allocation, made: TrialCase): readonly CaseEvent[] {
  const { kits, nonce, sequence, protocolHash: hash } = allocation;
  const { guesses = GUESSES, stoppedAfter, extra = [] } = made;
  const before = (START - 10) as LocalDate;
  const screening = { on: before, listVersion: '1' };
  const end = (START + (stoppedAfter ?? daysOf(protocol))) as LocalDate;
  const commitment = commitmentOf(protocol.design, allocation);
  return [
    { kind: 'screening-answered', version: 1, answers: answersOn(before, { 'hashimoto-thyroiditis': 'yes' }) },
    { ...OF, kind: 'trial-designed', protocol },
    {
      ...{ ...OF, kind: 'trial-signed', protocol, protocolHash: hash, plan: PLAN, screening },
      ...{ signature: { method: 'password', hash: '0'.repeat(64) }, decidedBy: PRESCRIBER },
    },
    { ...OF, kind: 'consent-given', protocolHash: hash, text: 'en-1', on: before },
    { ...OF, kind: 'allocation-sealed', commitment, sealed: 'c2VhbGVk', key: 'x25519-1', kits },
    {
      ...{ ...OF, kind: 'kits-dispensed', kits, capsulesEach: 30, filler: 'microcrystalline cellulose' },
      ...{ usableUntil: (START + 150) as LocalDate, lots: 'bG90cw', on: (START - 3) as LocalDate },
      decidedBy: PHARMACIST,
    },
    { ...OF, kind: 'trial-started', on: START, screening, decidedBy: PRESCRIBER },
    ...diaryEvents(protocol, allocation, end, made.wrongKitOn),
    ...guesses.map((guess): CaseEvent => {
      const { last } = daysOfPeriod(protocol, START, guess.period);
      return { ...OF, kind: 'guess-given', ...guess, note: '', date: last, clock: evening(last) };
    }),
    sideEffect('2026-04-02', 'vivid-dreams', 1),
    sideEffect('2026-04-12', 'vivid-dreams', 0),
    ...extra,
    ...(stoppedAfter === undefined ? [] : [stoppedOn(end, made.stoppedBy ?? PRESCRIBER)]),
    { ...OF, kind: 'allocation-opened', sequence, nonce, kits, on: (end + 9) as LocalDate, decidedBy: COORDINATOR },
  ];
}

const stoppedOn = (on: LocalDate, decidedBy: PersonId): CaseEvent => {
  return { ...OF, kind: 'trial-stopped', on, why: 'escape-rule', note: '', decidedBy };
};

/**
 * Four weeks before day 1 and the trial: pain about 6, 1.4 points lower on the drug at once; one day in eight without an
 * entry, one in 31 too ill for a score, one capsule in 17 not taken.
 */
function diaryEvents(
  protocol: TrialProtocol,
  { sequence, kits }: Allocation,
  end: LocalDate,
  wrongKitOn: number | undefined,
): readonly CaseEvent[] {
  const noise = simulateNoise(28 + (end - START), { spread: 1.4, wanderingShare: 0.5, correlation: 0.8 }, seededRng(7));
  return noise.flatMap((wander, i): readonly CaseEvent[] => {
    const date = (START - 28 + i) as LocalDate;
    const period = periodOn(protocol, START, date);
    const drug = period !== undefined && (sequence[period] ?? NO_DOSE) > NO_DOSE;
    const pain = onScale(6 + wander - (drug ? 1.4 : 0));
    const kept = dayKept(formatLocalDate(date), { pain, fatigue: onScale(pain + 1), sleep: 4 + (i % 3) });
    const ill = { ...kept, scores: { pain: { kind: 'too-ill' } } } as const;
    const entry: readonly CaseEvent[] = i % 31 === 30 ? [ill] : i % 8 === 5 ? [] : [kept];
    if (period === undefined) return entry;
    const status = i % 17 === 3 ? 'not-taken' : 'taken';
    const kit = (date - START === wrongKitOn ? kits.at(-1) : kits[period]) ?? '';
    return [...entry, { ...OF, kind: 'kit-dose-recorded', kit, date, status, clock: evening(date) }];
  });
}

const onScale = (score: number): number => Math.min(10, Math.max(0, Math.round(score)));
