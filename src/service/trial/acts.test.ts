/** Each act of a trial: who it is refused to, when, and what it writes; stopping is never refused to the patient (H11, H13). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, DAY, dayOf, got, write } from '../../../test/server/case-world.ts';
import {
  dispenseAll,
  POINTS,
  recordOf,
  stateOf,
  type TrialWorld,
  trialWorld,
  typedProtocol,
} from '../../../test/server/trial-world.ts';
import { micrograms, NO_DOSE } from '../../medicine/dose.ts';
import { planOn } from '../../records/course.ts';
import { phaseOn } from '../../records/course-trial.ts';
import { CONSENT_TEXT } from '../../trial/consent.ts';
import { exportCase } from '../export-case.ts';
import { readEvents } from '../read-case.ts';
import { stopTherapy } from '../titration-moves.ts';
import { openAllocation, packList } from '../unblind.ts';
import { recordDeviation, startTrial, stopTrial } from './conduct.ts';
import { giveConsent, withdrawConsent } from './consent.ts';
import { designTrial, dropTrial } from './design.ts';
import { dispenseKits } from './dispense.ts';
import { sealTrial } from './seal.ts';

const at = (world: TrialWorld) => ({ trial: world.trial, day: dayOf(world) });
const phase = async (world: TrialWorld) => phaseOn(await recordOf(world), dayOf(world));

test('a draft is drafted anew until it is signed, and a faulty one is refused with every fault', async () => {
  const world = await trialWorld('designed');
  const { ports, prescriber, case: id } = world;
  const better = typedProtocol({ purpose: '  A better question.  ' });
  got(await designTrial(ports, prescriber, id, { ...at(world), protocol: better }));
  assert.equal((await recordOf(world)).protocol.purpose, 'A better question.');
  const { design } = typedProtocol();
  const faulty = typedProtocol({ design: { ...design, periodDays: 7, blocks: 1 }, others: ['mood'], purpose: ' ' });
  const refused = await designTrial(ports, prescriber, id, { ...at(world), protocol: faulty });
  assert.ok(!refused.ok && refused.error.code === 'protocol-faulty');
  assert.deepEqual(
    refused.error.faults.map(({ code }) => code),
    ['blocks-out-of-range', 'period-out-of-range', 'run-in-out-of-range', 'outcome-not-kept', 'purpose-empty'],
  );
  const still = typedProtocol({ design: { ...design, maximumRise: micrograms(100) } });
  const nothing = await designTrial(ports, prescriber, id, { ...at(world), protocol: still });
  assert.ok(!nothing.ok && nothing.error.code === 'protocol-faulty');
  assert.deepEqual(
    nothing.error.faults.map(({ code }) => code),
    ['nothing-to-randomise'],
  );
  const signed = await trialWorld('signed');
  const late = await designTrial(signed.ports, signed.prescriber, signed.case, { ...at(signed), protocol: better });
  assert.equal(codeOf(late), 'trial-not-at-this-point');
});

test('a trial is given up with a reason, before it has begun and not after', async () => {
  for (const point of POINTS) {
    const world = await trialWorld(point);
    const drop = (reason: string) => dropTrial(world.ports, world.coordinator, world.case, { ...at(world), reason });
    if (point !== 'running') assert.equal(codeOf(await drop('no')), 'reason-too-short');
    assert.equal(
      codeOf(await drop('Another way was found.')),
      point === 'running' ? 'trial-not-at-this-point' : 'done',
    );
    assert.equal(await phase(world), point === 'running' ? 'running' : 'dropped');
  }
});

test('consent is given by the patient to exactly what was signed, in a text that is known', async () => {
  const world = await trialWorld('signed');
  const { ports, patient, prescriber, case: id } = world;
  const protocolHash = (await recordOf(world)).signed?.protocolHash ?? '';
  const give = (more: object, by = patient) =>
    giveConsent(ports, by, id, { ...at(world), protocolHash, text: CONSENT_TEXT, ...more });
  assert.equal(codeOf(await give({}, prescriber)), 'not-allowed');
  assert.equal(codeOf(await give({ protocolHash: '0'.repeat(64) })), 'protocol-differs');
  assert.equal(codeOf(await give({ text: 'older' })), 'consent-text-unknown');
  assert.equal(codeOf(await give({})), 'done');
  assert.equal(codeOf(await give({})), 'trial-not-at-this-point');
  const withdraw = () => withdrawConsent(ports, patient, id, { ...at(world), reason: '' });
  assert.equal(codeOf(await withdraw()), 'done');
  assert.equal(codeOf(await withdraw()), 'no-consent-given');
  assert.equal(codeOf(await sealTrial(ports, prescriber, id, at(world))), 'trial-not-at-this-point');
  assert.equal(codeOf(await give({})), 'done');
});

test('taking consent back ends a running trial in the same act, by the patient', async () => {
  const world = await trialWorld('running');
  got(await withdrawConsent(world.ports, world.patient, world.case, { ...at(world), reason: 'Too much.' }));
  const { stopped, consent } = await recordOf(world);
  assert.equal(consent?.withdrawnOn, dayOf(world));
  assert.deepEqual(stopped, {
    ...{ on: dayOf(world), why: 'consent-withdrawn', note: 'Too much.', by: world.patient.person },
  });
  assert.equal(await phase(world), 'over');
});

test('the order is drawn once, after consent; the record holds a commitment, codes, and bytes for the pharmacy', async () => {
  const early = await trialWorld('signed');
  assert.equal(
    codeOf(await sealTrial(early.ports, early.pharmacist, early.case, at(early))),
    'trial-not-at-this-point',
  );
  const world = await trialWorld('consented');
  const sealed = got(await sealTrial(world.ports, world.pharmacist, world.case, at(world)));
  assert.equal(
    codeOf(await sealTrial(world.ports, world.pharmacist, world.case, at(world))),
    'trial-not-at-this-point',
  );
  const record = await recordOf(world);
  assert.equal(record.sealed?.commitment, sealed.commitment);
  assert.equal(record.sealed?.key, world.ports.pharmacy.sealerFor(world.patient.clinic).key);
  assert.equal(new Set(sealed.kits).size, 4);
  assert.deepEqual(Object.keys(sealed).sort(), ['commitment', 'kits', 'seq', 'trial']);
});

test('kits leave the pharmacy in whole blocks, fresh enough, with a lot for each content', async () => {
  const world = await trialWorld('sealed');
  const { ports, pharmacist, case: id } = world;
  const { kits } = await recordOf(world);
  const lots = [NO_DOSE, micrograms(1_500)].map((dose) => ({ dose, lot: 'A1' }));
  const give = (more: object, by = pharmacist) =>
    dispenseKits(ports, by, id, {
      ...at(world),
      kits,
      filler: 'cellulose',
      usableUntil: dayOf(world, 200),
      lots,
      ...more,
    });
  assert.equal(codeOf(await give({}, world.prescriber)), 'not-allowed');
  for (const some of [[], kits.slice(0, 1), kits.slice(1, 3), kits.slice(0, 3), ['ZZZZZZ'], [kits[0], kits[0]]])
    assert.equal(codeOf(await give({ kits: some })), 'kits-not-whole-blocks', JSON.stringify(some));
  assert.equal(codeOf(await give({ lots: lots.slice(1) })), 'lots-not-of-the-arms');
  assert.equal(codeOf(await give({ lots: [...lots, ...lots] })), 'lots-not-of-the-arms');
  assert.equal(codeOf(await give({ usableUntil: dayOf(world, 110) })), 'kits-expire-too-soon');
  assert.equal(codeOf(await give({ usableUntil: dayOf(world, 111), kits: [...kits].reverse() })), 'done');
  const [first] = (await recordOf(world)).dispensed;
  assert.deepEqual([first?.kits, first?.capsulesEach], [kits, 30]);
  assert.equal(codeOf(await give({})), 'kits-dispensed-already');
  const lost = { what: 'kit-lost', note: 'Left on a train.', on: dayOf(world) } as const;
  assert.equal(codeOf(await recordDeviation(ports, pharmacist, id, { ...at(world), ...lost })), 'done');
  assert.equal(codeOf(await give({})), 'done');
});

test('lots of any length are sealed in texts of one length', async () => {
  const lengths = new Set<number>();
  for (const lot of ['A', 'A much longer lot number, forty letters!', 'Ä漢字']) {
    const world = await trialWorld('sealed');
    const { kits } = await recordOf(world);
    const lots = [NO_DOSE, micrograms(1_500)].map((dose) => ({ dose, lot }));
    const given = { kits, filler: 'cellulose', usableUntil: dayOf(world, 200), lots };
    got(await dispenseKits(world.ports, world.pharmacist, world.case, { ...at(world), ...given }));
    lengths.add((await recordOf(world)).dispensed[0]?.lots.length ?? 0);
    const packs = got(await packList(world.ports, world.pharmacist, world.case, world.trial));
    assert.deepEqual(packs.dispensings[0]?.lots, lots);
  }
  assert.equal(lengths.size, 1);
});

test('a block whose kit was lost is handed out again, whole', async () => {
  const world = await trialWorld('running');
  const lost = { what: 'kit-lost', note: 'Left on a train.', on: dayOf(world) } as const;
  assert.equal(codeOf(await dispenseAll(world)), 'kits-dispensed-already');
  got(await recordDeviation(world.ports, world.pharmacist, world.case, { ...at(world), ...lost }));
  assert.equal(codeOf(await dispenseAll(world)), 'done');
});

test('a deviation is noted for a day that has been, in words', async () => {
  const world = await trialWorld('running');
  world.now += 3 * DAY;
  const note = (more: object) =>
    recordDeviation(world.ports, world.coordinator, world.case, {
      ...{ ...at(world), what: 'missed-days', note: 'Was in hospital.', on: dayOf(world), ...more },
    });
  assert.equal(codeOf(await note({ note: 'no' })), 'reason-too-short');
  assert.equal(codeOf(await note({ on: dayOf(world, 1) })), 'deviation-out-of-range');
  assert.equal(codeOf(await note({ on: dayOf(world, -4) })), 'deviation-out-of-range');
  assert.equal(codeOf(await note({ on: dayOf(world, -3) })), 'done');
  assert.equal((await recordOf(world)).deviations.length, 1);
});

test('the patient and a prescriber end a trial, nobody else does', async () => {
  for (const who of ['patient', 'prescriber'] as const) {
    const world = await trialWorld('running');
    const stop = (by: TrialWorld[typeof who]) =>
      stopTrial(world.ports, by, world.case, { ...at(world), why: 'patient-wish', note: '' });
    assert.equal(codeOf(await stop(world.coordinator)), 'not-allowed');
    assert.equal(codeOf(await stop(world[who])), 'done');
    assert.equal(codeOf(await stop(world[who])), 'trial-not-at-this-point');
    assert.equal((await recordOf(world)).stopped?.by, world[who].person);
  }
});

test('stopping the therapy ends plan and trial in one act, also after the plan was ended', async () => {
  const world = await trialWorld('running');
  got(await stopTherapy(world.ports, world.patient, world.case, { day: dayOf(world) }));
  const state = await stateOf(world);
  assert.equal(state.trials[0]?.stopped?.on, dayOf(world));
  assert.equal(state.moves.at(-1)?.to, 'stopped');
  assert.equal(
    codeOf(await stopTherapy(world.ports, world.patient, world.case, { day: dayOf(world) })),
    'nothing-to-stop',
  );
  const ended = await trialWorld('running');
  const plan = (await stateOf(ended)).plans[0]?.plan;
  assert.ok(plan);
  const end = { plan, on: dayOf(ended), reason: 'It ends here.', decidedBy: ended.prescriber.person };
  await write(ended, { kind: 'plan-ended', version: 1, ...end });
  assert.equal(got(await stopTherapy(ended.ports, ended.patient, ended.case, { day: dayOf(ended) })).plan, plan);
  assert.equal(await phase(ended), 'over');
});

test('a trial that was stopped before day 1 leaves the plan as it is', async () => {
  const world = await trialWorld('dispensed');
  const on = dayOf(world, 5);
  got(await startTrial(world.ports, world.prescriber, world.case, { ...at(world), on }));
  assert.equal(await phase(world), 'ready');
  got(await stopTrial(world.ports, world.patient, world.case, { ...at(world), why: 'patient-wish', note: '' }));
  assert.equal(planOn(await stateOf(world), on).ok, true);
});

test('events are read without what is sealed, and a guess by nobody but the patient', async () => {
  const world = await trialWorld('running');
  const read = async (by: TrialWorld['patient']) =>
    got(await readEvents(world.ports, by, world.case, { after: 0, limit: 1_000 })).events.map(({ event }) => event);
  const record = await recordOf(world);
  const sealed = record.sealed?.sealed ?? 'none';
  for (const by of [world.patient, world.prescriber, world.coordinator]) {
    const text = JSON.stringify(await read(by));
    assert.ok(text.includes('allocation-sealed') && text.includes('kits-dispensed'));
    assert.equal(text.includes(sealed) || text.includes(record.dispensed[0]?.lots ?? 'none'), false);
  }
  const guess = {
    period: 0,
    guess: 'drug',
    confidence: 3,
    reason: 'felt-better',
    note: '',
    date: dayOf(world),
  } as const;
  const clock = { instant: world.now, offsetMinutes: 0 };
  await write(world, { kind: 'guess-given', version: 1, trial: world.trial, ...guess, clock });
  assert.ok(JSON.stringify(await read(world.patient)).includes('guess-given'));
  for (const by of [world.prescriber, world.coordinator])
    assert.equal(JSON.stringify(await read(by)).includes('guess-given'), false);
});

test('an export holds nothing sealed, and the guesses of a sealed trial only in the patient’s own', async () => {
  const world = await trialWorld('running');
  const guess = {
    period: 0,
    guess: 'drug',
    confidence: 3,
    reason: 'felt-better',
    note: 'dreams',
    date: dayOf(world),
  } as const;
  const clock = { instant: world.now, offsetMinutes: 0 };
  await write(world, { kind: 'guess-given', version: 1, trial: world.trial, ...guess, clock });
  const record = await recordOf(world);
  const text = async (by: TrialWorld['patient']) => JSON.stringify(got(await exportCase(world.ports, by, world.case)));
  for (const by of [world.patient, world.prescriber]) {
    const told = await text(by);
    assert.equal(
      told.includes(record.sealed?.sealed ?? 'none') || told.includes(record.dispensed[0]?.lots ?? 'none'),
      false,
    );
    assert.equal(told.includes('dreams'), by === world.patient);
  }
  world.now += 120 * DAY;
  got(await openAllocation(world.ports, world.prescriber, world.case, at(world)));
  assert.ok((await text(world.prescriber)).includes('dreams'));
});
