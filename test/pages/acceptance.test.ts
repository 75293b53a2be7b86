/**
 * The whole walk, by people's hands alone, in Chromium on a real server: from the link in the terminal to a clinic, a signed
 * plan, a diary day by day, steps, a hold, an answered request, a finding and a letter; and the record verifies (H11, H16, H17).
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { verifyRecord } from '../../src/service/verify.ts';
import {
  agreeInInbox,
  comeBack,
  findNow,
  invitePrescriber,
  joinClinic,
  letterFromDesk,
  newDesk,
  openCaseFor,
  screenCase,
  setUpClinic,
  signPlan,
} from './desk-acts.ts';
import { type House, street } from './door-house.ts';
import {
  allDone,
  answerWeekly,
  askClinic,
  button,
  DAY,
  type Hand,
  joinOnPhone,
  letterOnPhone,
  lookAt,
  newPhone,
  pocket,
  putAway,
  type Scores,
  sayCapsules,
  takeMove,
  tap,
  tapScores,
  tapTaken,
  tellSideEffect,
  toPlace,
} from './phone-acts.ts';

const { browser, house: newHouse } = street();
/** Monday, 2 March 2026, seven in the evening in Berlin; the clocks go forward on the 29th. */
const START = Date.UTC(2026, 2, 2, 18);
/** As `serve` has it where nobody said otherwise. */
const SESSIONS = { sessionIdle: 14 * DAY, sessionAbsolute: 90 * DAY };
/** What an honest diary does by itself, day after day. */
const WAVE = [0, 1, 0, -1, 1, 0, -1, -1, 0, 1, 1, 0, -1, 0, 0, 1, -1, 0, 1, -1, 0] as const;

const scoresOf = (day: number, better: number): Scores => {
  const wave = (shift: number): number => WAVE[(day + shift) % WAVE.length] ?? 0;
  return [7 + wave(0) - better, 7 + wave(5) - better, 5 + wave(11)];
};

type Evening = { readonly better?: number; readonly dose?: string };

/** A calendar of evenings: on each the clock of everything moves on, and the day is kept by taps. */
function calendarOf(house: House, hand: Hand) {
  let day = 0;
  const now = (): number => START + day * DAY;
  const evening = async ({ better = 0, dose }: Evening): Promise<void> => {
    await answerWeekly(hand);
    if (dose !== undefined) {
      await hand.page.getByRole('region', { name: 'Dose' }).getByText(`${dose} in the evening`).waitFor();
      await tapTaken(hand);
    }
    await tapScores(hand, scoresOf(day, better));
    await allDone(hand.page);
  };
  const nextDay = async (): Promise<void> => {
    day += 1;
    house.world.now = now();
    await lookAt(hand, now());
  };
  return {
    now,
    /** One evening, and the phone is put away till the next. */
    pass: async (what: Evening, during?: () => Promise<void>): Promise<void> => {
      await evening(what);
      await during?.();
      await putAway(hand);
      await nextDay();
    },
  };
}

