/**
 * Small symmetric matrices in flat row-major arrays: factor, solve, invert, eigen-axes. Sizes here are 3 to 20, so
 * plain loops are both the clearest and the fastest form. A matrix that is not positive definite is reported, never
 * nudged until it is.
 */
import { log } from '../base/elementary.ts';

/**
 * Cholesky factor of the leading n x n of `a`, in place: the lower triangle becomes L, its diagonal 1 / L_ii.
 * @returns log-determinant of `a`; NaN when it is not positive definite
 */
export function factorCholesky(a: Float64Array, n: number): number {
  let product = 1;
  let logDet = 0;
  for (let j = 0; j < n; j++) {
    const rj = j * n;
    let d = a[rj + j] as number;
    for (let k = 0; k < j; k++) {
      const l = a[rj + k] as number;
      d -= l * l;
    }
    if (!(d > 0)) return Number.NaN;
    product *= d;
    if (product > 1e200 || product < 1e-200) {
      logDet += log(product);
      product = 1;
    }
    const inverse = 1 / Math.sqrt(d);
    a[rj + j] = inverse;
    for (let i = j + 1; i < n; i++) {
      const ri = i * n;
      let s = a[ri + j] as number;
      for (let k = 0; k < j; k++) s -= (a[ri + k] as number) * (a[rj + k] as number);
      a[ri + j] = s * inverse;
    }
  }
  return logDet + log(product);
}

/** Solves L z = b in place of `b`, with L as `factorCholesky` left it. @returns z'z */
export function forwardSolve(l: Float64Array, n: number, b: Float64Array): number {
  let square = 0;
  for (let i = 0; i < n; i++) {
    let s = b[i] as number;
    for (let k = 0; k < i; k++) s -= (l[i * n + k] as number) * (b[k] as number);
    s *= l[i * n + i] as number;
    b[i] = s;
    square += s * s;
  }
  return square;
}

/** Solves L' x = z in place of `z`, with L as `factorCholesky` left it. */
export function backSolve(l: Float64Array, n: number, z: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    let s = z[i] as number;
    for (let k = i + 1; k < n; k++) s -= (l[k * n + i] as number) * (z[k] as number);
    z[i] = s * (l[i * n + i] as number);
  }
}

/** Full symmetric inverse of L L' into `inverse` (n x n); `work` holds n x n numbers. */
export function invertCholesky(l: Float64Array, n: number, inverse: Float64Array, work: Float64Array): void {
  for (let j = 0; j < n; j++) {
    work[j * n + j] = l[j * n + j] as number;
    for (let i = j + 1; i < n; i++) {
      let s = 0;
      for (let k = j; k < i; k++) s -= (l[i * n + k] as number) * (work[k * n + j] as number);
      work[i * n + j] = s * (l[i * n + i] as number);
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (let k = i; k < n; k++) s += (work[k * n + i] as number) * (work[k * n + j] as number);
      inverse[i * n + j] = s;
      inverse[j * n + i] = s;
    }
  }
}

export type EigenAxes = {
  /** Eigenvalues, in no particular order. */
  readonly values: Float64Array;
  /** Column j (entries i * n + j) is the unit eigenvector of value j. */
  readonly vectors: Float64Array;
};

/** Eigen-axes of a symmetric n x n matrix by cyclic Jacobi rotations, to machine precision. */
export function eigenAxes(matrix: Float64Array, n: number): EigenAxes {
  const a = matrix.slice(0, n * n);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 50; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += (a[i * n + j] as number) * (a[i * n + j] as number);
    if (off < 1e-28) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) values[i] = a[i * n + i] as number;
  return { values, vectors: v };
}

/** One Jacobi rotation that zeroes a[p][q]. Source: Golub & Van Loan, Matrix Computations, 8.5. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number;
  if (apq === 0) return;
  const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const akp = a[k * n + p] as number;
    const akq = a[k * n + q] as number;
    a[k * n + p] = c * akp - s * akq;
    a[k * n + q] = s * akp + c * akq;
  }
  for (let k = 0; k < n; k++) {
    const apk = a[p * n + k] as number;
    const aqk = a[q * n + k] as number;
    a[p * n + k] = c * apk - s * aqk;
    a[q * n + k] = s * apk + c * aqk;
    const vkp = v[k * n + p] as number;
    const vkq = v[k * n + q] as number;
    v[k * n + p] = c * vkp - s * vkq;
    v[k * n + q] = s * vkp + c * vkq;
  }
}
