/**
 * One refusal with data for every code: what a sentence asks for is there, and what is not there throws, so that a new
 * member is noticed. Days, doses and counts are plausible; nested reasons are one of their kind.
 */
import { localDate } from '../../src/base/calendar.ts';
import { micrograms } from '../../src/medicine/dose.ts';

const day = localDate(2026, 3, 29);
const dose = micrograms(1_500);
const more = micrograms(4_500);
const [one, two] = [{ code: 'not-the-patient' }, { code: 'solo-cannot-sign' }];

const DATA: Readonly<Record<string, unknown>> = {
  ...{ day, here: day, on: day, date: day, earliest: day, latest: day, validFrom: day, validTo: day, lastTaken: day },
  ...{ dose, current: dose, limit: 7, ceiling: more, customary: more, above: more, planned: more },
  ...{ maximumStep: dose, rise: more, last: dose, tenth: dose, minimum: 1, maximum: 9 },
  ...{ days: 3, ageDays: 40, minimumDays: 7, needed: 14, taken: 9, logged: 11, percent: 80, open: 2, missedDays: 5 },
  ...{ nights: 3, window: 7, points: 2, grade: 2, labs: 1, minutesLate: 90, limitHours: 18, hours: 4, steps: 3 },
  ...{
    entries: 600,
    limitBytes: 64_000,
    limitLevels: 32,
    longest: 200,
    retryAfterSeconds: 40,
    limitDays: 30,
    place: 0,
  },
  ...{ baselineDays: 7, recommended: 14, step: 1, value: 9, reasons: [], standing: [one], faults: [one, two] },
  ...{ name: 'vivid-dreams', rule: 'jaundice', rules: ['jaundice'], role: 'admin', answer: 'agreed', status: 'ended' },
  ...{
    ingredient: 'tramadol',
    allowed: ['GET'],
    trouble: 'full',
    fits: 'course',
    longestDays: 182,
    from: day,
    until: day,
    characters: ['Ж'],
    kit: 'ACD349',
    wanted: 'EFG679',
    kits: ['ACD349', 'EFG679'],
    usableUntil: day,
    period: 1,
    periods: [0, 1],
    phase: 'sealed',
    gates: [{ code: 'consent-missing' }, { code: 'trial-runs-already' }],
    kept: { status: 'taken', dose, kit: 'ACD349' },
  },
};

/** Where the data of a code are others than usual. */
const OTHERS: Readonly<Record<string, object>> = {
  'start-too-high': { limit: dose },
  'ceiling-out-of-range': { minimum: 100, maximum: 6_000 },
  'no-plan-in-force': { why: { code: 'no-plan-signed' } },
  'product-refused': { why: { code: 'strength-zero' } },
  'plan-refused': { faults: [{ code: 'plan-empty' }] },
  'protocol-faulty': { faults: [{ code: 'purpose-empty' }, { code: 'escape-rule-missing' }] },
  'pack-refused': { faults: [{ code: 'amount-out-of-range' }] },
  'dose-closed': { reasons: [{ code: 'taken-already' }] },
  'move-not-permitted': { reasons: [{ code: 'last-step', stands: 'against' }] },
};

const strict = (data: object): Readonly<Record<string, unknown>> =>
  new Proxy(data as Record<string, unknown>, {
    get: (held, name) => {
      if (typeof name === 'string' && !Object.hasOwn(held, name)) throw new RangeError(`no sample for ${name}`);
      return held[name as string];
    },
  });

export const SAMPLE = strict(DATA);

/** A refusal or reason of this code. A reason of a move counts findings; the others list them. */
export function sampleFor(code: string, kind: string): Readonly<Record<string, unknown>> {
  const findings = kind === 'moveReason' ? 1 : ['a-finding'];
  return strict({ ...DATA, findings, ...OTHERS[code], code });
}
