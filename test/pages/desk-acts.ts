/**
 * What an admin and a prescriber do at their desks, by what they see: setting up, inviting, opening a case, screening it,
 * signing a plan, answering, reading a finding, making a letter. Each ends with the page saying that it is done.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { heading, press, type Visitor, visitor } from './door-house.ts';

const DESK: BrowserContextOptions = {
  ...{ timezoneId: 'Europe/Berlin', locale: 'en-GB', viewport: { width: 1280, height: 900 } },
};

/** Somebody with a computer that can keep a passkey. */
export async function newDesk(browser: Browser, at: number): Promise<Visitor> {
  const there = await visitor(browser, 'key', DESK);
  await there.page.clock.setFixedTime(at);
  return there;
}

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const madeLink = (page: Page): Promise<string> => page.getByLabel('One-time link').inputValue();

/** From the link in the terminal to a clinic of their own. */
export async function setUpClinic(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await heading(page, 'Set up Titrial').waitFor();
  await page.getByLabel('Name of the clinic').fill('Riverside');
  await page.getByLabel('Your name').fill('Ada Okafor');
  await press(page, 'Set up and sign in');
  await heading(page, 'Signed in as Ada Okafor').waitFor();
  await link(page, 'Open the clinic').click();
  await heading(page, 'People').waitFor();
}

/** A link for a prescriber, as the admin reads it off. */
export async function invitePrescriber(page: Page, name: string): Promise<string> {
  await page.getByText('Invite a person').click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Prescriber').check();
  await press(page, 'Make a link');
  await page.getByText(`A link for ${name}.`).waitFor();
  return madeLink(page);
}

export async function joinClinic(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await heading(page, 'You are invited to Riverside').waitFor();
  await press(page, 'Join and sign in');
  await heading(page, `Signed in as ${name}`).waitFor();
  await link(page, 'Open the clinic').click();
  await page.getByText('Nothing asks to be looked at.').waitFor();
}

/** Opens a case for somebody new; the link for their phone. Ends at the screening. */
export async function openCaseFor(page: Page, name: string, label: string): Promise<string> {
  await link(page, 'Open a case').click();
  await heading(page, 'Open a case').waitFor();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Label', { exact: true }).fill(label);
  await page.getByLabel('Fibromyalgia (M79.7)').check();
  await press(page, 'Open the case');
  await heading(page, `${label} is open`).waitFor();
  const address = await madeLink(page);
  await link(page, 'Go to the screening').click();
  return address;
}

/** Enters medicines, answers every question, looks at it as a whole. */
export async function screenCase(
  page: Page,
  medicines: readonly (readonly [text: string, is: string])[],
): Promise<void> {
  for (const [text, is] of medicines) {
    await page.getByLabel('Name, as it stands on the box').fill(text);
    await page.getByText(new RegExp(`^Recognised: ${is}`)).waitFor();
    await page.getByLabel('Form', { exact: true }).first().selectOption('immediate-release');
    await press(page, 'Add the medicine');
    await page.getByText(`Added: ${text}.`).waitFor();
  }
  const questions = page.getByRole('region', { name: 'Questions' }).getByRole('group', { name: /[?.]$/ });
  for (const question of await questions.all()) {
    const isAdult = await question.getByText('Are you 18 or older?').isVisible();
    await question.getByLabel(isAdult ? 'Yes' : 'No', { exact: true }).check();
  }
  await press(page, 'Record the answers for today');
  await page.getByText('Recorded. Nothing in the way, none waiting for a reason.').waitFor();
  await press(page, 'I have looked at this as a whole');
  await page
    .getByText(/^Looked at on .* Nothing in the way/)
    .first()
    .waitFor();
}

/** Writes a plan from a schedule, reads back what is signed, and signs it with a passkey. */
export async function signPlan(page: Page, schedule: string, lastDay: string, signedBy: string): Promise<void> {
  await link(page, 'Plan').click();
  await link(page, 'Write a new plan').click();
  await press(page, schedule);
  await page.getByText('No fault found.').waitFor();
  await press(page, 'Save, then read back');
  await page.getByRole('heading', { name: 'This is what you sign' }).waitFor();
  await page.getByLabel('Last day').fill(lastDay);
  await press(page, 'Sign this plan');
  await page.getByText(new RegExp(`^Signed by ${signedBy}, .*, with a passkey\\.$`)).waitFor();
}

/** Comes back at this moment: the page is opened anew, and whoever was away too long signs in again. */
export async function comeBack({ page }: Visitor, at: number, place: string): Promise<void> {
  await page.clock.setFixedTime(at);
  const address = new URL(page.url()).origin;
  await page.goto(`${address}/clinic/#/${place}`);
  await page.reload();
  const inside = page.getByRole('navigation', { name: 'Places' });
  await inside.or(heading(page, 'Sign in first')).first().waitFor();
  if (await inside.isVisible()) return;
  await link(page, 'Sign in').click();
  await press(page, 'Sign in with a passkey');
  await heading(page, /^Signed in as/).waitFor();
  await link(page, 'Open the clinic').click();
  await inside.waitFor();
}

/** Answers the one request in the inbox by agreeing and taking the step it asks for. */
export async function agreeInInbox(page: Page, asked: RegExp, take: string): Promise<void> {
  await page.getByText('What was reported').first().click();
  await page.getByText(asked).waitFor();
  await page.getByLabel(take).check();
  await press(page, 'Send the answer');
  await page.getByText(/^Answered: agreed\. Recorded:/).waitFor();
}

/** Computes the finding of the case now; the sentence that answers. */
export async function findNow(page: Page): Promise<string> {
  await link(page, 'Findings').click();
  await press(page, 'Compute now');
  await page.getByText('A new finding was made.').waitFor();
  return page.locator('.sentence').first().innerText();
}

/** Makes the letter about the course; the file. */
export async function letterFromDesk(page: Page): Promise<string> {
  await link(page, 'Letter').click();
  const saved = page.waitForEvent('download');
  await press(page, 'Make the letter');
  return (await saved).path();
}
