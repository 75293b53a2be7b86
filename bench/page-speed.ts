/**
 * When can a person use a page on a slow phone, and how long does a list of ten thousand make them wait? Chromium on the
 * real server, slowed by its own means: 6x CPU, 1.6 Mbit/s, 150 ms; the lists on the machine as it is.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type Visit = { readonly url: string; readonly token: string; readonly usable: string };

async function contextOf(browser: Browser, { url, token }: Visit): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addCookies([
    { name: 'titrial', value: token, url: new URL(url).origin, httpOnly: true, sameSite: 'Strict' },
  ]);
  return context;
}

/** Milliseconds from the beginning of the visit until what is needed stands there. */
async function timed(context: BrowserContext, { url, usable }: Visit, slow: boolean): Promise<number> {
  const page = await context.newPage();
  const devices = await context.newCDPSession(page);
  if (slow) {
    await devices.send('Network.enable');
    await devices.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
    });
    await devices.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  }
  await page.addInitScript(`(() => {
    const look = () => {
      if (globalThis.usableAt === undefined && document.querySelector(${JSON.stringify(usable)}))
        requestAnimationFrame(() => { globalThis.usableAt ??= performance.now(); });
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  })()`);
  await page.goto(url);
  await page.locator(usable).first().waitFor();
  await page.waitForTimeout(300); // the frame in which it was drawn has passed
  const at = await page.evaluate<number>('globalThis.usableAt');
  await page.close();
  return at;
}

/** A first visit, nothing kept on the device. */
export async function coldVisit(browser: Browser, visit: Visit): Promise<number> {
  const context = await contextOf(browser, visit);
  const at = await timed(context, visit, true);
  await context.close();
  return at;
}

/** A later visit, the page kept on the device by its worker. */
export async function warmVisit(browser: Browser, visit: Visit): Promise<number> {
  const context = await contextOf(browser, visit);
  const page = await context.newPage();
  await page.goto(visit.url);
  await page.locator(visit.usable).first().waitFor();
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.waitForTimeout(1000);
  await page.close();
  const at = await timed(context, visit, true);
  await context.close();
  return at;
}

export type ListFigures = { readonly rows: number; readonly pages: number[]; readonly searches: number[] };

/** Every page of the list to its end, then searches: each from the deed to the drawn rows, as the page sees it. */
export async function listVisit(browser: Browser, visit: Visit, searches: readonly string[]): Promise<ListFigures> {
  const context = await contextOf(browser, visit);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(visit.url);
  await page.locator(visit.usable).first().waitFor();
  await page.evaluate(MEASURE);
  const pages = await page.evaluate<number[]>('toTheEnd()');
  const rows = await page.locator('li.case-row').count();
  const found: number[] = [];
  for (const text of searches) found.push(await searchFor(page, text));
  await context.close();
  return { rows, pages, searches: found };
}

const searchFor = (page: Page, text: string): Promise<number> =>
  page.evaluate<number>(`searchFor(${JSON.stringify(text)})`);

/** Run in the page: a click or a letter, then the frame in which the rows are there. */
const MEASURE = `
  globalThis.drawn = (is) => new Promise((done) => {
    const look = () => is() ? requestAnimationFrame(() => done(performance.now())) : setTimeout(look, 1);
    look();
  });
  globalThis.rows = () => document.querySelectorAll('li.case-row').length;
  globalThis.toTheEnd = async () => {
    const times = [];
    for (;;) {
      const before = rows();
      const began = performance.now();
      scrollTo(0, document.documentElement.scrollHeight);
      const at = await Promise.race([drawn(() => rows() > before), new Promise((done) => setTimeout(done, 3000))]);
      if (at === undefined) return times;
      times.push(at - began);
    }
  };
  globalThis.searchFor = async (text) => {
    const field = document.getElementById('label-start');
    const began = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const first = () => document.querySelector('li.case-row a')?.textContent ?? '';
    return (await drawn(() => first().startsWith(text) && rows() <= 100)) - began;
  };
`;
