/**
 * What does axe find on a page, as it stands? One sentence for each rule with what breaks it. A control that something lies
 * over where the page happens to be scrolled is looked at again in the middle of the window: what is too small stays a fault.
 */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'color-contrast-enhanced'];

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];
type Node = Violation['nodes'][number];

/** In the page itself: no page of ours has a frame, and no other tab is opened beside it for each look. */
const judgeOf = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/** `colours`: only what the other colours of a dark page can change; the rest is looked at on the light one. */
export async function axeFaults(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = judgeOf(page);
  const { violations } = await (rules === 'all' ? axe.withTags(TAGS) : axe.withRules(COLOURS)).analyze();
  const faults: string[] = [];
  for (const { id, nodes } of violations) {
    const still = id === 'target-size' ? await nodesInSight(page, nodes) : nodes;
    if (still.length > 0) faults.push(`${id}: ${still.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }
  return faults;
}

/** The controls that are too small where nothing but their neighbours can lie over them. */
async function nodesInSight(page: Page, nodes: readonly Node[]): Promise<readonly Node[]> {
  const still: Node[] = [];
  for (const node of nodes) {
    const [selector] = node.target;
    if (typeof selector !== 'string' || node.target.length !== 1) throw new RangeError('one document, no frames');
    const control = `document.querySelector(${JSON.stringify(selector)})`;
    await page.evaluate(`${control}.scrollIntoView({ block: 'center' })`);
    const { violations } = await judgeOf(page).include(selector).withRules(['target-size']).analyze();
    if (violations.length > 0) still.push(node);
  }
  return still;
}

export async function assertAxeClean(page: Page, rules: 'all' | 'colours' = 'all', where?: string): Promise<void> {
  assert.deepEqual(await axeFaults(page, rules), [], where);
}
