/**
 * SVG as text: elements, escaped text and the chart's colours as custom properties with a fall-back, so that one drawing
 * serves a light page, a dark page and a file. Draws no data.
 */
import type { Caption } from './words.ts';

/** Colour roles: custom property on a page, light and dark value in a file. Text roles reach 7:1 on their ground. */
export const COLOURS = {
  ground: { light: '#fbfaf7', dark: '#15171a' },
  ink: { light: '#1d1c1a', dark: '#e6e3dc' },
  quiet: { light: '#46433e', dark: '#bbb7ae' },
  hairline: { light: '#cfcac0', dark: '#3d4046' },
  accent: { light: '#1a4f85', dark: '#8fc3f7' },
  band: { light: '#c5d9ee', dark: '#27435f' },
  dose: { light: '#b7b1a5', dark: '#5c6067' },
} as const;

export type Colour = keyof typeof COLOURS;

/** `var(--chart-accent, #1a4f85)`. */
export function colour(role: Colour): string {
  return `var(--chart-${role}, ${COLOURS[role].light})`;
}

export type Attributes = Readonly<Record<string, string | number>>;

/** One element; numbers are written with at most two decimals. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${write(value)}"`);
  const open = `<${name}${written.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

function write(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeText(value);
}

/** Text safe inside an element or an attribute; control characters XML cannot carry are dropped. */
export function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  return clean.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

export type Frame = {
  /** CSS pixels, >= 240. */
  readonly width: number;
  /** Prefix of every id inside, unique on a page: letters, digits, hyphens. */
  readonly id: string;
};

export const FONT_SIZE = 14;
/** Generous width of one character at FONT_SIZE, for breaking and placing text without a browser. */
export const CHARACTER = 7.2;

/** The drawing with its title and description, named for a screen reader. */
export function drawing({ width, id }: Frame, height: number, caption: Caption, body: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': "'Atkinson Hyperlegible', system-ui, sans-serif",
      'font-size': FONT_SIZE,
      fill: colour('ink'),
    },
    element('title', { id: `${id}-title` }, escapeText(caption.title)),
    element('desc', { id: `${id}-desc` }, escapeText(caption.description)),
    ...body,
  );
}

type TextStyle = { anchor?: 'start' | 'middle' | 'end'; role?: Colour; halo?: boolean };

/** Text at a point; `anchor` as in SVG; `halo` clears the ground around it where lines run behind. */
export function text(
  x: number,
  y: number,
  content: string,
  { anchor = 'start', role = 'ink', halo = false }: TextStyle = {},
): string {
  const place = anchor === 'start' ? {} : { 'text-anchor': anchor };
  const fill = role === 'ink' ? {} : { fill: colour(role) };
  const over = halo ? { stroke: colour('ground'), 'stroke-width': 5, 'paint-order': 'stroke' } : {};
  return element('text', { x, y, ...place, ...fill, ...over }, escapeText(content));
}

/** A straight line. */
export function rule(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  role: Colour,
  more: Attributes = {},
): string {
  return element('line', { x1, y1, x2, y2, stroke: colour(role), ...more });
}

/** Width in pixels the text may take. */
export function textWidth(content: string): number {
  return content.length * CHARACTER;
}

/** Breaks text at spaces into lines no wider than `width`. */
export function lines(content: string, width: number): string[] {
  const out: string[] = [];
  for (const word of content.split(' ')) {
    const last = out.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out;
}