test('a clinic is set up, a plan signed, a diary kept, steps taken, and an answer and a letter come of it', async (t) => {
  const house = await newHouse(undefined, false, SESSIONS);
  house.world.now = START;
  const [admin, doctor] = [await newDesk(browser(), START), await newDesk(browser(), START)];
  const hand = await newPhone(browser(), START);
  const evenings = calendarOf(house, hand);
  const pass = async (days: number, what: Evening): Promise<void> => {
    for (let i = 0; i < days; i++) await evenings.pass(what);
  };

  await setUpClinic(admin.page, await house.setUpLink());
  await joinClinic(doctor.page, await invitePrescriber(admin.page, 'Dr Amina Yusuf'), 'Dr Amina Yusuf');
  await joinOnPhone(hand, await openCaseFor(doctor.page, 'Robin Sato', 'A-17'), 'Robin Sato');
  await hand.page.getByText(/^No plan has been signed yet\./).waitFor();
  await screenCase(doctor.page, [
    ['Paracetamol 500 mg', 'paracetamol'],
    ['Pregabalin 75 mg', 'pregabalin'],
  ]);
  await signPlan(doctor.page, 'seed-weekly', '2026-06-30', 'Dr Amina Yusuf');
  await pocket(hand);
  await hand.page.getByText('No dose yet: day 1 of 14 without the drug.').waitFor();
  await sayCapsules(hand, ['1.5 mg', '3 mg']);

  await pass(14, {});
  await takeMove(hand, 'Start with 1.5 mg', 'one 1.5 mg capsule');
  await pass(3, { dose: '1.5 mg' });
  await evenings.pass({ dose: '1.5 mg' }, () => tellSideEffect(hand, 'Trouble sleeping', 'Moderate'));
  await pass(3, { dose: '1.5 mg' });

  await isHeld(hand);
  await askClinic(hand, 'Stay at this dose for now', 'I lie awake since Thursday.');
  await comeBack(doctor, evenings.now(), 'inbox');
  await doctor.page.getByRole('heading', { name: /^A side effect that meets the plan’s hold rule/ }).waitFor();
  await agreeInInbox(doctor.page, /^Robin Sato asks to hold the dose/, 'Agree, and hold at 1.5 mg from today');
  await pocket(hand);
  await hand.page.getByText('by Dr Amina Yusuf').waitFor();
  await toPlace(hand, 'Today');
  await evenings.pass({ dose: '1.5 mg' }, () => tap(hand, button(hand, 'Trouble sleeping: It has ended')));

  await takeMove(hand, 'Go up to 3 mg', 'one 3 mg capsule');
  await pass(7, { dose: '3 mg', better: 2 });
  await takeMove(hand, 'Go up to 4.5 mg', 'one 3 mg capsule and one 1.5 mg capsule');
  await pass(14, { dose: '4.5 mg', better: 2 });

  await comeBack(doctor, evenings.now(), 'cases');
  await doctor.page.getByRole('link', { name: 'A-17' }).click();
  const sentence = await findNow(doctor.page);
  t.diagnostic(sentence);
  assertTruthWithin(sentence);
  await pocket(hand);
  await toPlace(hand, 'My answer');
  await hand.page.getByRole('paragraph').filter({ hasText: sentence }).waitFor();
  assertLetter(await letterOnPhone(hand));
  assertLetter(await letterFromDesk(doctor.page));

  const { counts, faults } = await verifyRecord(house.world.ports);
  assert.deepEqual(faults, []);
  assert.equal(counts.passkeySignatures, 1);
  t.diagnostic(`${hand.taps} taps on the phone, ${counts.entries} entries of the record`);
  for (const { complaints } of [admin, doctor, hand]) assert.deepEqual(complaints, []);
});

/** The rule of the plan is told, and no way up is offered. */
async function isHeld(hand: Hand): Promise<void> {
  await pocket(hand);
  await toPlace(hand, 'My plan');
  await hand.page.getByText('Your plan says: stay at this dose for now.').waitFor();
  assert.equal(await button(hand, /^Go up to/).count(), 0);
}

/** The scores were lowered by just two points: the interval of the sentence holds them. */
function assertTruthWithin(sentence: string): void {
  const [, from, to] =
    /^Pain was better while taking .* interval: (\d\.\d) to (\d\.\d) points lower/.exec(sentence) ?? [];
  assert.ok(Number(to) <= 2 && 2 <= Number(from), sentence);
}

/** Two pages that hold who, the doses, what is found, safety and the trials that found nothing. */
function assertLetter(path: string): void {
  const bytes = readFileSync(path);
  assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-');
  const read = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  if (read.error) return;
  assert.equal(read.stdout.split('\f').length - 1, 2);
  for (const said of [/A-17/, /4\.5 mg/, /1\.5 mg/, /FINAL/, /INNOVA/, /opioid/i, /[Tt]rouble sleeping/])
    assert.match(read.stdout, said);
}
