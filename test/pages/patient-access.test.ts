/**
 * Can everyone use the patient's page? Axe on every place in light and dark, wide and narrow, with its parts opened; a name
 * for every control; nothing lost at 320 px, at twice the size, or in forced colours; nothing moves.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import { microgramsPerMillilitre, microlitres } from '../../src/medicine/concentration.ts';
import { computeNow } from '../../src/service/find.ts';
import { recordProducts } from '../../src/service/products.ts';
import { makeRequest } from '../../src/service/requests.ts';
import { anyId, clockAt, dayOf } from '../server/case-world.ts';
import { got } from '../server/people-world.ts';
import { axeFaults } from './axe-faults.ts';
import { openChromium } from './door-house.ts';
import { live, openWard, patientAt, screenAndSign, send, type Ward } from './patient-ward.ts';

let browser: Browser;
let ward: Ward;
before(async () => {
  browser = await openChromium();
  ward = await livedIn();
});
after(async () => {
  await browser?.close();
  await ward?.close();
});

/** Six weeks with a liquid, an open side effect, a request, a finding, and yesterday left empty. */
async function livedIn(): Promise<Ward> {
  const made = await openWard(46);
  await live(made, 14, undefined, 7);
  await screenAndSign(made, 0);
  await live(made, 30, 1_500, 5);
  const day = dayOf(made);
  const liquid = {
    form: 'liquid',
    concentration: microgramsPerMillilitre(1_000),
    graduation: microlitres(100),
  } as const;
  const products = [{ product: liquid, usableUntil: (day + 30) as LocalDate }];
  got(await recordProducts(made.ports, made.patient, made.case, { products, day }));
  got(await makeRequest(made.ports, made.patient, made.case, { wish: 'hold', note: 'Bad nights', day }));
  const complaint = { kind: 'side-effect-reported', version: 1, name: 'vivid-dreams', grade: 1 };
  await send(made, [{ id: anyId(), event: { ...complaint, date: formatLocalDate(day), clock: clockAt(made.now) } }]);
  got(await computeNow(made.ports, made.prescriber, made.case));
  made.now += 2 * 86_400_000;
  return made;
}

const PLACES = [
  ...['', 'serious', 'answer', 'plan', 'card', 'more', 'letter', 'evidence', 'products', 'medicines', 'screening'],
  ...['devices', 'settings', 'record', 'refused', 'day/yesterday', 'day/1999-01-01'],
];

async function goTo(page: Page, place: string): Promise<void> {
  const yesterday = formatLocalDate(dayOf(ward, -1));
  await page.goto(`${ward.url}/app/#/${place.replace('yesterday', yesterday)}`);
  await page.locator('h1').waitFor();
  await page.locator('main', { hasText: 'One moment' }).waitFor({ state: 'detached' });
  await openParts(page);
}

/** Everything that can be opened is looked at opened. */
async function openParts(page: Page): Promise<void> {
  await page.evaluate(`for (const part of document.querySelectorAll('main details')) part.open = true;
    document.querySelector('main [aria-expanded=false]')?.click()`);
  // The bar lies over what is scrolled beneath it; at the end of the page it lies over nothing.
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
}

for (const width of [320, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing anywhere at ${width} px, ${colorScheme}; every control has a name and can be hit`, async () => {
      const { page, complaints } = await patientAt(browser, ward, { viewport: { width, height: 800 }, colorScheme });
      const faults: string[] = [];
      for (const place of PLACES) {
        await goTo(page, place);
        const found = [...(await axeFaults(page)), ...(await nameless(page)), ...(await lowControls(page))];
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        if (wide > width) found.push(`${wide} px wide`);
        faults.push(...found.map((fault) => `#/${place} ${fault}`));
      }
      assert.deepEqual(faults, []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });

/** By what the browser tells a screen reader, not by what the source says. */
async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const roles = ['button', 'link', 'radio', 'checkbox', 'textbox', 'combobox', 'Date', 'DisclosureTriangle'];
  return nodes
    .filter(({ ignored, role }) => !ignored && roles.includes(String(role?.value)))
    .filter(({ name }) => String(name?.value ?? '').trim() === '')
    .map(({ role, properties }) => `${role?.value} ${JSON.stringify(properties?.slice(0, 2))}`);
}

/** Links inside a sentence are as tall as the sentence; every other control can be hit. */
const lowControls = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll(
      'button, summary, select, textarea, .targets label, label:has(input), .field input, a.button, nav a, .links a')]
    .filter((e) => e.checkVisibility() && e.closest('.spoken') === null)
    .filter((e) => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)
    .map((e) => e.outerHTML.slice(0, 120))`);

test('at twice the size nothing is lost sideways, and the bar does not cover what is read', async () => {
  const { page } = await patientAt(browser, ward, { viewport: { width: 640, height: 400 } });
  await page.locator('h1').waitFor();
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  for (const place of ['', 'plan', 'card', 'settings', 'products']) {
    await page.goto(`${ward.url}/app/#/${place}`);
    await page.locator('h1').waitFor();
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= 640, `#/${place} is ${width} px wide`);
  }
  assert.equal(await page.evaluate("getComputedStyle(document.querySelector('nav')).position"), 'static');
  await page.context().close();
});

test('in forced colours an answered score still differs from the others, and the syringe is there', async () => {
  const { page } = await patientAt(browser, ward, { viewport: { width: 320, height: 800 }, forcedColors: 'active' });
  await page.getByRole('radio', { name: '7' }).first().check();
  const colour = (place: number): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelectorAll('.targets label')[${place}]).backgroundColor`);
  assert.notEqual(await colour(7), await colour(6));
  await page.getByRole('img', { name: /Fill the syringe to 1.5 mL: 1.5 mg/ }).waitFor();
  await page.context().close();
});

test('nothing moves: no animation and no transition on any place', async () => {
  const { page } = await patientAt(browser, ward, { viewport: { width: 320, height: 800 } });
  for (const place of PLACES) {
    await goTo(page, place);
    const moving = await page.evaluate<number>(`[...document.querySelectorAll('*')].filter((e) => {
      const { animationName, transitionDuration } = getComputedStyle(e);
      return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s');
    }).length + document.getAnimations().length`);
    assert.equal(moving, 0, `#/${place}`);
  }
  await page.context().close();
});

test('the focus goes with the place, and the window is called by it', async () => {
  const { page } = await patientAt(browser, ward, { viewport: { width: 320, height: 800 } });
  await page.getByRole('link', { name: 'My plan' }).click();
  await page.getByRole('heading', { level: 1, name: 'My plan' }).waitFor();
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'My plan');
  assert.equal(await page.title(), 'My plan · Titrial');
  assert.equal(await page.getByRole('link', { name: 'My plan' }).getAttribute('aria-current'), 'page');
  await page.context().close();
});
