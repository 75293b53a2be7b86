/**
 * One blinded trial from its design to its opening, on both sides, over the interface: designed, signed, agreed to, sealed,
 * filled, handed out, begun, kept, guessed about; and on the way what can happen. After every act everybody looks (H13).
 */
import assert from 'node:assert/strict';
import { civilDateAt } from '../../src/base/calendar.ts';
import { formatDose, parseDose } from '../../src/medicine/dose.ts';
import { loadCase } from '../../src/service/case-record.ts';
import { blocksOf } from '../../src/trial/blocks.ts';
import { CONSENT_TEXT } from '../../src/trial/consent.ts';
import { armsOf, checkDesign, type TrialDesign } from '../../src/trial/design.ts';
import { type Sequence, sequencesOf } from '../../src/trial/sequence.ts';
import { got } from '../server/case-world.ts';
import { DAY, PHRASE } from '../server/http-world.ts';
import { Bodies } from './bodies.ts';
import { type Kits, live, type Running } from './living.ts';
import { look, lookCloser } from './look.ts';
import type { Secret, Side } from './side.ts';
import { climb, pass, type Team, today } from './team.ts';
import { PERIOD_DAYS, type Variant } from './variant.ts';

/** Which of the admissible sequences each side draws. */
export type Draws = (count: bigint) => readonly [bigint, bigint];

export type Ran = {
  readonly sequences: readonly [Sequence, Sequence];
  readonly kits: readonly string[];
  readonly commitments: readonly [string, string];
  /** What came out when it was opened at the end. */
  readonly opened: readonly [Sequence | undefined, Sequence | undefined];
};

export const act = ({ path }: Team, trial: string, name: string): string => `${path}/trials/${trial}/${name}`;

/**
 * The whole course; at the end it is opened, and each side must hold what it was made to draw. `isOpened` false: it stays
 * sealed, for a look at files that are closed.
 */
export async function runTrial(team: Team, draws: Draws, isOpened = true): Promise<Ran> {
  await climb(team);
  await look(team, 'first');
  const trial = await design(team);
  await agree(team, trial);
  const { design: drawn, ...sealed } = await sealIt(team, trial, draws);
  await handOut(team, drawn, { trial, kits: sealed.kits }, 0);
  const running = await start(team, trial, sealed.kits);
  await live(team, running, (block) => handOut(team, drawn, running, block));
  await lookCloser(team);
  return { ...sealed, opened: isOpened ? await open(team, trial) : [undefined, undefined] };
}

/** As the prescriber types it. */
function typedProtocol({ variant: { kind, doses, blocks } }: Team): object {
  return {
    design: {
      ...{ kind, doses, periodDays: PERIOD_DAYS, blocks },
      runIn: { how: 'discarded', days: 7 },
      maximumRise: '4.5 mg',
    },
    primary: { outcome: 'pain', dose: doses[0] },
    others: ['fatigue', 'sleep'],
    rule: { worthwhile: 1, settledAt: 0.975 },
    escapeRule: { outcome: 'pain', atLeast: 8, days: 3 },
    spareCapsules: 4,
    purpose: 'Does it help with pain, or is it time?',
  };
}

async function design(team: Team): Promise<string> {
  const { people, path, named } = team;
  const asked = { protocol: typedProtocol(team), day: today(team) };
  const made = await people.coordinator.must('POST', `${path}/trials`, asked);
  named.trial = String(made.trial);
  await look(team);
  return named.trial;
}

/** The prescriber signs with the password, the patient agrees. */
async function agree(team: Team, trial: string): Promise<void> {
  const { prescriber, patient } = team.people;
  const day = today(team);
  const read = await prescriber.must('POST', act(team, trial, 'read-back'), { day });
  const sign = { day, readBackHash: read.hash, proof: { kind: 'password', password: PHRASE } };
  const { protocolHash } = await prescriber.must('POST', act(team, trial, 'signature'), sign);
  await look(team);
  await patient.must('POST', act(team, trial, 'consent'), { protocolHash, text: CONSENT_TEXT, day });
  await look(team);
}

