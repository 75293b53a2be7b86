/** A clinic with many cases, for tests of its lists: each opened, screened and planned through the services, few and quick. */
import type { Browser, Page } from 'playwright-core';
import { openCase } from '../../src/service/open-case.ts';
import { makeRequest } from '../../src/service/requests.ts';
import { dayOf } from '../server/case-world.ts';
import { got } from '../server/people-world.ts';
import { newMedicine, redFlag, screenAgain, sideEffect } from './clinic-case-house.ts';
import { live, openWard, screenAndSign, send, type Ward } from './patient-ward.ts';

/** Another case of the same prescriber, with a patient of its own; a ward like the first, at the same moment. */
export async function anotherCase(ward: Ward, label: string, name = `Patient of ${label}`): Promise<Ward> {
  const opened = got(
    await openCase(ward.ports, ward.prescriber, { label, indications: [], washout: 'label', patient: { name } }),
  );
  const patient = { ...ward.patient, person: opened.patient, name };
  return Object.defineProperty({ ...ward, patient, case: opened.case }, 'now', {
    get: () => ward.now,
    set: (at: number) => {
      ward.now = at;
    },
  });
}

/** `count` cases more, from B-001 on. */
export async function manyCases(ward: Ward, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) await anotherCase(ward, `B-${String(n).padStart(3, '0')}`);
}

/** A-17 asks to step down from 1.5 mg; a sign, a side effect, a new medicine and an unfinished screening stand beside it. */
export async function busyInbox(): Promise<Ward> {
  const ward = await openWard(20);
  const [flagged, dreams, cough] = [
    await anotherCase(ward, 'C-FLAG'),
    await anotherCase(ward, 'C-DREAMS'),
    await anotherCase(ward, 'C-COUGH'),
  ];
  const all = [ward, flagged, dreams, cough];
  for (const each of all) await screenAndSign(each, 0);
  await live(ward, 10, 1_500);
  for (const each of all) await screenAgain(each);
  await send(flagged, [redFlag(ward, 'jaundice')], flagged.patient);
  await send(dreams, [sideEffect(ward, 'vivid-dreams', 3)], dreams.patient);
  await send(cough, [newMedicine(ward, 'cough syrup with codeine')], cough.patient);
  got(
    await makeRequest(ward.ports, ward.patient, ward.case, {
      ...{ wish: 'hold', note: 'I would like to stay here for a while.', day: dayOf(ward) },
    }),
  );
  await anotherCase(ward, 'D-NEW');
  return ward;
}

/** Waits until this is so in the page; asked again and again from outside, since the page's policy lets no text be run. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await page.evaluate<boolean>(expression)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`never so: ${expression}`);
}

/** Closes every visitor and every ward. */
export async function closeAll(browser: Browser, wards: Ward[]): Promise<void> {
  for (const context of browser.contexts()) await context.close();
  for (const ward of wards.splice(0)) await ward.close();
}
