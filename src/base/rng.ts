/**
 * Chance as an argument: a seeded, splittable generator for simulations and for the joint draws of a finding. Never
 * for secrets or allocations, which take their entropy from the operating system.
 *
 * xoshiro128++ 1.0 (Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47:36, 2021), its
 * state filled by splitmix32. First outputs are checked against the authors' C code: test/golden/rng.
 */
import { cosTurns, log, sinTurns } from './elementary.ts';

export type Rng = {
  /** Next 32 bits, 0 … 2^32-1. */
  readonly bits: () => number;
  /** Uniform on the open interval (0, 1): 52 bits and a half, never 0 and never 1. */
  readonly uniform: () => number;
  /** Standard normal (Box-Muller, both halves used). */
  readonly normal: () => number;
  /** Whole number 0 … n-1, without modulo bias. */
  readonly below: (n: number) => number;
  /** An independent stream named by `label`; the same label gives the same stream, and this one does not move. */
  readonly split: (label: string) => Rng;
};

const rotl = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0;

function splitMix32(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x9e3779b9) >>> 0;
    let t = a ^ (a >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
}

/** FNV-1a, 32 bit: turns a label into a seed. */
function hashLabel(label: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** xoshiro128++ from four 32-bit words of state, not all zero. */
export function xoshiro128pp(state: readonly [number, number, number, number]): () => number {
  let [s0, s1, s2, s3] = state;
  return () => {
    const result = (rotl((s0 + s3) >>> 0, 7) + s0) >>> 0;
    const t = (s1 << 9) >>> 0;
    s2 = (s2 ^ s0) >>> 0;
    s3 = (s3 ^ s1) >>> 0;
    s1 = (s1 ^ s2) >>> 0;
    s0 = (s0 ^ s3) >>> 0;
    s2 = (s2 ^ t) >>> 0;
    s3 = rotl(s3, 11);
    return result;
  };
}

/** A generator for a whole-number seed 0 … 2^32-1. @throws RangeError for any other seed. */
export function seededRng(seed: number): Rng {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw new RangeError(`not a seed 0 … 2^32-1: ${seed}`);
  const fill = splitMix32(seed);
  const key: [number, number, number, number] = [fill(), fill(), fill(), fill()];
  const bits = xoshiro128pp(key);
  const uniform = (): number => ((bits() >>> 6) * 67_108_864 + (bits() >>> 6) + 0.5) / 4_503_599_627_370_496;
  let spare = Number.NaN;
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    const r = Math.sqrt(-2 * log(uniform()));
    const turns = uniform();
    spare = r * sinTurns(turns);
    return r * cosTurns(turns);
  };
  const below = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > 0xffffffff) throw new RangeError(`not a count 1 … 2^32-1: ${n}`);
    const limit = 0x1_0000_0000 - (0x1_0000_0000 % n);
    let x = bits();
    while (x >= limit) x = bits();
    return x % n;
  };
  const split = (label: string): Rng => seededRng((key[0] ^ hashLabel(label) ^ Math.imul(key[3], 0x85ebca6b)) >>> 0);
  return { bits, uniform, normal, below, split };
}
