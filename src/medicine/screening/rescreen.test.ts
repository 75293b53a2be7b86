/** When somebody has to look again: the triggers of the screening rules, at their boundaries (H4, H12). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LocalDate, localDate } from '../../base/calendar.ts';
import { type RescreenInput, rescreenReasons } from './rescreen.ts';

const DAY = localDate(2026, 6, 30);
const ago = (days: number): LocalDate => (DAY - days) as LocalDate;
const input: RescreenInput = {
  act: 'go-on',
  day: DAY,
  lastScreened: ago(7),
  lastListVersion: '1',
  listVersion: '1',
  missedDaysInARow: 0,
  missedDaysLimit: 3,
  stepUpWithinDays: 7,
  newReportOn: undefined,
};

const cases: readonly [when: string, change: Partial<RescreenInput>, codes: readonly string[]][] = [
  ['nothing has happened', {}, []],
  ['nobody ever looked', { lastScreened: undefined }, ['never-screened']],
  ['the last look lies ahead', { lastScreened: ago(-1) }, ['screened-in-future']],
  ['signing on the same day', { act: 'sign', lastScreened: DAY }, []],
  ['signing the day after', { act: 'sign', lastScreened: ago(1) }, []],
  ['signing two days after', { act: 'sign', lastScreened: ago(2) }, ['screen-at-signing']],
  ['a step up seven days after', { act: 'step-up' }, []],
  ['a step up eight days after', { act: 'step-up', lastScreened: ago(8) }, ['screen-at-step-up']],
  ['two missed days', { act: 'resume', missedDaysInARow: 2 }, []],
  ['three missed days', { act: 'resume', missedDaysInARow: 3 }, ['screen-after-missed-days']],
  ['three missed days, looked at since', { act: 'resume', missedDaysInARow: 3, lastScreened: ago(1) }, []],
  ['a new medicine was reported', { newReportOn: DAY }, ['screen-new-report']],
  ['the list has changed', { listVersion: '2' }, ['screen-new-list']],
  ['thirty days', { lastScreened: ago(30) }, []],
  ['thirty-one days', { lastScreened: ago(31) }, ['screen-monthly']],
];
for (const [when, change, codes] of cases)
  test(`${when}: ${codes.join() || 'no need'}`, () => {
    assert.deepEqual(
      rescreenReasons({ ...input, ...change }).map(({ code }) => code),
      codes,
    );
  });
