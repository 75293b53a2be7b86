/**
 * A patient alone, by hands in Chromium on a real server: from the one-time link to their own diary, the safety questions, a
 * plan copied in with its prescriber's name and never called signed, days without the drug, and the first dose (H1, H11, H35).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { DAY } from '../server/case-world.ts';
import { PHRASE } from '../server/people-world.ts';
import { choosePassword, street } from './door-house.ts';
import { button, type Hand, newPhone, pocket, tap, toPlace } from './phone-acts.ts';

const { browser, house: newHouse } = street();
const START = Date.UTC(2026, 10, 1, 18);

async function answerAll(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Are you 18 or older?' }).waitFor();
  const groups = page.locator('fieldset.question');
  for (let i = 0; i < (await groups.count()); i++)
    await groups
      .nth(i)
      .getByRole('radio', { name: i === 0 ? 'Yes' : 'No', exact: true })
      .check();
  await page.getByRole('button', { name: 'Keep these answers' }).click();
  await page.getByText('Your answers are kept.').waitFor();
}

/** The weekly schedule with a week without the drug first, read line by line before it is kept. */
async function copyIn(hand: Hand): Promise<void> {
  const { page } = hand;
  await toPlace(hand, 'More');
  await tap(hand, page.getByRole('link', { name: 'Copy in a plan' }));
  await tap(hand, button(hand, '1.5 mg, 3 mg, 4.5 mg'));
  await page.getByLabel('Days without the drug first').selectOption('7 days');
  await tap(hand, button(hand, 'Read it back'));
  await page.getByRole('heading', { name: 'Is this exactly what was prescribed?' }).waitFor();
  await page.getByText('1.5 mg: Sunday, 8 November to', { exact: false }).waitFor();
  await page.getByText('Never more than 4.5 mg a day').waitFor();
  assert.equal(await button(hand, 'Copy it in').count(), 0);
  await page.getByLabel('Name of the doctor who prescribed it').fill('Dr Okoro');
  await page.getByLabel('A doctor prescribed this for me', { exact: false }).check();
  await tap(hand, button(hand, 'Copy it in'));
}

test('alone: a link, an own diary, questions, a plan copied in, a week without the drug, and a first dose', async () => {
  const house = await newHouse(undefined, false, { sessionIdle: 90 * DAY, sessionAbsolute: 90 * DAY });
  house.world.now = START;
  const hand = await newPhone(browser(), START);
  const { page, complaints } = hand;
  await page.goto(await house.setUpLink());
  await page.getByLabel('Just me').check();
  await page.getByLabel('Your name').fill('Robin Sato');
  await choosePassword(page, 'robin', PHRASE);
  await tap(hand, button(hand, 'Set up and sign in'));
  await page.getByRole('heading', { name: 'Signed in as Robin Sato' }).waitFor();
  await tap(hand, page.getByRole('link', { name: 'Open my diary' }));
  await page.getByRole('heading', { name: 'Your own diary' }).waitFor();
  await tap(hand, button(hand, 'Open my diary'));
  await tap(hand, button(hand, 'Begin'));
  await page.goto(`${house.url}/app/#/screening`);
  await answerAll(page);
  await tap(hand, button(hand, 'I have read this'));
  await page.getByText('Noted that you have read it.').waitFor();
  await copyIn(hand);
  await page.getByText('Copied in by you from what Dr Okoro prescribed. Nobody signed it here.').waitFor();
  assert.equal(await page.getByText('Ask your clinic').count(), 0);
  house.world.now = START + 7 * DAY;
  await page.clock.setFixedTime(house.world.now);
  await page.reload();
  await pocket(hand);
  await tap(hand, button(hand, 'Start with 1.5 mg'));
  await tap(hand, button(hand, 'Yes: start with 1.5 mg'));
  await page.getByText('Done: start with 1.5 mg.').waitFor();
  await toPlace(hand, 'Today');
  await page.getByText('Copied in by you, not signed here', { exact: false }).waitFor();
  await tap(hand, button(hand, 'Taken'));
  await page.getByText('Taken: 1.5 mg').waitFor();
  assert.deepEqual(complaints, []);
});
