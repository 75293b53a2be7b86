/** Is a chart drawn as committed, and does it fit? A mismatch is written beside the file, to be looked at and renamed when right. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { standaloneSvg } from '../../../src/chart/standalone.ts';

const MEAN_ADVANCE = 6.6; // of Atkinson Hyperlegible at 14 px

export function assertGolden(name: string, actual: string): void {
  const file = new URL(name, import.meta.url);
  const changed = new URL(name.replace(/\.(\w+)$/, '-changed.$1'), import.meta.url);
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (expected === actual) {
    rmSync(changed, { force: true });
    return;
  }
  writeFileSync(changed, actual);
  assert.fail(`${name} is drawn differently: look at ${changed.pathname} and rename it if it is right`);
}

/** Three promises of every chart: as committed at each width, readable inside the narrowest, named for a screen reader. */
export function testDrawing(name: string, draw: (width: number) => string, widths: readonly number[]): void {
  for (const width of widths)
    test(`${name} at ${width} px is drawn as committed`, () => {
      assertGolden(`${name}-${width}.svg`, standaloneSvg(draw(width)));
    });

  test(`${name} keeps every number of its drawing finite and every text inside its width`, () => {
    for (const width of widths) assertInside(draw(width), width);
  });

  test(`${name} is an image with a title and a description`, () => {
    assert.match(draw(320), /role="img" aria-labelledby="[\w-]+-title [\w-]+-desc"/);
    assert.match(draw(320), /<title id="[\w-]+-title">[^<]{10,}<\/title><desc id="[\w-]+-desc">[^<]{20,}<\/desc>/);
  });
}

function assertInside(svg: string, width: number): void {
  assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  for (const [, x, attributes = '', content = ''] of svg.matchAll(/<text x="([-\d.]+)"([^>]*)>([^<]*)</g)) {
    const takes = content.replace(/&\w+;/g, '.').length * MEAN_ADVANCE;
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
    const left = Number(x) - (anchor === 'end' ? takes : anchor === 'middle' ? takes / 2 : 0);
    assert.ok(left >= -3 && left + takes <= width + 3, `"${content}" runs from ${left} to ${left + takes}`);
  }
}
