/**
 * Removes day-to-day correlation from every column at once. The AR(1)-plus-noise covariance with unit total variance
 * is never formed: one scalar Kalman filter with a shared gain whitens scores and regressors together, a missing day
 * being a longer step (Durbin & Koopman, Time Series Analysis by State Space Methods, 6.2.3: augmented filter = GLS).
 * Checked against dense linear algebra in R: test/golden/kalman (H38).
 */
import { log, wholePower } from '../base/elementary.ts';
import type { Design } from './design.ts';

/** Work arrays for one design, reused from evaluation to evaluation. */
export type Whitening = {
  /** (p + 1) x (p + 1), row-major, lower triangle: Z Z' of the whitened columns. */
  readonly gram: Float64Array;
  readonly whitened: Float64Array;
  readonly scale: Float64Array;
  readonly keep: Float64Array;
  readonly take: Float64Array;
};

export function whiteningFor(design: Design): Whitening {
  const q = design.p + 1;
  return {
    gram: new Float64Array(q * q),
    whitened: new Float64Array(q * design.rows),
    scale: new Float64Array(design.rows),
    keep: new Float64Array(design.rows),
    take: new Float64Array(design.rows),
  };
}

/**
 * Whitens all columns for share `w` (0-1) of autocorrelated variance with daily correlation `rho` (0-1) and fills
 * `gram`. @returns the log-determinant of the unit-variance covariance
 */
export function whiten(design: Design, w: number, rho: number, work: Whitening): number {
  const logDet = fillGains(design, w, rho, work);
  const q = design.p + 1;
  let j = 0;
  for (; j + 1 < q; j += 2) filterPair(design.columns, work, design.rows, j);
  if (j < q) filterOne(design.columns, work, design.rows, j);
  fillGram(work.whitened, design.rows, q, work.gram);
  return logDet;
}

/** Gains of the filter: the same for every column, so computed once. */
function fillGains(design: Design, w: number, rho: number, work: Whitening): number {
  const { rows, gap } = design;
  const { scale, keep, take } = work;
  const noise = 1 - w;
  let variance = w;
  let product = 1;
  let logDet = 0;
  for (let i = 0; i < rows; i++) {
    const f = variance + noise;
    const gain = variance / f;
    scale[i] = 1 / Math.sqrt(f);
    product *= f;
    if (product < 1e-200) {
      logDet += log(product);
      product = 1;
    }
    const step = i + 1 < rows ? (gap[i + 1] as number) : 1;
    const r = step === 1 ? rho : wholePower(rho, step);
    keep[i] = r * (1 - gain);
    take[i] = r * gain;
    variance = r * r * noise * gain + w * (1 - r * r);
  }
  return logDet + log(product);
}

function filterPair(columns: Float64Array, work: Whitening, rows: number, j: number): void {
  const { scale, keep, take, whitened } = work;
  const first = j * rows;
  const second = first + rows;
  let a = 0;
  let b = 0;
  for (let i = 0; i < rows; i++) {
    const s = scale[i] as number;
    const k = keep[i] as number;
    const g = take[i] as number;
    const x = columns[first + i] as number;
    const y = columns[second + i] as number;
    whitened[first + i] = (x - a) * s;
    whitened[second + i] = (y - b) * s;
    a = k * a + g * x;
    b = k * b + g * y;
  }
}

function filterOne(columns: Float64Array, work: Whitening, rows: number, j: number): void {
  const { scale, keep, take, whitened } = work;
  const first = j * rows;
  let a = 0;
  for (let i = 0; i < rows; i++) {
    const x = columns[first + i] as number;
    whitened[first + i] = (x - a) * (scale[i] as number);
    a = (keep[i] as number) * a + (take[i] as number) * x;
  }
}

/** Lower triangle of Z Z', two columns by two so that each number read serves two products. */
function fillGram(z: Float64Array, rows: number, q: number, gram: Float64Array): void {
  for (let i = 0; i < q; i += 2) {
    const i0 = i * rows;
    const i1 = i + 1 < q ? i0 + rows : i0;
    for (let j = 0; j <= i; j += 2) {
      const j0 = j * rows;
      const j1 = j + 1 < q ? j0 + rows : j0;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      for (let t = 0; t < rows; t++) {
        const a0 = z[i0 + t] as number;
        const a1 = z[i1 + t] as number;
        const b0 = z[j0 + t] as number;
        const b1 = z[j1 + t] as number;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s10 += a1 * b0;
        s11 += a1 * b1;
      }
      gram[i * q + j] = s00;
      if (j + 1 <= i) gram[i * q + j + 1] = s01;
      if (i + 1 < q) {
        gram[(i + 1) * q + j] = s10;
        gram[(i + 1) * q + j + 1] = s11;
      }
    }
  }
}
