/**
 * From a value to a place on the drawing, in a straight line, and the round values worth a mark on an axis. The whole
 * of what our drawings need of a scale; its answers are held to those of d3 by scale.test.ts.
 */
type Pair = readonly [from: number, to: number];

export type Scale = {
  /** Place of a value; values beyond the domain lie beyond the range. */
  (value: number): number;
  readonly domain: Pair;
  /** Round values within the domain, about as many as asked for. */
  readonly ticks: (count: number) => number[];
};

/** A straight line from a domain to a range. An empty domain puts every value in the middle. */
export function linear(domain: Pair, [start, end]: Pair): Scale {
  const [from, to] = domain;
  const width = to - from;
  const place = (value: number): number => {
    const share = width === 0 ? 0.5 : (value - from) / width;
    return start * (1 - share) + end * share;
  };
  return Object.assign(place, { domain, ticks: (count: number) => ticks(domain, count) });
}

/** Multiples of 1, 2 or 5 times a power of ten, whichever comes nearest to `count` of them. */
export function ticks([from, to]: Pair, count: number): number[] {
  if (!(to > from) || !(count > 0)) return [from];
  const rough = (to - from) / count;
  const power = Math.floor(Math.log10(rough));
  const step = factor(rough / 10 ** power);
  // Below 1 divided by a whole number, so that 0.3 comes out as 0.3.
  const [times, parts] = power < 0 ? [1, 10 ** -power / step] : [step * 10 ** power, 1];
  const at = (n: number): number => (n * times) / parts;
  const near = (value: number): number => Math.round((value * parts) / times);
  const first = near(from) + (at(near(from)) < from ? 1 : 0);
  const last = near(to) - (at(near(to)) > to ? 1 : 0);
  if (last < first && count < 2) return ticks([from, to], count * 2);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => at(first + i));
}

/** The borders are the geometric means between neighbours. */
function factor(error: number): number {
  if (error >= Math.sqrt(50)) return 10;
  if (error >= Math.sqrt(10)) return 5;
  return error >= Math.sqrt(2) ? 2 : 1;
}

/** The largest; undefined of nothing. */
export function largest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => (b > a ? b : a));
}

/** Smallest and largest. @throws RangeError of nothing */
export function extent(values: readonly number[]): Pair {
  if (values.length === 0) throw new RangeError('nothing has no extent');
  return [values.reduce((a, b) => (b < a ? b : a)), values.reduce((a, b) => (b > a ? b : a))];
}
