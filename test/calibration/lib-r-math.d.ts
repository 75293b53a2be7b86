/** Distribution functions of R's own nmath, translated: the outside judge of p-values (package without usable types). */
declare module 'lib-r-math.js' {
  export function pchisq(q: number, df: number, ncp?: number, lowerTail?: boolean, logP?: boolean): number;
  export function pt(q: number, df: number, ncp?: number, lowerTail?: boolean, logP?: boolean): number;
  export function qbeta(p: number, a: number, b: number, ncp?: number, lowerTail?: boolean, logP?: boolean): number;
}
