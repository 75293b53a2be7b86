/**
 * A blind broken on purpose: what breaks it, and in which channel it must be found. Each is a small change at a place where
 * a real fault could stand; the arm it depends on is known to nobody but the pharmacy and to these (H13).
 */
import { NO_DOSE } from '../../../src/medicine/dose.ts';
import type { Channel } from '../leak.ts';
import type { Answer, Plant, Secret } from '../side.ts';

export type Planted = {
  readonly name: string;
  readonly channel: Channel;
  /** Needed where it shows on the disk only. */
  readonly onDisk?: true;
  readonly plant: Plant;
};

/** Does the day's capsule hold the drug? Before day 1, the first period's. */
export const isDrug = (secret: Secret): boolean => (secret.arm() ?? NO_DOSE) > NO_DOSE;

/** Changes the text of answers from addresses like these, on days of the drug. */
export function inText(address: RegExp, change: (text: string) => string): Plant {
  return {
    answer: (answer, { path }, secret) => {
      if (!isDrug(secret) || !address.test(path)) return answer;
      return { ...answer, bytes: Buffer.from(change(Buffer.from(answer.bytes).toString('utf8')), 'utf8') };
    },
  };
}

/** The same on the parsed body of an answer that was no refusal. */
export function inBody(address: RegExp, change: (body: Record<string, unknown[]>) => unknown): Plant {
  const text = inText(address, (given) => JSON.stringify(change(JSON.parse(given))));
  return {
    answer: (answer, asked, secret) =>
      answer.status < 300 ? (text.answer?.(answer, asked, secret) ?? answer) : answer,
  };
}

/** Changes status or headers of answers from addresses like these, on days of the drug. */
export function inFrame(address: RegExp, change: (answer: Answer) => Answer): Plant {
  return { answer: (answer, { path }, secret) => (isDrug(secret) && address.test(path) ? change(answer) : answer) };
}

/** The answer with a header more. */
export function withHeader(answer: Answer, name: string, value: string): Answer {
  const headers = new Headers(answer.headers);
  headers.set(name, value);
  return { ...answer, headers };
}
