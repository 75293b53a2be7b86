/** Only a whole protocol becomes one; every fault is told at once, and its hash changes with any of it (H13, H18). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '../base/calendar.ts';
import { micrograms } from '../medicine/dose.ts';
import { checkProtocol, type DraftProtocol, daysOf, daysOfPeriod, type ProtocolFault, periodOn } from './protocol.ts';
import { protocolHash } from './protocol-json.ts';

const KEPT = ['pain', 'fatigue', 'sleep'];
const draft: DraftProtocol = {
  design: {
    ...{ kind: 'paired-blocks', doses: [micrograms(3000)], periodDays: 28, blocks: 2 },
    ...{ runIn: { how: 'discarded', days: 14 }, maximumRise: micrograms(4500) },
  },
  primary: { outcome: 'pain', dose: micrograms(3000) },
  others: ['fatigue'],
  rule: { worthwhile: 1, settledAt: 0.9 },
  analysis: { revision: '1', priors: 'ab'.repeat(32) },
  escapeRule: { outcome: 'pain', atLeast: 9, days: 3 },
  spareCapsules: 3,
  purpose: 'Is it the drug?',
};

const codes = (changed: Partial<DraftProtocol>): readonly ProtocolFault['code'][] => {
  const checked = checkProtocol({ ...draft, ...changed }, KEPT);
  return checked.ok ? [] : checked.error.map(({ code }) => code);
};

test('a whole protocol is accepted as it is', () => {
  assert.deepEqual(checkProtocol(draft, KEPT), { ok: true, value: draft });
});

test('each thing that is wrong has its own fault, and all are told at once', () => {
  const { escapeRule: _, ...without } = draft;
  assert.deepEqual(codes({ primary: { outcome: 'pain', dose: micrograms(4500) } }), ['primary-dose-not-in-design']);
  assert.deepEqual(codes({ primary: { outcome: 'mood', dose: micrograms(3000) } }), ['outcome-not-kept']);
  assert.deepEqual(codes({ others: ['pain'] }), ['outcome-twice']);
  assert.deepEqual(codes({ rule: { worthwhile: 0, settledAt: 0.5 } }), [
    'settled-at-out-of-range',
    'worthwhile-out-of-range',
  ]);
  assert.deepEqual(codes({ escapeRule: { outcome: 'pain', atLeast: 0, days: 20 } }), ['escape-rule-out-of-range']);
  assert.deepEqual(codes({ spareCapsules: 15 }), ['spare-capsules-out-of-range']);
  assert.deepEqual(codes({ purpose: ' ' }), ['purpose-empty']);
  const withdrawal = { ...without, design: { ...draft.design, kind: 'randomised-withdrawal', blocks: 4 } } as const;
  const checked = checkProtocol(withdrawal, KEPT);
  assert.deepEqual(checked.ok ? [] : checked.error, [{ code: 'escape-rule-missing' }]);
  const many = codes({ design: { ...draft.design, periodDays: 14 }, purpose: '', others: ['mood'] });
  assert.deepEqual([...many].sort(), [
    'outcome-not-kept',
    'period-out-of-range',
    'purpose-empty',
    'run-in-out-of-range',
  ]);
});

test('two protocols that differ anywhere have two hashes; a copy has the same', () => {
  const changed: readonly DraftProtocol[] = [
    { ...draft, design: { ...draft.design, blocks: 3 } },
    { ...draft, design: { ...draft.design, runIn: { how: 'modelled', days: 14 } } },
    { ...draft, primary: { outcome: 'sleep', dose: micrograms(3000) } },
    { ...draft, others: [] },
    { ...draft, rule: { worthwhile: 1, settledAt: 0.95 } },
    { ...draft, analysis: { ...draft.analysis, priors: 'ac'.repeat(32) } },
    { ...draft, escapeRule: { outcome: 'pain', atLeast: 8, days: 3 } },
    { ...draft, spareCapsules: 2 },
    { ...draft, purpose: 'Is it time?' },
  ];
  const hashes = new Set([draft, ...changed].map(protocolHash));
  assert.equal(hashes.size, changed.length + 1);
  assert.equal(protocolHash(structuredClone(draft)), protocolHash(draft));
});

test('days belong to periods without a gap and without an overlap, across the change of the clocks', () => {
  const start = localDate(2026, 3, 20);
  assert.equal(daysOf(draft as never), 112);
  for (let n = -3; n < 116; n++) {
    const day = (start + n) as typeof start;
    const period = periodOn(draft as never, start, day);
    assert.equal(period, n < 0 || n >= 112 ? undefined : Math.floor(n / 28));
    if (period === undefined) continue;
    const { first, last } = daysOfPeriod(draft as never, start, period);
    assert.ok(first <= day && day <= last && last - first === 27);
  }
});
