/**
 * exp, log, sine, cosine and whole powers with the same bytes in every engine of JavaScript. The language leaves the
 * last bit of Math.exp, Math.log, Math.sin and `**` to the engine, and engines differ; a finding may not (H38). Made only
 * of what IEEE 754 fixes: + - * / and the square root. Within one unit in the last place: test/golden/elementary.
 */

// The approximations are those of fdlibm 5.3 (e_exp.c, e_log.c, k_sin.c, k_cos.c), whose notice is:
// Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and
// distribute this software is freely granted, provided that this notice is preserved.

/** ln 2 in two parts; the first ends in 32 zero bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^-1074 … 2^1023: every power of two that is a double. */
const POWERS_OF_TWO = new Float64Array(2098);
POWERS_OF_TWO[0] = Number.MIN_VALUE;
for (let i = 1; i < 2098; i++) POWERS_OF_TWO[i] = 2 * (POWERS_OF_TWO[i - 1] as number);

/** 1.5 x 2^52: adding it and taking it away rounds to a whole number. */
const ROUNDER = 6755399441055744;

/** e^x; 0 below -745.13 and Infinity above 709.78, where doubles end. */
export function exp(x: number): number {
  if (!(x >= -745.1332191019411 && x <= 709.782712893384)) return x > 0 ? Infinity : x < 0 ? 0 : x;
  const k = Math.LOG2E * x + ROUNDER - ROUNDER;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const tail = t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8);
  const c = r - t * (0.16666666666666602 + t * (-0.0027777777777015593 + t * (0.00006613756321437934 + tail)));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k > 1023) return 2 * y * (POWERS_OF_TWO[2097] as number);
  if (k < -1074) return 0.5 * y * Number.MIN_VALUE;
  return y * (POWERS_OF_TWO[k + 1074] as number);
}

const FLOAT = new Float64Array([1]);
const WORDS = new Uint32Array(FLOAT.buffer);
/** Which word of a double holds the exponent: 1, but for big-endian machines. */
const UPPER = WORDS[1] === 0 ? 0 : 1;

/** Natural logarithm; -Infinity at 0, NaN below 0. */
export function log(x: number): number {
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) return logOutside(x);
  return logNormal(x, 0);
}

/** What is no positive normal double: subnormals are lifted by 2^54. */
function logOutside(x: number): number {
  if (x > 0 && x < Infinity) return logNormal(x * 18014398509481984, -54);
  return x > 0 ? x : x === 0 ? -Infinity : Number.NaN;
}

/** log(x 2^lifted): x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2). */
function logNormal(x: number, lifted: number): number {
  FLOAT[0] = x;
  const own = (((WORDS[UPPER] as number) + 0x95f62) >>> 20) - 1023;
  const f = x * (POWERS_OF_TWO[1074 - own] as number) - 1;
  const k = own + lifted;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586));
  const half = 0.5 * f * f;
  return s * (half + (z * (0.6666666666666735 + even) + odd)) + k * LN2_LOW - half + f + k * LN2_HIGH;
}

/** Sine of `turns` full turns: sin(2 pi turns), exact at the quarters. */
export const sinTurns = (turns: number): number => fromQuarter(turns, 0);

/** Cosine of `turns` full turns. */
export const cosTurns = (turns: number): number => fromQuarter(turns, 1);

/** 2 pi, its first 26 bits, the rest of it, and what a double leaves out. */
const TURN = 6.283185307179586;
const TURN_UPPER = 6.283185362815857;
const TURN_LOWER = -5.563627070159782e-8;
const TURN_BEYOND = 2.4492935982947064e-16;

/** Sine of `turns` + `shift` / 4: the nearest quarter is taken off exactly, the angle left is kept in two doubles. */
function fromQuarter(turns: number, shift: number): number {
  const part = turns - Math.round(turns);
  const quarter = Math.round(4 * part);
  const left = part - quarter / 4;
  const spread = 134217729 * left;
  const upper = spread - (spread - left);
  const lower = left - upper;
  const x = TURN * left;
  const rest =
    TURN_UPPER * upper - x + TURN_LOWER * upper + TURN_UPPER * lower + (TURN_LOWER * lower + TURN_BEYOND * left);
  const side = (quarter + shift) & 3;
  const value = (side & 1) === 0 ? sineNear(x, rest) : cosineNear(x, rest);
  return side < 2 ? value : -value;
}

/** sin(x + rest), |x| <= pi / 4. */
function sineNear(x: number, rest: number): number {
  const z = x * x;
  const tail = z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10));
  const r = 0.00833333333332249 + z * (-0.0001984126982985795 + tail);
  return x - (z * (0.5 * rest - z * x * r) - rest - z * x * -0.16666666666666632);
}

/** cos(x + rest), |x| <= pi / 4. */
function cosineNear(x: number, rest: number): number {
  const z = x * x;
  const tail = z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const r = z * (0.0416666666666666 + z * (-0.001388888888887411 + z * (0.00002480158728947673 + tail)));
  const most = 1 - 0.5 * z;
  return most + (1 - most - 0.5 * z + (z * r - x * rest));
}

/** `x` to the power `n`, a whole number; one multiplication each, so meant for small ones and off by up to `n` ulp. */
export function wholePower(x: number, n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole power: ${n}`);
  let product = 1;
  for (let i = Math.abs(n); i > 0; i--) product *= x;
  return n < 0 ? 1 / product : product;
}