/** Each side is made to draw its own sequence; everything else that chance decides is the same on both. */
async function sealIt(team: Team, trial: string, draws: Draws): Promise<Sealed> {
  const { pair, people, variant } = team;
  const [a, b] = pair.sides;
  const design = designOf(variant);
  const [first, second] = draws(sequencesOf(design).count);
  a.steer(design, first);
  b.steer(design, second);
  const answer = await people.coordinator.must('POST', act(team, trial, 'seal'), { day: today(team) });
  const sealed = [await sealedOn(a, team), await sealedOn(b, team)] as const;
  const lengths = [`${sealed[0].sealed.length}`, `${sealed[1].sealed.length}`] as const;
  pair.compare('stored', 'machine', 'length of what is sealed', lengths);
  await look(team);
  return {
    design,
    kits: answer.kits as readonly string[],
    sequences: [sequencesOf(design).at(first), sequencesOf(design).at(second)],
    commitments: [sealed[0].commitment, sealed[1].commitment],
  };
}

type Sealed = Omit<Ran, 'opened'> & { readonly design: TrialDesign };

async function sealedOn({ ports }: Side, { clinic, case: id }: Team): Promise<{ commitment: string; sealed: string }> {
  const loaded = await loadCase(ports, clinic, id);
  const sealed = loaded?.state.trials.at(-1)?.sealed;
  assert.ok(sealed);
  return sealed;
}

/** The pharmacist reads what to fill, and hands out a block; the lots are each side's own. */
async function handOut(team: Team, design: TrialDesign, of: Kits, block: number): Promise<void> {
  const { pharmacist } = team.people;
  const { trial, kits } = of;
  const periods = blocksOf(design)[block];
  if (!periods) return;
  await pharmacist.must('GET', `${act(team, trial, 'packs')}`, undefined, 'told');
  const handed = { kits: periods.map((period) => kits[period]), filler: 'microcrystalline cellulose' };
  const terms = { ...handed, usableUntil: today(team, 200), day: today(team) };
  const lots = (secret: Secret) =>
    armsOf(design).map((dose) => ({ dose: formatDose(dose), lot: dose === secret.arm() ? 'B7' : 'Charge 2026-11/ä' }));
  const [a, b] = team.pair.sides;
  const body = new Bodies({ ...terms, lots: lots(a.secret) }, { ...terms, lots: lots(b.secret) });
  await pharmacist.must('POST', act(team, trial, 'dispensings'), body);
  await look(team);
}

/** Day 1 is tomorrow. */
async function start(team: Team, trial: string, kits: readonly string[]): Promise<Running> {
  const on = today(team, 1);
  await team.people.prescriber.must('POST', act(team, trial, 'start'), { on, day: today(team) });
  const day = civilDateAt(team.now + DAY);
  for (const side of team.pair.sides) side.start(day);
  await look(team);
  pass(team, 1);
  return { trial, kits, startedAt: team.now };
}

/** What each side held: had both drawn the same, nothing would have been compared. undefined where it could not be opened. */
async function open({ people, pair, clinic, case: id, ...team }: Team, trial: string): Promise<Ran['opened']> {
  const path = `${team.path}/trials/${trial}/opening`;
  await people.prescriber.send('POST', path, { day: today(team) }, 'opened');
  const [a, b] = await Promise.all(pair.sides.map(({ ports }) => loadCase(ports, clinic, id)));
  return [a?.state.trials.at(-1)?.opened?.sequence, b?.state.trials.at(-1)?.opened?.sequence];
}

function designOf({ kind, doses, blocks }: Variant): TrialDesign {
  const parsed = doses.map((text) => got(parseDose(text)));
  const runIn = { how: 'discarded', days: 7 } as const;
  const maximumRise = got(parseDose('4.5 mg'));
  return got(checkDesign({ kind, doses: parsed, periodDays: PERIOD_DAYS, blocks, runIn, maximumRise }));
}
