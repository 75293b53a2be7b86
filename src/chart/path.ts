/** Paths of a drawing, a tenth of a pixel exact: a line through points, the area between two edges, a stepped area. */
export type Point = readonly [x: number, y: number];

const tenth = (value: number): number => Math.round(value * 10) / 10;
const written = (points: readonly Point[]): string => points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join('L');

/** "M1,2L3,4"; empty for no point. */
export function linePath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${written(points)}`;
}

/** Along the upper edge and back along the lower; the edges run the same way. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  return upper.length === 0 ? '' : `M${written([...upper, ...lower.toReversed()])}Z`;
}

/** From a flat base: each height holds until the next point's place. */
export function stepArea(points: readonly Point[], base: number): string {
  const top = points.flatMap(([x, y], i): Point[] => {
    const before = points[i - 1];
    return before
      ? [
          [x, before[1]],
          [x, y],
        ]
      : [[x, y]];
  });
  return areaPath(top, [
    [points[0]?.[0] ?? 0, base],
    [points.at(-1)?.[0] ?? 0, base],
  ]);
}
