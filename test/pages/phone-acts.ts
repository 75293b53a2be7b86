/**
 * What a person does with the phone in hand: takes it up on another day, taps what is to be seen, puts it away. By names and
 * places alone, so that a test reads as the days went; taps are counted.
 */
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Visitor, visitor } from './door-house.ts';

export const DAY = 86_400_000;

/** A small phone, half an hour from the end of a Berlin working day. */
export const SMALL: BrowserContextOptions = {
  ...{ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  ...{ timezoneId: 'Europe/Berlin', locale: 'en-GB' },
};

/** `pace`: milliseconds before each tap. */
export type Hand = Visitor & { taps: number; pace: number };

/** `pain`, `fatigue`, `sleep`. */
export type Scores = readonly [number, number, number];

/** A phone whose owner has nothing on it yet but a finger and a passkey's place. */
export async function newPhone(browser: Browser, at: number, options: BrowserContextOptions = {}): Promise<Hand> {
  const there = await visitor(browser, 'key', { ...SMALL, ...options });
  await there.page.clock.setFixedTime(at);
  return { ...there, taps: 0, pace: 0 };
}

export async function tap(hand: Hand, what: Locator): Promise<void> {
  if (hand.pace > 0) await setTimeout(hand.pace);
  await what.tap();
  hand.taps += 1;
}

/** The place at the thumb. */
export const toPlace = (hand: Hand, name: 'Today' | 'My answer' | 'My plan' | 'More'): Promise<void> =>
  tap(hand, hand.page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name }));

export const button = (hand: Hand, name: string | RegExp): Locator =>
  hand.page.getByRole('button', { name, exact: typeof name === 'string' });

/** The number of one row; a screen reader says "10, worst". */
export const number = (page: Page, row: 'Pain' | 'Fatigue' | 'Sleep last night', value: number): Locator =>
  page.getByRole('group', { name: new RegExp(`^${row}`) }).getByRole('radio', { name: new RegExp(`^${value}(,|$)`) });

/** Three numbers, a tap each. */
export async function tapScores(hand: Hand, [pain, fatigue, sleep]: Scores): Promise<void> {
  await tap(hand, number(hand.page, 'Pain', pain));
  await tap(hand, number(hand.page, 'Fatigue', fatigue));
  await tap(hand, number(hand.page, 'Sleep last night', sleep));
}

export const tapTaken = (hand: Hand): Promise<void> => tap(hand, button(hand, 'Taken'));

/** Looks at the phone at this moment, without its having been away from the page. */
export async function lookAt(hand: Hand, at: number): Promise<void> {
  await hand.page.clock.setFixedTime(at);
  await hand.page.evaluate("window.dispatchEvent(new Event('focus'))");
}

/** Puts it into the pocket, or takes it out again: the page is told, and meets the clinic. */
export const pocket = (hand: Hand): Promise<void> =>
  hand.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

/** Puts it away, and the clinic has everything. */
export async function putAway(hand: Hand): Promise<void> {
  await pocket(hand);
  await hand.page.getByText(/All told to the clinic/).waitFor();
}

export const allDone = (page: Page): Promise<void> => page.getByText('That is all for this day. Thank you.').waitFor();

/** Opens the link that was handed over, makes a passkey on the phone and begins. Nothing is installed. */
export async function joinOnPhone(hand: Hand, address: string, name: string): Promise<void> {
  const { page } = hand;
  await page.goto(address);
  await page.getByRole('heading', { name: 'You are invited to Riverside' }).waitFor();
  await tap(hand, button(hand, 'Join and sign in'));
  await page.getByRole('heading', { name: `Signed in as ${name}` }).waitFor();
  await tap(hand, page.getByRole('link', { name: 'Open my diary' }));
  await tap(hand, button(hand, 'Begin'));
}

/** Comes in with a name and a password, and begins. */
export async function signInOnPhone(hand: Hand, url: string, login: string, password: string): Promise<void> {
  const { page } = hand;
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Sign-in name').fill(login);
  await page.getByLabel('Password').fill(password);
  await tap(hand, button(hand, 'Sign in'));
  await tap(hand, page.getByRole('link', { name: 'Open my diary' }));
  await tap(hand, button(hand, 'Begin'));
}

/** Puts capsules of these strengths on the list of what is in the cupboard. */
export async function sayCapsules(hand: Hand, strengths: readonly string[]): Promise<void> {
  const { page } = hand;
  await toPlace(hand, 'More');
  await tap(hand, page.getByRole('link', { name: 'What I have' }));
  for (const [i, strength] of strengths.entries()) {
    if (i > 0) await tap(hand, button(hand, 'Add what I have'));
    await tap(hand, button(hand, 'Capsules'));
    await tap(hand, button(hand, strength));
    await tap(hand, button(hand, `Put on the list: ${strength} capsules`));
    await button(hand, `Take off the list: ${strength} capsules`).waitFor();
  }
  await toPlace(hand, 'Today');
}

/** Takes a move the plan allows today, and sees at Today what it is to be taken as. */
export async function takeMove(hand: Hand, move: string, take?: string): Promise<void> {
  const { page } = hand;
  await pocket(hand);
  await toPlace(hand, 'My plan');
  await tap(hand, button(hand, move));
  const said = move.slice(0, 1).toLowerCase() + move.slice(1);
  await tap(hand, button(hand, `Yes: ${said}`));
  await page.getByText(`Done: ${said}.`).waitFor();
  await toPlace(hand, 'Today');
  if (take !== undefined) await page.getByText(`= ${take}`, { exact: true }).waitFor();
}

/** Says that nothing is new, where it is asked. */
export async function answerWeekly(hand: Hand): Promise<void> {
  if (await button(hand, 'Nothing new').isVisible()) await tap(hand, button(hand, 'Nothing new'));
}

/** A side effect in two taps behind its fold. */
export async function tellSideEffect(hand: Hand, name: string, grade: string): Promise<void> {
  await tap(hand, hand.page.getByText('Side effect', { exact: true }));
  await tap(hand, button(hand, name));
  await tap(hand, button(hand, new RegExp(`^${grade}`)));
  await hand.page.getByText(new RegExp(`^${name}: ${grade}, since today`)).waitFor();
}

/** Asks the clinic, with a few words. */
export async function askClinic(hand: Hand, wish: string, note: string): Promise<void> {
  const { page } = hand;
  await toPlace(hand, 'My plan');
  await tap(hand, button(hand, wish));
  await page.getByLabel(/A few words, if you like$/).fill(note);
  await tap(hand, button(hand, 'Send'));
  await page.getByText('Kept. It goes to your clinic.').waitFor();
  await putAway(hand);
}

/** Makes the letter about the course on the phone; the file. */
export async function letterOnPhone(hand: Hand): Promise<string> {
  await toPlace(hand, 'More');
  await tap(hand, hand.page.getByRole('link', { name: 'Letter' }));
  const saved = hand.page.waitForEvent('download');
  await tap(hand, button(hand, 'Make the letter'));
  return (await saved).path();
}
