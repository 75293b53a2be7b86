/**
 * A case with a blinded trial at any point of its way, by the services themselves: what the tests of each act begin from.
 * The clock is moved by hand, chance is the system's.
 */
import type { PersonId, TrialId } from '../../src/base/ids.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import type { CaseEvent } from '../../src/records/event.ts';
import { signedTrialHash } from '../../src/records/signature.ts';
import type { TrialRecord } from '../../src/records/trial-state.ts';
import type { Actor } from '../../src/service/authority.ts';
import { loadCase } from '../../src/service/case-record.ts';
import { syncDiary } from '../../src/service/keep-diary.ts';
import { startTrial } from '../../src/service/trial/conduct.ts';
import { giveConsent } from '../../src/service/trial/consent.ts';
import { designTrial, type TypedProtocol } from '../../src/service/trial/design.ts';
import { dispenseKits } from '../../src/service/trial/dispense.ts';
import { sealTrial } from '../../src/service/trial/seal.ts';
import { CONSENT_TEXT } from '../../src/trial/consent.ts';
import { protocolHash } from '../../src/trial/protocol-json.ts';
import { type CaseWorld, DAY, dayOf, doseTaken, got, newCaseWorld, startPlan, tie, write } from './case-world.ts';

export const DOSE = micrograms(1_500);

/** Paired blocks of 1.5 mg and placebo, 28 days a period, two blocks. */
export function typedProtocol(given: Partial<TypedProtocol> = {}): TypedProtocol {
  return {
    design: {
      ...{ kind: 'paired-blocks', doses: [DOSE], periodDays: 28, blocks: 2, maximumRise: DOSE },
      runIn: { how: 'discarded', days: 7 },
    },
    primary: { outcome: 'pain', dose: DOSE },
    others: ['fatigue'],
    rule: { worthwhile: 1, settledAt: 0.9 },
    escapeRule: { outcome: 'pain', atLeast: 9, days: 3 },
    spareCapsules: 2,
    purpose: 'Is it the drug?',
    ...given,
  };
}

export type TrialWorld = CaseWorld & {
  readonly pharmacist: Actor;
  readonly coordinator: Actor;
  trial: TrialId;
};

/** In the order of the way there. */
export const POINTS = ['designed', 'signed', 'consented', 'sealed', 'dispensed', 'running'] as const;
export type Point = (typeof POINTS)[number];

/** A week of 1.5 mg behind, the screening clear, and the trial at this point. */
export async function trialWorld(point: Point, protocol = typedProtocol()): Promise<TrialWorld> {
  const world = (await newCaseWorld()) as TrialWorld;
  const pharmacist = await tie(world, 'Phil Osei', ['pharmacist'], 'pharmacist');
  const coordinator = await tie(world, 'Cleo Haddad', ['coordinator'], 'coordinator');
  await startPlan(world, 300);
  for (let n = 0; n < 7; n++, world.now += DAY)
    got(await syncDiary(world.ports, world.patient, world.case, { sentAt: world.now, events: [doseTaken(world.now)] }));
  await lookAgain(world);
  Object.assign(world, { pharmacist, coordinator });
  const { ports, patient } = world;
  const day = dayOf(world);
  world.trial = got(await designTrial(ports, coordinator, world.case, { protocol, day })).trial;
  const { trial } = world;
  const at = POINTS.indexOf(point);
  if (at >= 1) await write(world, await signedEvent(world));
  const hash = (await recordOf(world)).signed?.protocolHash ?? '';
  const consent = { trial, protocolHash: hash, text: CONSENT_TEXT, day };
  if (at >= 2) got(await giveConsent(ports, patient, world.case, consent));
  if (at >= 3) got(await sealTrial(ports, coordinator, world.case, { trial, day }));
  if (at >= 4) got(await dispenseAll(world));
  if (at >= 5) got(await startTrial(ports, world.prescriber, world.case, { trial, on: day, day }));
  return world;
}

/** A look at the screening today that saw nothing. */
export async function lookAgain(world: CaseWorld): Promise<void> {
  const screened = { on: dayOf(world), listVersion: BUILT_IN_LIST.version, openHard: 0, openSoft: 0 };
  await write(world, { kind: 'case-screened', version: 1, ...screened, findings: [], reports: [] });
}

/** As finishing a signature writes it; the signing itself has tests of its own. */
export async function signedEvent(world: TrialWorld, signer: PersonId = world.prescriber.person): Promise<CaseEvent> {
  const { plans, screened, clinic } = await stateOf(world);
  const { protocol, trial } = await recordOf(world);
  const plan = plans[0]?.plan;
  if (!plan || !screened) throw new RangeError('no plan, or nobody has looked');
  const screening = { on: screened.on, listVersion: screened.listVersion };
  const terms = { trial, plan, screening, protocolHash: protocolHash(protocol) };
  const hash = signedTrialHash({ clinic, case: world.case, ...terms, signer });
  const signature = { method: 'password', hash } as const;
  return { kind: 'trial-signed', version: 1, ...terms, protocol, signature, decidedBy: signer };
}

export const stateOf = async ({ ports, patient, case: id }: CaseWorld): Promise<CaseState> => {
  const loaded = await loadCase(ports, patient.clinic, id);
  if (!loaded) throw new RangeError('no such case');
  return loaded.state;
};

export async function recordOf(world: TrialWorld): Promise<TrialRecord> {
  const record = (await stateOf(world)).trials.find(({ trial }) => trial === world.trial);
  if (!record) throw new RangeError('no such trial');
  return record;
}

/** The plan it rests on ends today. */
export async function endPlanFor(world: TrialWorld): Promise<void> {
  const plan = (await stateOf(world)).plans[0]?.plan;
  if (!plan) throw new RangeError('no plan');
  const ended = { plan, on: dayOf(world), reason: 'It ends here.', decidedBy: world.prescriber.person };
  await write(world, { kind: 'plan-ended', version: 1, ...ended });
}

/** Every kit of the trial, or these. */
export async function dispenseAll(world: TrialWorld, kits?: readonly string[], usableDays = 200) {
  const record = await recordOf(world);
  const lots = [micrograms(0), ...record.protocol.design.doses].map((dose) => ({ dose, lot: `LOT ${dose}` }));
  return dispenseKits(world.ports, world.pharmacist, world.case, {
    ...{ trial: world.trial, kits: kits ?? record.kits, filler: 'cellulose', lots },
    ...{ usableUntil: dayOf(world, usableDays), day: dayOf(world) },
  });
}
