/**
 * A prescriber at a case in the clinic's page: signed in, the ward's moment on their machine, an authenticator that is not
 * there if they have one; and a course with everything in it that a case can show.
 */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import { computeNow } from '../../src/service/find.ts';
import { recordMedicine } from '../../src/service/medicines.ts';
import { recordProducts } from '../../src/service/products.ts';
import { readState } from '../../src/service/read-case.ts';
import { makeRequest } from '../../src/service/requests.ts';
import { answerScreening, reviewScreening } from '../../src/service/screen-case.ts';
import { takeMove } from '../../src/service/titration-moves.ts';
import { anyId, clockAt, dayOf, doseTaken, type Sent } from '../server/case-world.ts';
import { got, PHRASE } from '../server/people-world.ts';
import { answersOn } from '../server/signing-world.ts';
import { type Visitor, visitor } from './door-house.ts';
import { live, screenAndSign, send, type Ward } from './patient-ward.ts';

/** Somebody at a place of the clinic's page. */
export async function clinicAt(
  browser: Browser,
  ward: Ward,
  place: string,
  {
    login = 'yusuf',
    key = 'no key',
    ...options
  }: BrowserContextOptions & { login?: string; key?: 'key' | 'no key' } = {},
): Promise<Visitor> {
  const there = await visitor(browser, key, { timezoneId: 'UTC', viewport: { width: 1280, height: 900 }, ...options });
  await there.page.clock.install({ time: ward.now });
  const answer = await there.page.request.post(`${ward.url}/api/v1/sign-in/password`, {
    data: { login, password: PHRASE },
    headers: { origin: ward.url },
  });
  if (!answer.ok()) throw new Error(`not signed in: ${answer.status()} ${await answer.text()}`);
  await there.page.goto(`${ward.url}/clinic/#/${place}`);
  return there;
}

export const casePlace = (id: CaseId, tab = 'overview'): string => `case/${id}/${tab}`;

/** The part of the page under this heading. */
export const part = (page: Page, heading: string | RegExp): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, level: 2 }) });

const at = (ward: Ward, days = 0) => ({ date: formatLocalDate(dayOf(ward, days)), clock: clockAt(ward.now) });

export const sideEffect = (ward: Ward, name: string, grade: number): Sent => ({
  id: anyId(),
  event: { kind: 'side-effect-reported', version: 1, name, grade, ...at(ward) },
});

export const redFlag = (ward: Ward, rule: string): Sent => ({
  id: anyId(),
  event: { kind: 'red-flag-reported', version: 1, rule, note: 'since this morning', ...at(ward) },
});

export const newMedicine = (ward: Ward, text: string): Sent => ({
  id: anyId(),
  event: { kind: 'change-reported', version: 1, what: 'new-medicine', text, ...at(ward) },
});

export const unplanned = (ward: Ward, ug: number): Sent => ({
  id: anyId(),
  event: { kind: 'unplanned-dose-reported', version: 1, dose: `${ug / 1000} mg`, note: 'took two', ...at(ward) },
});

/** A move the plan permits today, by the prescriber. */
export async function move(
  ward: Ward,
  name: 'hold' | 'step-up' | 'step-down',
  from: 'baseline' | number,
): Promise<void> {
  const { plan } = await inForce(ward);
  got(await takeMove(ward.ports, ward.prescriber, ward.case, { plan, move: name, from, day: dayOf(ward) }));
}

async function inForce(ward: Ward) {
  const { view } = got(await readState(ward.ports, ward.prescriber, ward.case));
  const plan = view.plans?.find(({ status }) => status === 'in-force');
  if (!plan) throw new Error('no plan in force');
  return plan;
}

/** What the patient has at hand: capsules of 1.5 mg and 3 mg. */
export async function capsules(ward: Ward): Promise<void> {
  const products = [1_500, 3_000].map((ug) => ({
    product: { form: 'capsule' as const, strength: micrograms(ug) },
    usableUntil: dayOf(ward, 200),
  }));
  got(await recordProducts(ward.ports, ward.prescriber, ward.case, { products, day: dayOf(ward) }));
}

/** Eight weeks: baseline, 1.5 mg and 3 mg, with complaints, a request, a new medicine, a doubled day, and a finding. */
export async function fullCourse(ward: Ward): Promise<void> {
  await capsules(ward);
  await screenAndSign(ward, 'baseline');
  await live(ward, 14, undefined, 7);
  await screenAgain(ward);
  await move(ward, 'step-up', 'baseline');
  await live(ward, 3, 1_500, 6);
  await send(ward, [sideEffect(ward, 'vivid-dreams', 1)]);
  await live(ward, 4, 1_500, 6);
  await screenAgain(ward);
  await move(ward, 'step-up', 0);
  await live(ward, 20, 3_000, 5);
  await send(ward, [doseTaken(ward.now, 3_000), unplanned(ward, 3_000)]);
  ward.now += 86_400_000;
  await live(ward, 12, 3_000, 5);
  await send(ward, [sideEffect(ward, 'trouble-sleeping', 2), newMedicine(ward, 'cough syrup from the pharmacy')]);
  got(
    await makeRequest(ward.ports, ward.patient, ward.case, {
      ...{ wish: 'step-down', note: 'I wake at four every night since the weekend.', day: dayOf(ward) },
    }),
  );
  got(await computeNow(ward.ports, ward.prescriber, ward.case));
}

/** A medicine as somebody entered it. */
export async function medicine(ward: Ward, text: string, lastTaken?: LocalDate): Promise<void> {
  const use = lastTaken === undefined ? ({ kind: 'current' } as const) : ({ kind: 'stopped', lastTaken } as const);
  const entered = { text, form: 'immediate-release', use, chronic: false } as const;
  got(await recordMedicine(ward.ports, ward.prescriber, ward.case, { medicine: entered, day: dayOf(ward) }));
}

/** Answers that leave nothing open, and a look at the whole, today. */
export async function screenAgain(ward: Ward): Promise<void> {
  const day = dayOf(ward);
  got(await answerScreening(ward.ports, ward.prescriber, ward.case, { answers: answersOn(day), day }));
  got(await reviewScreening(ward.ports, ward.prescriber, ward.case, day));
}

/** Makes a passkey of this browser's authenticator one of the person's own, by the interface their page would use. */
export async function addPasskeyHere(page: Page): Promise<void> {
  const status = await page.evaluate<number>(`(async () => {
    const headers = { 'content-type': 'application/json' };
    const post = (path, body) => fetch('/api/v1/me/credentials' + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const { options } = await (await fetch('/api/v1/me/credentials/passkey/options', { method: 'POST' })).json();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const made = await navigator.credentials.create({ publicKey });
    return (await post('', { way: { way: 'passkey', response: made.toJSON(), label: 'Desk' } })).status;
  })()`);
  if (status >= 300) throw new Error(`no passkey was added: ${status}`);
}
