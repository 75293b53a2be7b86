import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  day,
  dayKept,
  doseRecorded,
  evening,
  HIGH,
  ledgerOf,
  moved,
  screened,
  screeningOf,
  sideEffect,
  signedPlan,
} from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import { micrograms } from '../medicine/dose.ts';
import { attentionOf, foldEvents } from './course.ts';
import { ATTENTION } from './course-attention.ts';
import type { CaseEvent } from './event.ts';

function words(events: readonly CaseEvent[], date: string, openHard = 0): readonly string[] {
  return attentionOf(foldEvents(undefined, ledgerOf(events)), day(date), screeningOf(date, openHard));
}

const plan = signedPlan('2026-03-01');
const kept = (date: string) => dayKept(date, { pain: 4 });
const at = (date: string) => ({ date: day(date), clock: evening(day(date)) });
const asked: CaseEvent = {
  kind: 'request-made',
  version: 1,
  request: idOf(1),
  wish: 'hold',
  note: '',
  on: day('2026-03-02'),
};
const answered: CaseEvent = {
  kind: 'request-answered',
  version: 1,
  request: idOf(1),
  answer: 'agreed',
  note: '',
  decidedBy: idOf(2),
};
const flag: CaseEvent = { kind: 'red-flag-reported', version: 1, rule: 'pregnancy', note: '', ...at('2026-03-02') };
const news: CaseEvent = { kind: 'change-reported', version: 1, what: 'new-medicine', text: 'x', ...at('2026-03-02') };
const cold: CaseEvent = { kind: 'change-reported', version: 1, what: 'infection', text: '', ...at('2026-03-02') };
const extra: CaseEvent = {
  kind: 'unplanned-dose-reported',
  version: 1,
  dose: micrograms(1500),
  note: '',
  ...at('2026-03-02'),
};
const handedOut = (units: number): CaseEvent => ({
  ...{ kind: 'supply-dispensed', version: 1, content: { form: 'capsule', strength: micrograms(1500), units } },
  ...{ lot: 'A1', filler: 'cellulose', storage: 'room', beyondUse: day('2026-09-01') },
  ...{ on: day('2026-03-01'), decidedBy: idOf(2) },
});
const closed: CaseEvent = { kind: 'case-closed', version: 1, reason: '' };

const rows: readonly [events: readonly CaseEvent[], date: string, words: readonly string[], why: string][] = [
  [[plan, kept('2026-03-02')], '2026-03-02', [], 'a quiet case'],
  [[plan, kept('2026-03-02'), asked], '2026-03-02', ['request'], 'a request nobody answered'],
  [[plan, kept('2026-03-02'), asked, answered], '2026-03-02', [], 'answered'],
  [[plan, kept('2026-03-02'), flag], '2026-03-02', ['red-flag'], 'a red flag'],
  [[plan, kept('2026-03-02'), news], '2026-03-02', ['new-medicine'], 'a new medicine'],
  [[plan, kept('2026-03-02'), news, screened('2026-03-02')], '2026-03-02', ['new-medicine'], 'looked, but not at that'],
  [[plan, kept('2026-03-02'), cold], '2026-03-02', [], 'a cold is for the diary'],
  [[plan, kept('2026-03-02'), extra], '2026-03-02', ['unplanned-dose'], 'a dose off the plan'],
  [[plan, kept('2026-03-15'), extra], '2026-03-15', ['unplanned-dose'], 'thirteen days later'],
  [[plan, kept('2026-03-16'), extra], '2026-03-16', [], 'fourteen days later'],
  [
    [plan, doseRecorded('2026-03-02'), doseRecorded('2026-03-02', '0 mg', 'not-taken')],
    '2026-03-02',
    ['dose-conflict'],
    'two entries disagree',
  ],
  [[plan, sideEffect('2026-03-02', 'nausea', 1)], '2026-03-02', [], 'mild'],
  [
    [plan, sideEffect('2026-03-02', 'nausea', 2), kept('2026-03-02')],
    '2026-03-02',
    ['side-effect-at-rule'],
    'moderate',
  ],
  [[sideEffect('2026-03-02', 'nausea', 3)], '2026-03-02', ['side-effect-at-rule'], 'severe, without a plan'],
  [[plan, kept('2026-03-02')], '2026-03-05', [], 'three days without an entry would be today’s end'],
  [[plan, kept('2026-03-02')], '2026-03-06', ['silent'], 'the 3rd, 4th, 5th and today without a word'],
  [[plan], '2026-03-03', [], 'nothing was due before the plan'],
  [[plan], '2026-03-04', ['silent'], 'nor in its first three days'],
  [[kept('2026-03-02')], '2026-04-02', [], 'nobody without a plan is called silent'],
  [[plan, kept('2026-06-01')], '2026-06-01', ['plan-expiring'], 'seven days before its last'],
  [[plan, kept('2026-05-31')], '2026-05-31', [], 'eight days before'],
  [[plan, kept('2026-06-09')], '2026-06-09', ['plan-expired'], 'the day after its last'],
  [[plan, moved('2026-03-05', 'stopped')], '2026-07-01', [], 'a therapy stopped does not expire'],
  [[signedPlan('2026-03-01', { content: HIGH })], '2026-03-02', ['second-signature'], 'half-signed'],
  [[plan, kept('2026-03-02'), handedOut(200)], '2026-03-02', [], 'enough to the end of the plan'],
  [[plan, kept('2026-03-25'), handedOut(20)], '2026-03-25', ['supply'], 'the next steps would use it up soon'],
  [[plan, asked, flag, closed], '2026-03-02', [], 'a closed case asks for nothing'],
];
for (const [events, date, expected, why] of rows)
  test(`on ${date}: ${expected.join(', ') || 'nothing'}: ${why}`, () =>
    assert.deepEqual(words(events, date), expected));

test('open findings of screening, hard or soft, are said', () => {
  assert.deepEqual(words([plan, kept('2026-03-02')], '2026-03-02', 1), ['screening-open']);
});

test('words are sorted', () => {
  assert.deepEqual([...ATTENTION].sort(), ATTENTION);
  assert.deepEqual(words([plan, kept('2026-03-02'), asked, flag, news], '2026-03-02', 1), [
    'new-medicine',
    'red-flag',
    'request',
    'screening-open',
  ]);
});
