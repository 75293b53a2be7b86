import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOf } from '../../../test/analysis/example-trial.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { micrograms, NO_DOSE } from '../../medicine/dose.ts';
import type { Guess, GuessReason } from '../../trial/guess.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import { protocolHash } from '../../trial/protocol-json.ts';
import { DEFAULT_PRIORS } from '../prior.ts';
import { REVISION } from '../revision.ts';
import { answerTrial } from './opened-trial.ts';
import { customaryProtocolAnalysis, priorsHash } from './protocol-analysis.ts';
import type { TrialRun } from './trial-run.ts';

const HELPED = runOf({ change: -2, seed: 3 });
const verdictOf = (run: TrialRun, priors = DEFAULT_PRIORS) => answerTrial(run, priors).verdict;

/** The same run under a protocol changed before it was signed. */
function under(change: Partial<TrialProtocol>): TrialRun {
  const protocol = { ...HELPED.protocol, ...change } as TrialProtocol;
  return { ...HELPED, protocol, protocolHash: protocolHash(protocol) };
}

/** Guesses right in the named periods for a reason, no idea in the others. */
const rightIn = (periods: readonly number[], reason: GuessReason): readonly Guess[] =>
  HELPED.sequence.map((arm, period): Guess => {
    if (!periods.includes(period)) return { period, guess: 'no-idea', confidence: 1, reason: 'just-a-feeling' };
    return { period, guess: arm === NO_DOSE ? 'placebo' : 'drug', confidence: 3, reason };
  });

test('the same days may be settled for the better, for the worse, or not at all', () => {
  assert.deepEqual(verdictOf(HELPED), { word: 'better' });
  assert.deepEqual(verdictOf(runOf({ change: 2, seed: 3 })), { word: 'worse' });
  assert.deepEqual(verdictOf(runOf({ change: 0, seed: 3 })), { word: 'open', reason: { code: 'not-clear' } });
});

test('a protocol that is not the one signed gives no verdict', () => {
  const settled = 'a'.repeat(64);
  assert.deepEqual(verdictOf({ ...HELPED, protocolHash: settled }), {
    word: 'no-verdict',
    reasons: [{ code: 'protocol-hash-differs', settled, found: protocolHash(HELPED.protocol) }],
  });
});

test('another model or other priors than those settled on give numbers and no verdict', () => {
  const { priors } = customaryProtocolAnalysis();
  const older = verdictOf(under({ analysis: { revision: '0', priors } }));
  assert.deepEqual(older, {
    word: 'no-verdict',
    reasons: [{ code: 'revision-differs', settled: '0', found: REVISION }],
  });
  const other = { ...DEFAULT_PRIORS, trendSd: 0.5 };
  const answer = answerTrial(HELPED, other);
  assert.deepEqual(answer.verdict, {
    word: 'no-verdict',
    reasons: [{ code: 'priors-differ', settled: priors, found: priorsHash(other) }],
  });
  assert.ok((answer.outcomes[0]?.doses.length ?? 0) > 0);
  const settled = under({ analysis: { revision: REVISION, priors: priorsHash(other) } });
  assert.deepEqual(verdictOf(settled, other), { word: 'better' });
});

test('a period with under half of its days kept gives no verdict, and half is enough', () => {
  const missed = (count: number) =>
    runOf({ change: -2, seed: 3, missed: Array.from({ length: count }, (_, t) => 28 + t) });
  assert.deepEqual(verdictOf(missed(15)), {
    word: 'no-verdict',
    reasons: [{ code: 'period-under-half-kept', period: 1, kept: 13, days: 28 }],
  });
  assert.deepEqual(verdictOf(missed(14)), { word: 'better' });
});

test('days too ill to log are kept days', () => {
  const days = HELPED.days.map((day, t) => (t < 20 ? { ...day, scores: { pain: { kind: 'too-ill' } as const } } : day));
  const answer = answerTrial({ ...HELPED, days });
  assert.notEqual(answer.verdict.word, 'no-verdict');
  assert.deepEqual(answer.outcomes[0]?.periods[0]?.tooIll, 20);
});

test('ended before both arms were held for a period: no verdict; after that the rule holds', () => {
  const ended = (days: number): TrialRun => ({ ...HELPED, endedOn: (HELPED.startOn + days) as LocalDate });
  const second = HELPED.sequence[1] as (typeof HELPED.sequence)[number];
  assert.deepEqual(verdictOf(ended(40)), {
    word: 'no-verdict',
    reasons: [{ code: 'ended-before-both-arms', dose: second, days: 12, needed: 28 }],
  });
  const atOnce = verdictOf(ended(0));
  assert.equal(atOnce.word, 'no-verdict');
  assert.notEqual(verdictOf(ended(120)).word, 'no-verdict');
});

test('scores that never vary are not answered, and so there is no verdict', () => {
  const days = HELPED.days.map((day) => ({ ...day, scores: { pain: { kind: 'value', value: 5 } as const } }));
  const answer = answerTrial({ ...HELPED, days });
  assert.deepEqual(answer.refusals, [{ outcome: 'pain', code: 'no-variation', value: 5 }]);
  assert.deepEqual(answer.verdict, {
    word: 'no-verdict',
    reasons: [{ code: 'not-answered', refusal: 'no-variation' }],
  });
});

test('knowing by side effects in every period leaves nothing to say "better" from', () => {
  const answer = answerTrial({ ...HELPED, guesses: rightIn([0, 1, 2, 3, 4, 5], 'side-effects') });
  assert.deepEqual(answer.verdict, {
    word: 'open',
    reason: { code: 'blind-not-held', periods: [0, 1, 2, 3, 4, 5] },
  });
  assert.equal(answer.wouldSettle, undefined);
});

test('who guesses right because it helped keeps the verdict', () => {
  const answer = answerTrial({ ...HELPED, guesses: rightIn([0, 1, 2, 3, 4, 5], 'felt-better') });
  assert.deepEqual(answer.verdict, { word: 'better' });
  assert.deepEqual(answer.blinding.unblinded, []);
  assert.deepEqual(answer.outcomes[0]?.doses[0]?.withoutRightGuesses, { kind: 'too-few' });
});

test('one guess right by taste makes every right guess knowledge, and a strong effect stands without them', () => {
  const guesses = rightIn([0, 1], 'felt-better').map((guess, period) =>
    period === 0 ? { ...guess, reason: 'look-or-taste' as const } : guess,
  );
  const answer = answerTrial({ ...HELPED, guesses });
  assert.deepEqual(answer.blinding.unblinded, [0, 1]);
  assert.deepEqual(answer.verdict, { word: 'better' });
});

test('a wrong guess by side effects reveals nothing; a broken code reveals its own period', () => {
  const wrong = HELPED.sequence.map(
    (arm, period): Guess => ({
      ...{ period, guess: arm === NO_DOSE ? 'drug' : 'placebo', confidence: 4, reason: 'side-effects' },
    }),
  );
  const { blinding } = answerTrial({ ...HELPED, guesses: wrong, codeBroken: [4] });
  assert.deepEqual(blinding.unblinded, [4]);
  assert.deepEqual(
    blinding.arms.map(({ arm, bang }) => [arm, bang?.index]),
    [
      [NO_DOSE, -1],
      [micrograms(4500), -1],
    ],
  );
  assert.equal(blinding.few, true);
});
