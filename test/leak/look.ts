/**
 * Everybody looks: at all they may read, at what they may take along, and at what the machine keeps; and at the end they
 * try all they may not. How often and how wide is the caller's to say; what is looked at never depends on the arm (H13).
 */
import { ROUTES } from '../../src/http/routes/all.ts';
import { addressOf, type Given, SAMPLES } from '../server/authority-bodies.ts';
import type { Person } from './pair.ts';
import { storedText, verifiedText } from './stored.ts';
import { sweep } from './sweep.ts';
import { type Member, type Team, today } from './team.ts';

/** What a run looks at. */
export type Looks = {
  /** Who reads. */
  readonly who: readonly Member[];
  /** After every act; otherwise only in the middle of a period and at the end. */
  readonly often: boolean;
  /** At the end everything that changes something is tried by everybody. */
  readonly tries: boolean;
  readonly letters: boolean;
  /** Periods that are lived before a prescriber ends it; otherwise all of them. */
  readonly until?: number;
};

export const ALL_MEMBERS: readonly Member[] = [
  ...(['admin', 'prescriber', 'colleague', 'coordinator', 'pharmacist'] as const),
  ...(['patient', 'carer', 'stranger', 'nobody'] as const),
];
export const WIDE: Looks = { who: ALL_MEMBERS, often: true, tries: true, letters: true };
/** One look in the middle of each period, and everything at the end. */
export const LEAN: Looks = { ...WIDE, often: false };
/** One period, looked at by some: enough for a leak that is always there. */
export const SHORT: Looks = {
  who: ['admin', 'prescriber', 'coordinator', 'patient'],
  ...{ often: false, tries: false, letters: false, until: 1 },
};

const seers = ({ people, looks }: Team): readonly Person[] => looks.who.map((name) => people[name]);

/** After an act. 'first': also what never changes. */
export async function look(team: Team, first?: 'first'): Promise<void> {
  if (team.looks.often || (first && team.looks.tries)) await lookNow(team, first);
}

export async function lookNow(team: Team, first?: 'first'): Promise<void> {
  const { pair, clinic } = team;
  await sweep(seers(team), { now: team.now, named: team.named, day: today(team) }, first === 'first');
  const [a, b] = pair.sides;
  const rows = [await storedText(a.ports, clinic, team.case), await storedText(b.ports, clinic, team.case)] as const;
  pair.compare('stored', 'machine', 'rows of the store', rows);
}

/** All that is read, what can be taken along, and what `titrial verify` says. */
export async function lookCloser(team: Team): Promise<void> {
  const { pair, people, path, looks } = team;
  await lookNow(team);
  for (const person of [people.patient, people.prescriber]) {
    await person.send('POST', `${path}/export`);
    if (looks.tries) await person.send('POST', `${path}/findings`);
    const letter = { kind: 'course', language: person.who === 'patient' ? 'de' : 'en', day: today(team) };
    if (looks.letters) await person.send('POST', `${path}/letter`, letter);
  }
  const [a, b] = pair.sides;
  pair.compare('verify', 'machine', 'titrial verify', [await verifiedText(a.ports), await verifiedText(b.ports)]);
  if (looks.tries) await tryAll(team);
}

/** Not tried at the end, and why. */
const NOT_TRIED: Readonly<Record<string, string>> = {
  signOut: 'nobody would be there for the next one',
  endSession: 'the same',
  endAllSessions: 'the same',
  endOtherSessions: 'the same',
  newDeviceLink: 'the same, for the person it names',
  leave: 'the same',
  eraseCase: 'nothing would be left to look at',
  openAllocation: 'afterwards everybody knows; the caller opens it last',
};

/** Everything that changes something, by everybody who looks, with a body that would do something if it were allowed. */
async function tryAll(team: Team): Promise<void> {
  const given: Given = { now: team.now, named: team.named, invitation: 'none' };
  for (const { method, name, path } of ROUTES) {
    if (method === 'get' || name in NOT_TRIED) continue;
    for (const person of seers(team)) {
      const told = TOLD_BY_ACT[name]?.includes(person.who) ? 'told' : undefined;
      await person.send(method.toUpperCase(), addressOf(path, given), SAMPLES[name]?.body?.(given), told);
    }
  }
}

/** Acts whose answer holds an arm, and who is told. */
export const TOLD_BY_ACT: Readonly<Record<string, readonly string[]>> = {
  breakCode: ['prescriber', 'colleague'],
};
