/**
 * A real Chromium on the real server with the built page: what a page test needs, and nothing of a test itself. Fails
 * with a sentence where there is no Chromium or no built page.
 */
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
// @ts-expect-error: plain JavaScript for Node 20, without types
import { CHROMIUM_SENTENCE, findChromium } from '../../scripts/machine.mjs';
import { deskApp } from '../../src/http/app.ts';
import { readPageFiles } from '../../src/http/page-files.ts';
import { startServer } from '../../src/http/server.ts';

const DIST = fileURLToPath(new URL('../../web/desk/dist', import.meta.url));
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

export type Desk = {
  readonly url: string;
  readonly browser: Browser;
  /** A fresh page on the desk; what it asks for beyond the server, and what it complains of, is collected. */
  readonly open: (options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
};

export type OpenPage = {
  readonly page: Page;
  /** Every address asked for, in order. */
  readonly asked: readonly string[];
  readonly complaints: readonly string[];
};

/** Starts both; `close` ends both. */
export const openDesk = (): Promise<Desk> => openBuilt(DIST);

/** The same for any built page; `first` is script that runs before its own. */
export async function openBuilt(dist: string, first?: string): Promise<Desk> {
  const executablePath: string | undefined = findChromium();
  if (!executablePath) throw new Error(CHROMIUM_SENTENCE);
  const files = readPageFiles(dist);
  if (!files.ok) throw new Error('The page is not built: run "npm run build" first ("npm test" does).');
  const server = await startServer(deskApp(files.value, 'not here'), 0, '127.0.0.1');
  if (!server.ok) throw new Error(`no port: ${server.error.code}`);
  const browser = await chromium.launch({ executablePath, args: QUIET });
  const { close } = server.value;
  const url = `${server.value.url}/desk/`;
  return {
    url,
    browser,
    open: (options) => openPage(browser, url, options, first),
    close: async () => {
      await browser.close();
      await close();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  first?: string,
): Promise<OpenPage> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  if (first) await context.addInitScript(first);
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(url);
  await page.locator('main').waitFor();
  return { page, asked, complaints };
}

/** Lets go of a file over the page, as a hand would: one `drop` event with the file in it. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/csv' })`;
  const transfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(${file});
    return data;
  })()`);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Presses Tab until the element that has the focus matches, and says how often; gives up after `most`. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(page, selector)) return presses;
  }
  throw new Error(`the keyboard does not reach ${selector} in ${most} presses of Tab`);
}

/** Is the focus on an element that matches? */
export function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`);
}
