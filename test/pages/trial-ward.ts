/**
 * A patient in a blinded trial, at the point of it a test needs: two blocks of 4.5 mg against placebo, four kits. Its events
 * are taken as decided; how they come about has tests of its own.
 */
import { formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import type { TrialEvent } from '../../src/records/event-trial.ts';
import { checkProtocol, type DraftProtocol } from '../../src/trial/protocol.ts';
import type { Sequence } from '../../src/trial/sequence.ts';
import { anyId, clockAt, DAY, dayOf, got, type Sent, write } from '../server/case-world.ts';
import { atClinic, live, openWard, scored, screenAndSign, send, type Ward } from './patient-ward.ts';

export const KITS = ['ACD349', 'WXY467', 'FGH679', 'KMN347'] as const;
const HASH = 'a'.repeat(64);
export const PERIOD_DAYS = 28;

/** How far it has come. 'started': day 1 is the ward's today. */
export type Stage = 'signed' | 'consented' | 'sealed' | 'started';
const STAGES: readonly Stage[] = ['signed', 'consented', 'sealed', 'started'];

type Trial = TrialEvent['trial'];

/** Two weeks without the drug and three days at the first dose, then a trial up to `stage`; its name. */
export async function trialWard(stage: Stage): Promise<{ readonly ward: Ward; readonly trial: Trial }> {
  const ward = await openWard(17);
  await live(ward, 14, undefined);
  await screenAndSign(ward, 0, 300);
  await live(ward, 3, 1_500);
  const trial: Trial = anyId();
  const far = STAGES.indexOf(stage);
  await write(ward, ...(await settled(ward, trial)));
  if (far >= 1)
    await write(ward, {
      kind: 'consent-given',
      ...head(trial),
      protocolHash: HASH,
      text: 'consent 1, English',
      on: dayOf(ward),
    });
  if (far >= 2) await write(ward, ...kitsMade(ward, trial));
  if (far >= 3) await write(ward, started(ward, trial));
  return { ward, trial };
}

const head = (trial: Trial) => ({ version: 1, trial }) as const;

async function settled(ward: Ward, trial: Trial): Promise<readonly TrialEvent[]> {
  const plan = (await atClinic(ward)).plans.find(({ status }) => status === 'in-force');
  if (!plan) throw new RangeError('a trial is signed on a plan');
  const protocol = got(checkProtocol(DRAFT, ['pain', 'fatigue', 'sleep']));
  const signed: TrialEvent = {
    ...{ kind: 'trial-signed', ...head(trial), protocol, protocolHash: HASH, plan: plan.plan },
    ...{ screening: { on: dayOf(ward), listVersion: 'list' }, decidedBy: ward.prescriber.person },
    signature: { method: 'password', hash: HASH },
  };
  return [{ kind: 'trial-designed', ...head(trial), protocol }, signed];
}

const DRAFT: DraftProtocol = {
  design: {
    ...{ kind: 'paired-blocks', doses: [micrograms(4_500)], periodDays: PERIOD_DAYS, blocks: 2 },
    ...{ runIn: { how: 'modelled', days: 7 }, maximumRise: micrograms(4_500) },
  },
  primary: { outcome: 'pain', dose: micrograms(4_500) },
  ...{ others: ['fatigue', 'sleep'], rule: { worthwhile: 1, settledAt: 0.95 } },
  analysis: { revision: 'r4', priors: HASH },
  escapeRule: { outcome: 'pain', atLeast: 9, days: 3 },
  ...{ spareCapsules: 2, purpose: 'Your diary looks better, and it could be chance.' },
};

function kitsMade(ward: Ward, trial: Trial): readonly TrialEvent[] {
  const on = dayOf(ward);
  return [
    { kind: 'allocation-sealed', ...head(trial), commitment: HASH, sealed: 'AAAA', key: 'BBBB', kits: KITS },
    {
      ...{ kind: 'kits-dispensed', ...head(trial), kits: KITS, capsulesEach: 30, filler: 'microcrystalline cellulose' },
      ...{ usableUntil: (on + 180) as LocalDate, lots: 'CCCC', on, decidedBy: ward.prescriber.person },
    },
  ];
}

const started = (ward: Ward, trial: Trial): TrialEvent => ({
  ...{ kind: 'trial-started', ...head(trial), on: dayOf(ward) },
  ...{ screening: { on: dayOf(ward), listVersion: 'list' }, decidedBy: ward.prescriber.person },
});

/** What was in the kits, in the open: the drug in the second and the third. */
export async function open(ward: Ward, trial: Trial): Promise<void> {
  const sequence = [0, 4_500, 4_500, 0].map(micrograms) as readonly unknown[] as Sequence;
  const what = { sequence, nonce: HASH, kits: KITS, on: dayOf(ward), decidedBy: ward.prescriber.person };
  await write(ward, { kind: 'allocation-opened', ...head(trial), ...what });
}

/** Lives `days` days of the trial with diary and capsules; the clock ends that much later. */
export async function liveTrial(ward: Ward, trial: Trial, days: number, pain = 5): Promise<void> {
  for (let i = 0; i < days; i++) {
    await send(ward, [scored(ward.now, pain, 5, 4), await capsule(ward, trial)]);
    ward.now += DAY;
  }
}

async function capsule(ward: Ward, trial: Trial): Promise<Sent> {
  const { trials } = await atClinic(ward);
  const begun = trials.find((record) => record.trial === trial)?.started?.on;
  if (begun === undefined) throw new RangeError('the trial has not begun');
  const kit = KITS[Math.floor((dayOf(ward) - begun) / PERIOD_DAYS)];
  const said = { kind: 'kit-dose-recorded', version: 1, trial, kit, status: 'taken' };
  return { id: anyId(), event: { ...said, date: formatLocalDate(dayOf(ward)), clock: clockAt(ward.now) } };
}
