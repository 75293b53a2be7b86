/**
 * What is written down about a request? These fields and no others: who asked, about whom, and what, cannot be logged,
 * because there is nowhere to put it (H16). A route is its pattern, never the address with its ids.
 */

export type LogLine = {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly level: 'info' | 'warn' | 'error';
  /** Request id, also in the answer's header. */
  readonly id: string;
  readonly method: string;
  /** "/api/v1/cases/{case}"; "-" = no route. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Of the answer's body; -1 = not known. */
  readonly bytes: number;
  /** Of a fault in the program: its class and where, never its message, which may quote a value. */
  readonly fault?: string;
};

/** Where lines go; injected, so that a test can read them. */
export type Log = (line: LogLine) => void;

/** One JSON object a line. */
export function lineOf(line: LogLine): string {
  const { time, level, id, method, route, status, ms, bytes, fault } = line;
  return JSON.stringify({
    time,
    level,
    id,
    method,
    route,
    status,
    ms,
    bytes,
    ...(fault === undefined ? {} : { fault }),
  });
}

/** Class of an error and the places it passed, without its message. */
export function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const short = places.slice(0, 6).map((line) => line.trim().replace(/file:\/\/\S*?\/(?=src\/|node_modules\/)/g, ''));
  return [error.name, ...short].join(' < ').slice(0, 1000);
}
