/**
 * Blinded trials of one person each whose truth is known: nothing by the drug, in the ways that fool a comparison; a true
 * change; and truths drawn from the very priors the answer begins with. They go in at the front door, `answerTrial`.
 */
import { kineticShare, type SymptomTruth, simulateScores } from '../../src/analysis/generator.ts';
import { DEFAULT_PRIORS, incrementSds } from '../../src/analysis/prior.ts';
import { customaryProtocolAnalysis } from '../../src/analysis/trial/protocol-analysis.ts';
import type { TrialDay, TrialRun } from '../../src/analysis/trial/trial-run.ts';
import type { LocalDate } from '../../src/base/calendar.ts';
import type { TrialId } from '../../src/base/ids.ts';
import type { Rng } from '../../src/base/rng.ts';
import { type Dose, micrograms, NO_DOSE } from '../../src/medicine/dose.ts';
import { naturalTheta } from '../../src/stats/theta.ts';
import type { DraftDesign } from '../../src/trial/design.ts';
import type { Guess } from '../../src/trial/guess.ts';
import { DAILY_OUTCOMES, type Outcome } from '../../src/trial/outcome.ts';
import { checkProtocol, type DraftProtocol, type TrialProtocol } from '../../src/trial/protocol.ts';
import { protocolHash } from '../../src/trial/protocol-json.ts';
import { sequencesOf } from '../../src/trial/sequence.ts';
import { START } from './draw.ts';

const PAIN = DAILY_OUTCOMES[0] as Outcome;
const FULL = micrograms(4500);

/** Three blocks of placebo and 4.5 mg, four weeks each: 24 weeks. */
export const PAIRS: DraftDesign = {
  kind: 'paired-blocks',
  doses: [FULL],
  periodDays: 28,
  blocks: 3,
  runIn: { how: 'modelled', days: 0 },
  maximumRise: FULL,
};
/** Two blocks of placebo, 1.5 and 4.5 mg. */
const DOSES: DraftDesign = { ...PAIRS, kind: 'dose-finding', doses: [micrograms(1500), FULL], blocks: 2 };

/** The rule of every row: settled beyond 0.9, so a tenth of those who get nothing may be told "better". */
export const SETTLED_AT = 0.9;

/**
 * 'by-chance': guesses without knowledge, one in ten for a side effect that says nothing. 'silent': the same, none of
 * them revealing. 'dreams': the drug gives vivid dreams, who notices them believes, and belief alone makes the score
 * better; seven in ten then say "side effects", the others "felt better". 'dreams-untold': nobody says "side effects".
 */
type Guessing = 'by-chance' | 'silent' | 'dreams' | 'dreams-untold';

export type TrialRow = {
  readonly name: string;
  readonly design: DraftDesign;
  readonly guessing: Guessing;
  /** Days before day 1 without any capsule. */
  readonly baseline: number;
  /** 'prior': everything is drawn; 'days': effects as said, days and drift drawn; else as said, level 6, day sd 1.3. */
  readonly truth: 'prior' | { readonly drawn: 'days'; readonly change: number } | SaidTruth;
  /** A score of 9 or more on three days in a row ends the trial. */
  readonly escapes?: boolean;
};
type SaidTruth = Pick<SymptomTruth, 'trend' | 'correlation' | 'expectancy'> & {
  readonly drawn?: undefined;
  readonly firstWandering?: number;
};

const nothing = (correlation: number, more: Partial<SaidTruth> = {}): SaidTruth => ({
  ...{ trend: 0, correlation, expectancy: 0 },
  ...more,
});
const row = (name: string, truth: TrialRow['truth'], more: Partial<TrialRow> = {}): TrialRow => ({
  ...{ name, truth, design: PAIRS, guessing: 'by-chance', baseline: 0 },
  ...more,
});

