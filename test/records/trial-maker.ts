/**
 * A blinded trial as recorded events: 1.5 mg against placebo in two blocks of 28-day periods, beginning on 1 June 2026, after
 * a plan signed on 1 March. What each test says of days it says against this one.
 */
import type { LocalDate } from '../../src/base/calendar.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { foldEvents } from '../../src/records/course.ts';
import type { DoseGrounds } from '../../src/records/dose-rules.ts';
import type { CaseEvent, EventOf } from '../../src/records/event.ts';
import type { DraftProtocol, TrialProtocol } from '../../src/trial/protocol.ts';
import { checkProtocol } from '../../src/trial/protocol.ts';
import { protocolHash } from '../../src/trial/protocol-json.ts';
import {
  day,
  dose,
  evening,
  ledgerOf,
  moved,
  PLAN,
  PRESCRIBER,
  screened,
  screeningOf,
  signedPlan,
} from './case-maker.ts';
import { idOf } from './event-arbitrary.ts';

export const TRIAL = idOf<'trial'>(0x71);
export const KITS = ['AAAAAA', 'CCCCCC', 'DDDDDD', 'EEEEEE'] as const;
export const DAY_1 = day('2026-06-01');
/** First civil day after it. */
export const OVER = (DAY_1 + 112) as LocalDate;

const draft: DraftProtocol = {
  design: {
    ...{ kind: 'paired-blocks', doses: [dose('1.5 mg')], periodDays: 28, blocks: 2, maximumRise: dose('1.5 mg') },
    runIn: { how: 'discarded', days: 7 },
  },
  primary: { outcome: 'pain', dose: dose('1.5 mg') },
  others: [],
  rule: { worthwhile: 1, settledAt: 0.9 },
  analysis: { revision: '1', priors: '0'.repeat(64) },
  escapeRule: { outcome: 'pain', atLeast: 8, days: 3 },
  spareCapsules: 2,
  purpose: 'Is it the drug?',
};

export const PROTOCOL: TrialProtocol = (() => {
  const checked = checkProtocol(draft, ['pain']);
  if (!checked.ok) throw new RangeError(JSON.stringify(checked.error));
  return checked.value;
})();

const decidedBy = PRESCRIBER;
const of = { version: 1, trial: TRIAL } as const;

export const designed: EventOf<'trial-designed'> = { kind: 'trial-designed', ...of, protocol: PROTOCOL };
export const trialSigned: EventOf<'trial-signed'> = {
  ...{ kind: 'trial-signed', ...of, protocol: PROTOCOL, protocolHash: protocolHash(PROTOCOL), plan: PLAN },
  screening: { on: day('2026-05-28'), listVersion: '1' },
  signature: { method: 'password', hash: '0'.repeat(64) },
  decidedBy,
};
export const consented: EventOf<'consent-given'> = {
  ...{ kind: 'consent-given', ...of, protocolHash: protocolHash(PROTOCOL), text: 'one', on: day('2026-05-28') },
};
export const sealed: EventOf<'allocation-sealed'> = {
  ...{ kind: 'allocation-sealed', ...of, commitment: '1'.repeat(64), sealed: 'c2VhbGVk', key: 'k', kits: KITS },
};
export const dispensed = (kits: readonly string[] = KITS, usableUntil = '2026-12-01'): EventOf<'kits-dispensed'> => ({
  ...{ kind: 'kits-dispensed', ...of, kits, capsulesEach: 30, filler: 'cellulose', usableUntil: day(usableUntil) },
  ...{ lots: 'c2VhbGVk', on: day('2026-05-29'), decidedBy },
});
export const trialStarted = (on: LocalDate = DAY_1): EventOf<'trial-started'> => ({
  ...{ kind: 'trial-started', ...of, on, screening: { on: day('2026-05-28'), listVersion: '1' }, decidedBy },
});
export const trialStopped = (on: LocalDate): EventOf<'trial-stopped'> => ({
  ...{ kind: 'trial-stopped', ...of, on, why: 'patient-wish', note: '', decidedBy },
});
export const opened: EventOf<'allocation-opened'> = {
  ...{ kind: 'allocation-opened', ...of, sequence: [dose('1.5 mg'), dose('0 mg'), dose('0 mg'), dose('1.5 mg')] },
  ...{ nonce: '2'.repeat(64), kits: KITS, on: OVER, decidedBy },
};

/** Everything up to day 1: a plan at its first step, and the trial ready. */
export const BEFORE: readonly CaseEvent[] = [
  ...[screened('2026-02-28'), signedPlan('2026-03-01', { validTo: day('2026-12-31') }), moved('2026-03-15', 0)],
  ...[designed, trialSigned, consented, sealed, dispensed()],
];
export const RUNNING: readonly CaseEvent[] = [...BEFORE, trialStarted()];

export const stateOf = (...events: readonly CaseEvent[]): CaseState => foldEvents(undefined, ledgerOf(events));

/** The `n`-th civil day of the trial, 0 = day 1. */
export const nth = (n: number): LocalDate => (DAY_1 + n) as LocalDate;

/** The capsule of a day of the trial, from the kit of its period unless said otherwise. */
export function kitDose(
  n: number,
  given: Partial<Omit<EventOf<'kit-dose-recorded'>, 'kind' | 'version'>> = {},
): EventOf<'kit-dose-recorded'> {
  const kit = KITS[Math.floor(n / 28)] ?? KITS[3];
  return { kind: 'kit-dose-recorded', ...of, kit, date: nth(n), status: 'taken', clock: evening(nth(n)), ...given };
}

export function guess(
  period: number,
  n: number,
  given: Partial<Omit<EventOf<'guess-given'>, 'kind' | 'version'>> = {},
): EventOf<'guess-given'> {
  const said = { guess: 'drug', confidence: 2, reason: 'felt-better', note: '' } as const;
  return { kind: 'guess-given', ...of, period, ...said, date: nth(n), clock: evening(nth(n)), ...given };
}

/** Screening that finds so many hard findings, on whatever day it is asked of. */
export const groundsOn = (today: LocalDate, openHard = 0): DoseGrounds => ({
  today,
  screeningOn: () => screeningOf('2026-06-01', openHard),
});
