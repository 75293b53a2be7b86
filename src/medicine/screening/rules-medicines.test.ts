/**
 * What each medicine entered leads to, at its boundaries (H4, H5, H6). Levels and days are those of the naltrexone and
 * Vivitrol labels and of docs/decisions/0016-screening-list.md, not of the code.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, DAY, medicine, said, stopped } from '../../../test/screening/asked-case.ts';
import { localDate } from '../../base/calendar.ts';
import type { CodedScreening } from './rules.ts';
import type { EnteredMedicine } from './screening.ts';

/** Whole opioid-free days needed: label 10 short, 14 long; 28 in research; undefined = a clinician decides. */
const washouts: readonly [text: string, form: EnteredMedicine['form'], rule: string, days: number | undefined][] = [
  ['tramadol', 'immediate-release', 'S2', 10],
  ['tramadol', 'extended-release', 'S4', 14],
  ['tramadol', 'unknown', 'S4', 14],
  ['MS Contin', 'immediate-release', 'S4', 14],
  ['Sevredol', 'unknown', 'S2', 10],
  ['morphine', 'injection', 'S2', 10],
  ['remifentanil', 'procedural', 'S2', 10],
  ['fentanyl', 'patch', 'S4', 14],
  ['Duragesic', 'unknown', 'S4', 14],
  ['methadone', 'immediate-release', 'S3', 14],
  ['buprenorphine', 'immediate-release', 'S3', 14],
  ['levorphanol', 'immediate-release', 'S4', 14],
  ['LAAM', 'immediate-release', 'S4', 14],
  ['nalbuphine', 'injection', 'S2', 10],
  ['propoxyphene', 'immediate-release', 'S4', 14],
  ['kratom', 'unknown', 'S4', 14],
  ['Sublocade', 'unknown', 'S4', undefined],
  ['Sublocade', 'injection', 'S4', undefined],
];
for (const [text, form, rule, days] of washouts)
  test(`${text} (${form}): ${days === undefined ? 'a clinician decides' : `${days} whole days`} (H5)`, () => {
    const after = (free: number, research = false): CodedScreening =>
      ask({ medicines: [medicine(text, stopped(free + 1, { form }))], research });
    if (days === undefined) {
      const [finding] = after(60).findings;
      assert.deepEqual([finding?.code, finding?.overridable, finding?.clearFrom], ['washout-depot', true, undefined]);
      return;
    }
    for (const [free, interval, research] of [
      [days, days, false],
      [28, 28, true],
    ] as const) {
      assert.equal(after(free, research).openHard, 0);
      const before = after(free - 1, research);
      assert.deepEqual([before.openHard, before.findings[0]?.rule], [1, rule]);
      assert.equal(before.findings[0]?.overridable, false);
      assert.equal(before.clearFrom, DAY + 1, `${interval} whole days are over tomorrow`);
    }
  });

test('last taken on the first, ten whole days are the second to the eleventh: clear from the twelfth', () => {
  const last = localDate(2026, 12, 1);
  const one = medicine('codeine', {
    form: 'immediate-release',
    chronic: false,
    use: { kind: 'stopped', lastTaken: last },
  });
  const found = ask({ medicines: [one], day: localDate(2026, 12, 5) });
  assert.equal(found.clearFrom, localDate(2026, 12, 12));
});

const medicines: readonly [what: string, entered: EnteredMedicine, expected: readonly string[]][] = [
  ['an opioid', medicine('tramadol'), ['hard S1 opioid-current']],
  ['use not known', medicine('tramadol', { use: { kind: 'unknown' } }), ['hard S1 opioid-use-unknown']],
  ['a last day that lies ahead', medicine('tramadol', stopped(-1)), ['hard S1 opioid-last-taken-in-future']],
  ['chronic, washed out', medicine('tramadol', stopped(60, { chronic: true })), ['hard S5 opioid-chronic']],
  [
    'chronic not said',
    medicine('tramadol', { ...stopped(60), chronic: undefined as never }),
    ['hard S5 opioid-chronic-not-said'],
  ],
  ['chronic, more than 90 days ago', medicine('tramadol', stopped(91, { chronic: true })), []],
  ['a tablet of naltrexone', medicine('naltrexone 50 mg'), ['hard S18 naltrexone-duplicate']],
  ['a tablet of naltrexone until yesterday', medicine('naltrexone 50 mg', stopped(1)), []],
  ['a depot of naltrexone', medicine('Vivitrol', stopped(20)), ['hard S18 antagonist-depot']],
  ['weight-loss tablets', medicine('Contrave'), ['hard S18 naltrexone-duplicate']],
  ['low-dose naltrexone already', medicine('LDN'), ['hard S18 naltrexone-already-taken']],
  ['nalmefene', medicine('Selincro'), ['hard S18 antagonist-duplicate']],
  ['olanzapine and samidorphan', medicine('Lybalvi'), ['hard S18 antagonist-duplicate']],
  ['morphine and naltrexone', medicine('Embeda'), ['hard S1 opioid-current', 'hard S18 naltrexone-duplicate']],
  ['loperamide by the label', medicine('Imodium', { beyondLabel: false }), ['soft S22 loperamide']],
  ['loperamide beyond it', medicine('Imodium', { beyondLabel: true }), ['hard S22 loperamide-beyond-label']],
  ['loperamide, not said', medicine('Imodium'), ['hard S22 loperamide-beyond-label']],
  ['loperamide beyond it, ten free days', medicine('Imodium', stopped(11, { beyondLabel: true })), []],
  [
    'loperamide beyond it, nine',
    medicine('Imodium', stopped(10, { beyondLabel: true })),
    ['hard S22 loperamide-beyond-label'],
  ],
  ['diphenoxylate now and then', medicine('Lomotil', { beyondLabel: false }), ['soft S22 gut-opioid-occasional']],
  ['diphenoxylate, not said', medicine('Lomotil'), ['hard S1 opioid-current']],
  ['eluxadoline', medicine('Viberzi'), ['soft S22 peripheral-opioid-agonist']],
  ['dextromethorphan', medicine('DXM'), []],
  ['a marker of opioids', medicine('Relistor'), ['hard S1 opioid-marker']],
  ['a marker, 91 days ago', medicine('Relistor', stopped(91)), []],
  ['a marker of withdrawal', medicine('Lucemyra'), ['hard S1 opioid-marker']],
  ['naloxone at home', medicine('Narcan'), ['soft S1 naloxone-at-hand']],
  ['naloxone with its opioid', medicine('Suboxone'), ['hard S1 opioid-current']],
  ['thioridazine', medicine('thioridazine'), ['soft S15 liver-or-lethargy-interaction']],
  ['disulfiram', medicine('Antabuse'), ['soft S15 liver-or-lethargy-interaction']],
  ['levothyroxine alone', medicine('levothyroxine 50 mcg'), []],
  ['an immunosuppressant', medicine('azathioprine'), ['soft S17 immunosuppressant-taken']],
  ['an NSAID', medicine('ibuprofen 400 mg'), []],
  ['something nobody knows', medicine('Zzyx'), ['hard unresolved medicine-not-recognised']],
  ['something nobody knows, long stopped', medicine('Zzyx', stopped(400)), ['hard unresolved medicine-not-recognised']],
];
for (const [what, entered, expected] of medicines)
  test(`medicines: ${what}`, () => assert.deepEqual(said(ask({ medicines: [entered] })), expected));
