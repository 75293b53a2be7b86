/**
 * What the patient's phone sends during a trial: scores, capsules, side effects and guesses, a week at a time. Nothing of
 * it knows the arm; both sides are sent the same bytes.
 */
import type { Rng } from '../../src/base/rng.ts';
import { GUESS_REASONS, GUESSES } from '../../src/trial/guess.ts';
import { DAY } from '../server/http-world.ts';
import type { Running } from './living.ts';
import { pass, type Team, today } from './team.ts';
import { PERIOD_DAYS } from './variant.ts';

/** Days between two meetings of the phone with the server. */
export const WEEK = 7;

type Sent = { readonly id: string; readonly event: object };

const clockOf = (at: number) => ({ instant: at, offsetMinutes: 0 });

/** The days of a week up to now, kept as well as this patient keeps them. `hard`: days of much pain. */
export async function keepWeek(team: Team, running: Running, hard = false): Promise<void> {
  pass(team, WEEK);
  const events: Sent[] = [];
  for (let back = WEEK; back >= 1; back--) {
    const at = team.now - back * DAY;
    if (team.variant.rng.uniform() < team.variant.kept) events.push(...dayOf(team, running, at, hard));
  }
  await send(team, events);
}

/** The patient's page meets the server. What it keeps is of the past days; a refusal is an answer like any other. */
export async function send(team: Team, events: readonly Sent[]): Promise<void> {
  if (events.length === 0) return;
  const sentAt = new Date(team.now).toISOString();
  await team.people.patient.must('POST', `${team.path}/events`, { sentAt, events });
}

function dayOf(team: Team, { trial, kits, startedAt }: Running, at: number, hard: boolean): readonly Sent[] {
  const { rng } = team.variant;
  const date = today({ now: at });
  const clock = clockOf(at);
  const kit = kits[Math.floor((at - startedAt) / DAY / PERIOD_DAYS)];
  const scores = { pain: hard ? 9 : rng.below(8), fatigue: rng.below(9), sleep: rng.below(9) };
  const entry = (event: object): Sent => ({ id: team.newId(), event: { version: 1, ...event, date, clock } });
  const status = rng.uniform() < 0.9 ? 'taken' : 'not-taken';
  return [
    entry({ kind: 'day-kept', scores, note: '', how: [] }),
    ...(kit === undefined ? [] : [entry({ kind: 'kit-dose-recorded', trial, kit, status })]),
    ...(rng.below(9) === 0 ? [entry({ kind: 'side-effect-reported', name: 'vivid-dreams', grade: rng.below(3) })] : []),
  ];
}

/** What they believe the period held, drawn from everything that can be said. */
export async function guess(team: Team, { trial }: Running, period: number): Promise<void> {
  const { rng } = team.variant;
  const said = GUESSES[rng.below(GUESSES.length)] ?? 'no-idea';
  const event = {
    ...{ kind: 'guess-given', version: 1, trial, period, guess: said, date: today(team), note: '' },
    confidence: said === 'no-idea' ? 1 : 1 + rng.below(4),
    reason: reasonOf(rng),
    clock: clockOf(team.now),
  };
  await send(team, [{ id: team.newId(), event }]);
}

const reasonOf = (rng: Rng): string => GUESS_REASONS[rng.below(GUESS_REASONS.length)] ?? 'just-a-feeling';

/** A sign that ends the therapy at once. */
export async function reportRedFlag(team: Team): Promise<void> {
  const said = { kind: 'red-flag-reported', version: 1, rule: 'jaundice', date: today(team), note: '' };
  await send(team, [{ id: team.newId(), event: { ...said, clock: clockOf(team.now) } }]);
}
