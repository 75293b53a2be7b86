/** Marks with their names, laid in rows that fit the width: what a dot, a band or a hatch stands for. */
import { colour, element, rule, text, textWidth } from './svg.ts';

export type Mark =
  | 'dot'
  | 'ring'
  | 'band'
  | 'dashed-band'
  | 'dose'
  | 'hatched-dose'
  | 'blinded'
  | 'outlined-dose'
  | 'cross'
  | 'bar'
  | 'line'
  | 'base'
  | 'block'
  | 'hollow-block'
  | 'low-block'
  | 'pointer';
export type Entry = { readonly mark: Mark; readonly name: string };

const ROW = 20;
const MARK = 24;

/** The rows and the height they take; `hatch` is the id of the hatching pattern where one is drawn. */
export function legend(
  entries: readonly Entry[],
  width: number,
  hatch: string,
): { readonly body: string[]; readonly height: number } {
  const body: string[] = [];
  let x = 0;
  let row = 0;
  for (const { mark, name } of entries) {
    const takes = MARK + textWidth(name) + 14;
    if (x > 0 && x + takes > width) {
      x = 0;
      row += 1;
    }
    const y = row * ROW + 10;
    body.push(sign(mark, x, y, hatch), text(x + MARK, y + 4.5, name, { role: 'quiet' }));
    x += takes;
  }
  return { body, height: (row + 1) * ROW };
}

function sign(mark: Mark, x: number, y: number, hatch: string): string {
  const box = { x, y: y - 6, width: 18, height: 12 };
  switch (mark) {
    case 'dot':
      return element('circle', { cx: x + 9, cy: y, r: 2.5, fill: colour('ink') });
    case 'band':
      return (
        element('rect', { ...box, fill: colour('band') }) + rule([x, y, x + 18, y], 'accent', { 'stroke-width': 2 })
      );
    case 'dashed-band':
      return element('rect', { ...box, fill: 'none', stroke: colour('quiet'), 'stroke-dasharray': '4 3' });
    case 'dose':
      return element('rect', { ...box, fill: colour('dose') });
    case 'outlined-dose':
      return element('rect', { ...box, fill: colour('dose'), stroke: colour('ink'), 'stroke-width': 1.5 });
    case 'hatched-dose':
      return element('rect', { ...box, fill: `url(#${hatch})`, stroke: colour('quiet') });
    case 'blinded':
      return element('rect', { ...box, fill: `url(#${blindOf(hatch)})` });
    case 'cross':
      return cross(x + 9, y);
    case 'ring':
      return element('circle', { cx: x + 9, cy: y, r: 2.5, fill: colour('ground'), stroke: colour('ink') });
    case 'bar':
      return rule([x, y, x + 18, y], 'quiet', { 'stroke-width': 2 });
    case 'line':
      return element('path', {
        d: `M${write(x)},${write(y + 4)}h9v-8h9`,
        fill: 'none',
        stroke: colour('quiet'),
        'stroke-width': 1.5,
      });
    case 'block':
      return element('rect', { ...box, width: 10, fill: colour('ink') });
    case 'hollow-block':
      return element('rect', { ...box, width: 10, fill: 'none', stroke: colour('ink') });
    case 'pointer':
      return laterSign(x, y);
    case 'low-block':
      return element('rect', { ...box, y: y + 3, height: 3, width: 10, fill: colour('dose') });
    case 'base':
      return rule([x, y + 4, x + 18, y + 4], 'ink', { 'stroke-width': 4 });
  }
}

/** Points to what lies beyond the drawing. */
export function laterSign(x: number, y: number): string {
  return element('path', { d: `M${write(x)},${write(y - 5)}l7,5l-7,5z`, fill: colour('ink') });
}

/** The mark of a day too ill to log. */
export function cross(x: number, y: number): string {
  const d = `M${write(x - 3)},${write(y - 3)}l6,6m0,-6l-6,6`;
  return element('path', { d, stroke: colour('ink'), 'stroke-width': 1.5, fill: 'none' });
}

const write = (value: number): number => Math.round(value * 100) / 100;

/** Name of the pattern of blinded days that goes with a hatching. */
export const blindOf = (hatch: string): string => `${hatch}-blind`;

/** The pattern of days in a blinded trial: finer and the other way round than what is not known. */
export function blindHatching(hatch: string): string {
  const turned = { patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)' };
  return element(
    'defs',
    {},
    element(
      'pattern',
      { id: blindOf(hatch), width: 7, height: 7, ...turned },
      rule([0, 0, 0, 7], 'quiet', { 'stroke-width': 1.5 }),
    ),
  );
}

/** The pattern for what is blinded or not known; `id` unique on the page. */
export function hatching(id: string): string {
  return element(
    'defs',
    {},
    element(
      'pattern',
      { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('rect', { width: 6, height: 6, fill: colour('ground') }),
      rule([0, 0, 0, 6], 'quiet', { 'stroke-width': 3 }),
    ),
  );
}