export const NULL_TRIALS: readonly TrialRow[] = [
  row('AR rho 0.5', nothing(0.5)),
  row('AR rho 0.9', nothing(0.9)),
  row('better anyway, -0.5 a month', nothing(0.7, { trend: -0.5 })),
  row('joined in a flare two weeks before', nothing(0.95, { firstWandering: 1.5 }), { baseline: 14 }),
  row('a flare on day 1, rho 0.95', nothing(0.95, { firstWandering: 1.5 })),
  row('hope: any capsule -1.5', nothing(0.7, { expectancy: -1.5 }), { baseline: 14 }),
  row('dreams unblind, belief -1', nothing(0.7), { guessing: 'dreams' }),
  row('ends by an escape rule, rho 0.9', nothing(0.9), { escapes: true }),
];
/** What no rule can see: known by dreams, said to be felt. Shown without a bar. */
export const UNTOLD_TRIALS: readonly TrialRow[] = [
  row('dreams unblind, nobody says so', nothing(0.7), { guessing: 'dreams-untold' }),
];
export const DRAWN_TRIALS: readonly TrialRow[] = [
  row('pairs, truth from the priors', 'prior', { guessing: 'silent' }),
  row('dose-finding, truth from the priors', 'prior', { guessing: 'silent', design: DOSES }),
];
export const POWER_TRIALS: readonly (TrialRow & { readonly effect: number })[] = [0, -0.5, -1, -1.5].map((effect) => ({
  ...row(`true change ${effect}`, { drawn: 'days', change: effect }, { guessing: 'silent' }),
  effect,
}));
export const ALL_TRIALS: readonly TrialRow[] = [...NULL_TRIALS, ...UNTOLD_TRIALS, ...DRAWN_TRIALS, ...POWER_TRIALS];

/** The days of one person; `changes` = the true change of each dose. */
export type DrawnTrial = { readonly run: TrialRun; readonly changes: readonly number[] };

export function simulateTrial(drawn: TrialRow, rng: Rng): DrawnTrial {
  const protocol = protocolOf(drawn.design);
  const { design } = protocol;
  const all = sequencesOf(design);
  const sequence = all.at(BigInt(rng.below(Number(all.count))));
  const total = sequence.length * design.periodDays;
  const arm = (t: number): Dose => sequence[Math.floor(t / design.periodDays)] as Dose;
  const isSaid = typeof drawn.truth === 'object' && drawn.truth.drawn === undefined;
  const recorded = Array.from({ length: total }, () => (isSaid && rng.uniform() < 0.02 ? undefined : true));
  const taken = recorded.map(() => !isSaid || rng.uniform() > 0.03);
  const dose = [...new Array<Dose>(drawn.baseline).fill(NO_DOSE), ...taken.map((yes, t) => (yes ? arm(t) : NO_DOSE))];
  const capsule = [...new Array<boolean>(drawn.baseline).fill(false), ...taken];
  const truth = truthOf(drawn, design.doses, rng);
  const start = (START + rng.below(7)) as LocalDate;
  const guessed = guessesOf(drawn.guessing, sequence, rng.split('guesses'));
  const belief = beliefOf(guessed.believed, design.periodDays, drawn.baseline);
  const scores = simulateScores(truth, start, { dose, capsule }, rng.split('scores')).map(
    (score, t) => score + (belief[t] as number),
  );
  const startOn = (start + drawn.baseline) as LocalDate;
  const days = scores.map((score, n): TrialDay => {
    const t = n - drawn.baseline;
    const value = isSaid ? Math.min(10, Math.max(0, score)) : score;
    const kept = rng.uniform() < 0.15 ? ({ kind: 'skipped' } as const) : ({ kind: 'value', value } as const);
    const day = { date: (start + n) as LocalDate, scores: { pain: kept } };
    if (t < 0) return { ...day, openDose: NO_DOSE };
    return recorded[t] === undefined ? day : { ...day, taken: taken[t] as boolean };
  });
  const endedOn = drawn.escapes ? escapeDay(days, startOn) : undefined;
  const run: TrialRun = {
    trial: '0197a000-0000-7000-8000-000000000001' as TrialId,
    protocol,
    protocolHash: protocolHash(protocol),
    commitment: '0'.repeat(64),
    ...{ startOn, sequence, days, outcomes: [PAIN], guesses: guessed.guesses, codeBroken: [], deviations: [] },
    ...(endedOn === undefined ? {} : { endedOn }),
  };
  return { run, changes: truth.effects.map(({ change }) => change) };
}

