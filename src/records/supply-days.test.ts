// H24, H27, H28
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, dose, doseRecorded, ledgerOf, moved, PLAN, signedPlan } from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import { microgramsPerMillilitre, microlitres } from '../medicine/concentration.ts';
import type { PackContent } from '../medicine/stock/pack.ts';
import { foldEvents } from './course.ts';
import type { CaseEvent, EventOf } from './event.ts';
import { orderBy, outlookOf } from './supply-days.ts';

/** 14 days of baseline from 1 March, 1.5 mg from the 15th; 3 mg may follow on the 22nd, 4.5 mg on the 29th. */
const begun: readonly CaseEvent[] = [signedPlan('2026-03-01'), moved('2026-03-15', 0)];
const LAST_DAY = '2026-06-08';
const of = (strength: string, units: number): PackContent => ({ form: 'capsule', strength: dose(strength), units });

function handedOut(content: PackContent, on = '2026-03-14', beyondUse = '2026-09-01'): EventOf<'supply-dispensed'> {
  const said = { lot: 'A1', filler: 'cellulose', storage: 'room', beyondUse: day(beyondUse) } as const;
  return { kind: 'supply-dispensed', version: 1, content, ...said, on: day(on), decidedBy: idOf(2) };
}
const without = (from: string, until: string): CaseEvent => ({
  ...{ kind: 'interruption-planned', version: 1, plan: PLAN, from: day(from), until: day(until) },
  ...{ why: 'supply-gap', decidedBy: idOf(2) },
});
const at = (first: string, n: number): string => formatLocalDate((day(first) + n) as LocalDate);
const doses = (n: number): readonly CaseEvent[] =>
  Array.from({ length: n }, (_, i) => doseRecorded(at('2026-03-15', i)));
const stateOf = (events: readonly CaseEvent[]) => foldEvents(undefined, ledgerOf(events));
const text = (date: LocalDate | undefined) => (date === undefined ? undefined : formatLocalDate(date));

function outlook(events: readonly CaseEvent[], on: string) {
  const told = outlookOf(stateOf(events), day(on));
  assert.ok(told.ok, JSON.stringify(told));
  return told.value;
}

test('held, ninety capsules of 1.5 mg last to the plan’s last day; with every step taken early they do not', () => {
  const told = outlook([...begun, handedOut(of('1.5 mg', 90)), ...doses(5)], '2026-03-20');
  // 81 days from 20 March to 8 June, of 85 capsules.
  assert.deepEqual([told.held.left, told.held.daysLeft, told.held.gap], [[85], 81, undefined]);
  // 2 days at one, 7 at two, then three a day: 85 - 2 - 14 = 69 = 23 days, to 20 April.
  assert.equal(text(told.earliest.coveredThrough), '2026-04-20');
  assert.deepEqual([text(told.earliest.gap?.first), text(told.earliest.gap?.last)], ['2026-04-21', LAST_DAY]);
  assert.equal(text(orderBy(told)), '2026-04-11');
});

test('a day nobody told of counts as taken, and is told; a dose said not to have been taken is still there (H28)', () => {
  const kept = [...doses(3), doseRecorded('2026-03-19', '0 mg', 'not-taken')];
  const told = outlook([...begun, handedOut(of('1.5 mg', 30)), ...kept], '2026-03-21');
  // taken: 15, 16, 17; not told: 18, 20; not taken: 19.
  assert.deepEqual([told.held.left, told.untold], [[25], 2]);
});

test('today counts as soon as its dose is told of', () => {
  const events = [...begun, handedOut(of('1.5 mg', 30))];
  assert.deepEqual(outlook(events, '2026-03-15').held.left, [30]);
  assert.deepEqual(outlook([...events, ...doses(1)], '2026-03-15').held.left, [29]);
});

test('planned days without a dose use nothing, and put off the next step by as many days', () => {
  const events = [...begun, handedOut(of('1.5 mg', 30)), without('2026-03-17', '2026-03-20')];
  const told = outlook(events, '2026-03-21');
  // 15 and 16 not told of, so counted; 17 to 20 without.
  assert.deepEqual([told.held.left, told.untold], [[28], 2]);
  // Seven days at 1.5 mg are served on 26 March, not on the 22nd: 5 days at one, 7 at two, 3 at three.
  assert.equal(text(told.earliest.coveredThrough), '2026-04-04');
});

test('a liquid is followed in millilitres, to the day its last use cuts it off (H27)', () => {
  const liquid: PackContent = {
    ...{ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(100) },
    volume: microlitres(100_000),
  };
  const told = outlook([...begun, handedOut(liquid, '2026-03-14', '2026-04-12'), ...doses(2)], '2026-03-17');
  assert.deepEqual(told.held.left, [97_000]);
  assert.equal(text(told.held.coveredThrough), '2026-04-12');
  // 27 days of 1.5 mL from 17 March to 12 April.
  assert.deepEqual(told.held.spoils, [{ pack: 0, amount: 97_000 - 27 * 1500, beyondUse: day('2026-04-12') }]);
});

test('what was entered wrongly never was; what is lost is gone from its day on', () => {
  const events = ledgerOf([...begun, handedOut(of('1.5 mg', 300)), handedOut(of('1.5 mg', 30))]);
  const [, , , wrong, right] = events;
  const taken = (why: 'entered-wrongly' | 'lost', dispensed = wrong): CaseEvent => ({
    ...{ kind: 'supply-withdrawn', version: 1, dispensed: dispensed?.id ?? idOf(0), why },
    ...{ on: day('2026-03-20'), decidedBy: idOf(2) },
  });
  const after = (event: CaseEvent) => outlook([...events.slice(1).map((each) => each.event), event], '2026-03-20');
  assert.deepEqual(after(taken('entered-wrongly')).held.left, [25]);
  assert.deepEqual(after(taken('lost', right)).held.left, [295, 0]);
});

test('without anything handed out here, and without a plan ahead, nothing is told', () => {
  assert.deepEqual(outlookOf(stateOf(begun), day('2026-03-20')), { ok: false, error: { code: 'amount-not-known' } });
  const over = stateOf([...begun, handedOut(of('1.5 mg', 30))]);
  assert.deepEqual(outlookOf(over, day('2026-07-01')), { ok: false, error: { code: 'no-dose-ahead' } });
});

test('what was handed out last stands at hand: capsules beside capsules, a liquid in place of all else (H2, H27)', () => {
  const liquid: PackContent = {
    ...{ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(100) },
    volume: microlitres(100_000),
  };
  const forms = (events: readonly CaseEvent[]) => (stateOf(events).products ?? []).map(({ product }) => product.form);
  const both = [...begun, handedOut(of('1.5 mg', 30)), handedOut(of('3 mg', 30))];
  assert.deepEqual(forms(both), ['capsule', 'capsule']);
  assert.deepEqual(forms([...both, handedOut(liquid)]), ['liquid']);
  assert.deepEqual(forms([...both, handedOut(liquid), handedOut(of('3 mg', 30))]), ['capsule']);
});
