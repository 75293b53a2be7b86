/**
 * The rules under test, and the same rules with one gate taken out each. A property that does not notice a missing gate
 * proves nothing about it, so every one of these must be caught.
 */
import { micrograms } from '../../src/medicine/dose.ts';
import { type DiaryRefusal, diaryRefusal } from '../../src/records/entry-rules.ts';
import {
  decideCosigning,
  decideEnding,
  decideMove,
  decideSigning,
  decideStop,
  decideTranscription,
} from '../../src/service/titration.ts';
import type { GateFault } from '../../src/service/titration-gates.ts';

export type Rules = {
  readonly sign: typeof decideSigning;
  readonly cosign: typeof decideCosigning;
  readonly transcribe: typeof decideTranscription;
  readonly end: typeof decideEnding;
  readonly move: typeof decideMove;
  readonly stop: typeof decideStop;
  readonly diary: typeof diaryRefusal;
};

export const RULES: Rules = {
  sign: decideSigning,
  cosign: decideCosigning,
  transcribe: decideTranscription,
  end: decideEnding,
  move: decideMove,
  stop: decideStop,
  diary: diaryRefusal,
};

/** A diary that does not know of one refusal. */
const withoutRefusal = (...codes: readonly DiaryRefusal['code'][]): Rules => ({
  ...RULES,
  diary: (state, event, grounds) => {
    const refusal = diaryRefusal(state, event, grounds);
    return refusal && codes.includes(refusal.code) ? undefined : refusal;
  },
});

/** Signing that does not know of some faults. */
const signingWithout = (...codes: readonly GateFault['code'][]): Rules => ({
  ...RULES,
  sign: (state, command, grounds) => {
    const decided = decideSigning(state, command, grounds);
    if (decided.ok || decided.error.code !== 'plan-not-signable' || !state.screened) return decided;
    if (!decided.error.faults.every(({ code }) => codes.includes(code))) return decided;
    const record = state.plans.find(({ plan }) => plan === command.plan);
    if (!record) return decided;
    const { plan, validFrom, validTo, startAt, signature, signer } = command;
    const { on, listVersion } = state.screened;
    const terms = { plan, content: record.content, validFrom, validTo, startAt, screening: { on, listVersion } };
    return { ok: true, value: { kind: 'plan-signed', version: 1, ...terms, signature, decidedBy: signer } };
  },
});

/** Moving that knows the plan and the place, and no gate. */
const ungatedMove: Rules['move'] = (state, command, day, screening) => {
  const decided = decideMove(state, command, day, screening);
  if (decided.ok || decided.error.code !== 'move-not-permitted' || command.move !== 'step-up') return decided;
  const to = command.from === 'baseline' ? 0 : command.from + 1;
  const step = state.plans.find(({ plan }) => plan === command.plan)?.content.steps[to];
  if (!step) return decided;
  const { plan, move, from, decidedBy } = command;
  const change = { plan, move, from, to, dose: step.dose, on: day, reasons: [] };
  return { ok: true, value: { kind: 'move-taken', version: 1, ...change, decidedBy } };
};

/** By what is left out: the rules that are wrong in one way. */
export const WEAKENED: Readonly<Record<string, Rules>> = {
  'any dose is kept, whatever the plan has': withoutRefusal('dose-not-of-the-plan'),
  'a dose is kept past the plan’s last day': withoutRefusal('plan-past-its-last-day'),
  'a dose is kept after the plan was ended': withoutRefusal('plan-was-ended'),
  'a dose is kept after a stop': withoutRefusal('therapy-stopped'),
  'a dose is kept without any plan': withoutRefusal('no-plan-signed'),
  'a dose is kept on one signature of two': withoutRefusal('plan-waits-for-second-signature'),
  'a dose is kept past an open hard finding': withoutRefusal('screening-forbids', 'dose-closed'),
  'a dose is kept past a red flag': withoutRefusal('red-flag-open', 'dose-closed'),
  'two doses fill one day': withoutRefusal('slot-filled'),
  'no least gap between doses': withoutRefusal('too-soon'),
  'a dose is kept in the baseline': withoutRefusal('dose-in-baseline'),
  'a dose of the plan is kept during a trial': withoutRefusal('in-blinded-trial'),
  'a dose is kept after a trial, though nobody has signed a plan': withoutRefusal('trial-over'),
  'a capsule is kept outside its trial': withoutRefusal('no-trial-running'),
  'a capsule of any kit is kept': withoutRefusal('kit-not-of-the-day'),
  'a capsule is kept past its date': withoutRefusal('kit-past-its-date', 'kit-not-dispensed'),
  'two capsules fill one day': withoutRefusal('kit-slot-filled'),
  'a capsule is kept beside a dose': withoutRefusal('day-has-another-dose'),
  'a dose is kept beside a capsule': withoutRefusal('day-has-capsule'),
  'every step up is taken that is asked for': { ...RULES, move: ungatedMove },
  'anybody moves the dose': {
    ...RULES,
    move: (state, command, day, screening) => {
      const decided = decideMove(state, { ...command, decidedBy: state.patient }, day, screening);
      return decided.ok ? { ok: true, value: { ...decided.value, decidedBy: command.decidedBy } } : decided;
    },
  },
  'two steps up at once': {
    ...RULES,
    move: (state, command, day, screening) => {
      const decided = decideMove(state, command, day, screening);
      if (!decided.ok || decided.value.move !== 'step-up' || typeof decided.value.to !== 'number') return decided;
      const to = decided.value.to + 1;
      const step = state.plans.find(({ plan }) => plan === command.plan)?.content.steps[to];
      return step ? { ok: true, value: { ...decided.value, to, dose: step.dose } } : decided;
    },
  },
  'anybody signs': signingWithout('not-a-prescriber-of-the-case', 'signer-is-the-patient'),
  'a plan starts at any of its doses': signingWithout('start-too-high'),
  'nobody needs to have looked at the screening': signingWithout('screening-review-stale', 'new-medicine-since-review'),
  'a plan is signed past an open hard finding': signingWithout('screening-hard-open', 'review-saw-findings'),
  'the ceiling of the site does not count': signingWithout('plan-refused'),
  'a plan is signed for years': signingWithout('valid-to-out-of-range'),
  'a plan is ended back in time': {
    ...RULES,
    end: (state, command, day) => {
      const decided = decideEnding(state, command, day);
      if (decided.ok || decided.error.code !== 'end-out-of-range') return decided;
      return { ok: true, value: { kind: 'plan-ended', version: 1, ...command } };
    },
  },
  'the same person signs twice': {
    ...RULES,
    cosign: (state, command, grounds) => {
      const decided = decideCosigning(state, command, grounds);
      if (decided.ok || decided.error.code !== 'signed-by-you-already') return decided;
      const { plan, signature, signer } = command;
      return {
        ok: true,
        value: { kind: 'plan-cosigned', version: 1, plan, on: grounds.day, signature, decidedBy: signer },
      };
    },
  },
};

/** The dose of a slip: ten times the usual one. */
export const SLIP = micrograms(45_000);