export function protocolOf(design: DraftDesign, more: Partial<DraftProtocol> = {}): TrialProtocol {
  const checked = checkProtocol(
    {
      design,
      primary: { outcome: 'pain', dose: design.doses.at(-1) as Dose },
      others: [],
      rule: { worthwhile: 1, settledAt: SETTLED_AT },
      analysis: customaryProtocolAnalysis(),
      escapeRule: { outcome: 'pain', atLeast: 9, days: 3 },
      spareCapsules: 2,
      purpose: 'Does it help against pain?',
      ...more,
    },
    ['pain', 'fatigue', 'sleep'],
  );
  if (!checked.ok) throw new RangeError(`no protocol: ${JSON.stringify(checked.error)}`);
  return checked.value;
}

function truthOf({ truth }: TrialRow, doses: readonly Dose[], rng: Rng): SymptomTruth {
  const flat = (change: number) => doses.map((dose) => ({ dose, change }));
  const plain = { level: 6, weekend: 0, onsetDays: 7, spread: 1.3, wanderingShare: 0.5 };
  if (typeof truth === 'object' && truth.drawn === undefined) return { ...plain, effects: flat(0), ...truth };
  const { theta, trendSd, weekendSd } = DEFAULT_PRIORS;
  const drawn = theta.mean.map((mean, j) => mean + (theta.sd[j] as number) * rng.normal());
  const { variance, w, rho, tau } = naturalTheta(drawn);
  const days = { spread: Math.sqrt(variance), wanderingShare: w, correlation: rho, onsetDays: tau, expectancy: 0 };
  if (truth !== 'prior')
    return { ...days, level: 6, weekend: 0, trend: trendSd * rng.normal(), effects: flat(truth.change) };
  let change = 0;
  const effects = incrementSds(doses, 'ug', DEFAULT_PRIORS).map((sd, k) => {
    change += sd * rng.normal();
    return { dose: doses[k] as Dose, change };
  });
  const level = 5 + 2 * rng.normal();
  return { ...days, level, weekend: weekendSd * rng.normal(), trend: trendSd * rng.normal(), effects };
}

type Guessed = { readonly guesses: readonly Guess[]; readonly believed: readonly boolean[] };

function guessesOf(guessing: Guessing, sequence: readonly Dose[], rng: Rng): Guessed {
  const each = sequence.map((arm, period): { readonly guess: Guess; readonly believed: boolean } => {
    const chance = rng.uniform();
    const reason = rng.uniform();
    if (guessing === 'by-chance' || guessing === 'silent') {
      const guess = chance < 0.35 ? 'drug' : chance < 0.7 ? 'placebo' : 'no-idea';
      const why = guessing === 'by-chance' && guess !== 'no-idea' && reason < 0.1 ? 'side-effects' : 'just-a-feeling';
      return { guess: { period, guess, confidence: 1, reason: why }, believed: false };
    }
    const dreams = chance < (arm > NO_DOSE ? 0.9 : 0.05);
    const says = guessing === 'dreams' && reason < 0.7 ? 'side-effects' : 'felt-better';
    const guess = { period, guess: dreams ? 'drug' : 'placebo', confidence: 3 } as const;
    return { guess: { ...guess, reason: dreams ? says : 'felt-the-same' }, believed: dreams };
  });
  return { guesses: each.map(({ guess }) => guess), believed: each.map(({ believed }) => believed) };
}

/** Points by which belief alone changes the score in the periods it is held, within a few days. */
const BELIEF = -1;
const BELIEF_ONSET = 3;

function beliefOf(believed: readonly boolean[], periodDays: number, baseline: number): readonly number[] {
  const on = believed.flatMap((yes) => new Array<boolean>(periodDays).fill(yes));
  return [...new Array<number>(baseline).fill(0), ...kineticShare(on, BELIEF_ONSET).map((share) => BELIEF * share)];
}

/** The day after three scored days in a row of 9 or more; undefined when that never came. */
function escapeDay(days: readonly TrialDay[], startOn: LocalDate): LocalDate | undefined {
  const bad = days.map(({ date, scores }) => {
    const score = scores.pain;
    return date >= startOn && score?.kind === 'value' && score.value >= 9;
  });
  const third = bad.findIndex((_, t) => t >= 2 && bad[t] && bad[t - 1] && bad[t - 2]);
  return third < 0 ? undefined : (((days[third]?.date ?? startOn) + 1) as LocalDate);
}
