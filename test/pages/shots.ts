/**
 * Pictures of the desk to be looked at: first screen, a finding, its parts opened, a refusal; 320 and 1280 px, light and
 * dark; and the picture in the README. Run: node test/pages/shots.ts (after npm run build).
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { dropFile, openDesk } from './browser.ts';
import { FAULTY_CSV, responderCsv } from './diaries.ts';

const folder = fileURLToPath(new URL('shots/', import.meta.url));
const readme = fileURLToPath(new URL('../../docs/pictures/desk-1280-light.png', import.meta.url));
mkdirSync(folder, { recursive: true });

const scenes: Record<string, (page: Page) => Promise<void>> = {
  start: async () => {},
  finding: async (page) => {
    await dropFile(page, 'synthetic-example.csv', responderCsv());
    await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
  },
  opened: async (page) => {
    await page
      .getByRole('button', { name: /small|Best at 0.75/ })
      .first()
      .click();
    await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
    for (const part of await page.locator('.part > summary').all()) await part.click();
  },
  number: async (page) => {
    await dropFile(page, 'synthetic-example.csv', responderCsv());
    await page.locator('.number').nth(2).click();
  },
  refused: async (page) => {
    await dropFile(page, 'diary.csv', FAULTY_CSV);
    await page.locator('#faults').waitFor();
  },
};

const desk = await openDesk();
try {
  for (const width of [320, 1280])
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [name, act] of Object.entries(scenes)) {
        const { page } = await desk.open({ viewport: { width, height: 800 }, colorScheme });
        await act(page);
        await page.evaluate('document.fonts.ready');
        await page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}.png`, fullPage: name !== 'number' });
        if (name === 'finding' && width === 1280 && colorScheme === 'light')
          await page.screenshot({ path: readme, clip: { x: 0, y: 0, width: 1280, height: 1000 }, fullPage: true });
        await page.context().close();
      }
} finally {
  await desk.close();
}
