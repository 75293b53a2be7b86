/** Wrote problem-*.json once, from fixed seeds. Run: node test/golden/stan/make-problems.ts, then make-answers.R. */
import { writeFileSync } from 'node:fs';
import { seededRng } from '../../../src/base/rng.ts';

type Shape = {
  name: string;
  seed: number;
  days: number;
  level: (t: number) => number;
  doses: number[];
  mean: number;
  effect: number[];
  s: number;
  w: number;
  rho: number;
  rounded: boolean;
};

const titration = (t: number): number => (t < 21 ? 0 : Math.min(3, 1 + Math.floor((t - 21) / 14)));
const SHAPES: Shape[] = [
  {
    name: 'titration',
    seed: 101,
    days: 120,
    level: titration,
    doses: [1.5, 3, 4.5],
    mean: 6.2,
    effect: [-0.4, -1.2, -1],
    s: 1.4,
    w: 0.5,
    rho: 0.7,
    rounded: false,
  },
  {
    name: 'crossover',
    seed: 102,
    days: 168,
    level: (t) => Math.floor(t / 28) % 2,
    doses: [4.5],
    mean: 5.5,
    effect: [-1],
    s: 1.1,
    w: 0.3,
    rho: 0.5,
    rounded: false,
  },
  {
    name: 'ceiling',
    seed: 103,
    days: 120,
    level: titration,
    doses: [1.5, 3, 4.5],
    mean: 9.4,
    effect: [-0.2, -0.8, -1.4],
    s: 1.2,
    w: 0.4,
    rho: 0.6,
    rounded: true,
  },
];

for (const { name, seed, days, level, doses, mean, effect, s, w, rho, rounded } of SHAPES) {
  const rng = seededRng(seed);
  const each = Array.from({ length: days }, (_, t) => t);
  const lvl = each.map(level);
  const c = doses.map(() => 0);
  let u = s * Math.sqrt(w) * rng.normal();
  const y = each.map((t) => {
    if (t > 0) u = rho * u + s * Math.sqrt(w * (1 - rho * rho)) * rng.normal();
    let drug = 0;
    for (const k of doses.keys()) {
      c[k] = Math.exp(-1 / 9) * (c[k] ?? 0) + (1 - Math.exp(-1 / 9)) * ((lvl[t] ?? 0) >= k + 1 ? 1 : 0);
      drug += (c[k] ?? 0) * ((effect[k] ?? 0) - (effect[k - 1] ?? 0));
    }
    const latent = mean + drug + u + s * Math.sqrt(1 - w) * rng.normal();
    if (rng.uniform() < 0.15) return null;
    return rounded ? Math.max(0, Math.min(10, Math.round(latent))) : Math.round(latent * 1e6) / 1e6;
  });
  const fixed = [each.map(() => 1), each.map((t) => (t - (days - 1) / 2) / 30), each.map((t) => (t % 7 > 4 ? 1 : 0))];
  const problem = {
    y,
    lvl,
    doses,
    fixed,
    m0: [5, 0, 0, ...doses.map(() => 0)],
    sd0: [3, 0.5, 0.5, ...doses.map((d, k) => Math.sqrt((d - (doses[k - 1] ?? 0)) / 1.5))],
    pm: [Math.log(1.3), 0, 0.5, Math.log(7)],
    ps: [0.5, 1.2, 1.2, 0.8],
    ...(rounded ? { likelihood: 'rounded' } : {}),
  };
  writeFileSync(new URL(`problem-${name}.json`, import.meta.url), `${JSON.stringify(problem)}\n`);
}
