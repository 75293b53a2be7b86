/** Phones of many patients: posts over kept connections, as fast as the server answers, and what became of each entry. */
import { Agent, request } from 'node:http';

export type Sent = { readonly status: number; readonly ms: number; readonly body: string };

/** Connections that stay open, one request at a time on each. */
export function openLine(origin: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(origin);
  const post = (path: string, token: string, body: string): Promise<Sent> =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const headers = { 'content-type': 'application/json', cookie: `titrial=${token}`, origin };
      const asked = request({ hostname, port, path, method: 'POST', agent, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, ms: performance.now() - started, body: text }),
        );
        answer.on('error', reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  return { post, close: () => agent.destroy() };
}

/** A diary day as a phone sends it. `day` counts from 1970-01-01. */
export function dayEvent(id: string, day: number, n: number): object {
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const scores = { pain: (day + n) % 11, fatigue: (day * 3 + n) % 11, sleep: (day * 5 + n) % 11 };
  const clock = { instant: day * 86_400_000 + 60_000, offsetMinutes: 0 };
  return { id, event: { kind: 'day-kept', version: 1, date, scores, note: '', how: [], clock } };
}

/** Nearest-rank percentile of sorted values, 0 < p <= 1. */
export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;

/** Runs `work` in so many lanes until `next` gives nothing more. */
export async function inLanes<T>(
  lanes: number,
  next: () => T | undefined,
  work: (job: T) => Promise<void>,
): Promise<void> {
  const lane = async (): Promise<void> => {
    for (let job = next(); job !== undefined; job = next()) await work(job);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
