/**
 * The supply of a case over its whole way: handed out by the pharmacist, counted down by the diary, told to order in time,
 * labels read back by another program, and days without a dose that a prescriber plans (H2, H11, H13, H26, H27, H28, H31).
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { LocalDate } from '../../src/base/calendar.ts';
import type { EventId } from '../../src/base/ids.ts';
import { microgramsPerMillilitre, microlitres } from '../../src/medicine/concentration.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import type { PackContent } from '../../src/medicine/stock/pack.ts';
import { typstTypesetter } from '../../src/platform/typst.ts';
import type { Actor } from '../../src/service/authority.ts';
import { endInterruption, planInterruption } from '../../src/service/interruptions.ts';
import { syncDiary } from '../../src/service/keep-diary.ts';
import type { Settings } from '../../src/service/ports.ts';
import { readState } from '../../src/service/read-case.ts';
import { answerScreening } from '../../src/service/screen-case.ts';
import { dispense, readSupply, withdraw } from '../../src/service/supply.ts';
import { makeLabels } from '../../src/service/supply-labels.ts';
import { permittedToday } from '../../src/service/titration-moves.ts';
import { labelWords as german } from '../../web/kit/words/de/label.ts';
import { labelWords as english } from '../../web/kit/words/en/label.ts';
import { type CaseWorld, codeOf, DAY, dayOf, doseTaken, got, newCaseWorld, startPlan, tie } from './case-world.ts';
import { answersOn } from './signing-world.ts';

const typesetter = typstTypesetter();
after(() => typesetter.close());

type SupplyWorld = CaseWorld & { readonly pharmacist: Actor };

/** A plan from its first step on, and a pharmacist tied to the case. */
async function supplyWorld(): Promise<SupplyWorld> {
  const world = await newCaseWorld();
  await startPlan(world, 60, 0);
  const pharmacist = await tie(world, 'Jo Fell', ['pharmacist'], 'pharmacist');
  const ports = { ...world.ports, typesetter, settings: {} as Settings };
  return Object.assign(world, { ports, pharmacist });
}

const capsules = (units: number, ug = 1500): PackContent => ({ form: 'capsule', strength: micrograms(ug), units });
const bottle: PackContent = {
  ...{ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(100) },
  volume: microlitres(100_000),
};

function handOut(world: SupplyWorld, actor: Actor, content: PackContent, lastsDays = 180) {
  const said = { lot: 'A-0931', filler: 'microcrystalline cellulose', storage: 'room' } as const;
  const days = { beyondUse: dayOf(world, lastsDays), day: dayOf(world) };
  return dispense(world.ports, actor, world.case, { content, ...said, ...days });
}
const read = async (world: SupplyWorld, actor: Actor) =>
  got(await readSupply(world.ports, actor, world.case, dayOf(world)));

async function takeDoses(world: SupplyWorld, days: number): Promise<void> {
  for (let i = 0; i < days; i++) {
    const sent = { sentAt: world.now, events: [doseTaken(world.now)] };
    got(await syncDiary(world.ports, world.patient, world.case, sent));
    world.now += DAY;
  }
}

test('thirty capsules are counted down by the diary, and the day to order comes ten days before the first day without', async () => {
  const world = await supplyWorld();
  got(await handOut(world, world.pharmacist, capsules(30)));
  await takeDoses(world, 5);
  const { supply, outlook } = await read(world, world.pharmacist);
  assert.equal(supply[0]?.left, 25);
  assert.equal(outlook?.held.daysLeft, 25);
  // Held: 25 days from today. Early: 2 days at one, 7 at two, and 3 of the last 9 at three.
  assert.equal(outlook?.held.gap?.first, dayOf(world, 25));
  assert.equal(outlook?.earliest.gap?.first, dayOf(world, 12));
  assert.equal(outlook?.orderBy, dayOf(world, 2));
  assert.equal(outlook?.untold, 0);
});

test('the inbox says that the supply is to be ordered, before the day has come', async () => {
  const world = await supplyWorld();
  got(await handOut(world, world.pharmacist, capsules(300)));
  await takeDoses(world, 1);
  const words = async () => got(await readState(world.ports, world.prescriber, world.case)).attention;
  assert.deepEqual(await words(), []);
  const supply = (await read(world, world.pharmacist)).supply[0]?.supply as EventId;
  got(await handOut(world, world.pharmacist, capsules(20)));
  got(await withdraw(world.ports, world.pharmacist, world.case, { supply, why: 'returned', day: dayOf(world) }));
  assert.deepEqual(await words(), ['supply']);
  assert.equal(
    codeOf(await withdraw(world.ports, world.pharmacist, world.case, { supply, why: 'lost', day: dayOf(world) })),
    'supply-unknown',
  );
});

test('what was handed out stands at hand for the patient until its last day, and nothing without a dispensing is counted', async () => {
  const world = await supplyWorld();
  assert.equal((await read(world, world.patient)).why, 'amount-not-known');
  got(await handOut(world, world.pharmacist, bottle, 30));
  const { products } = got(await readState(world.ports, world.patient, world.case)).view;
  assert.deepEqual(
    products?.map(({ usableUntil }) => usableUntil),
    [dayOf(world, 30)],
  );
  const { outlook } = await read(world, world.patient);
  assert.equal(outlook?.held.coveredThrough, dayOf(world, 30));
  assert.equal(outlook?.spoils.length, 1);
});

test('a 50 mg tablet, a last day that is past and an amount that is none are refused, and nothing is kept (H1, H3)', async () => {
  const world = await supplyWorld();
  const tablet: PackContent = { form: 'tablet', strength: micrograms(50_000), units: 30 };
  for (const refused of [
    handOut(world, world.pharmacist, tablet),
    handOut(world, world.pharmacist, capsules(30), -1),
    handOut(world, world.pharmacist, capsules(99_999)),
  ])
    assert.equal(codeOf(await refused), 'pack-refused');
  assert.deepEqual((await read(world, world.pharmacist)).supply, []);
});

test('what the screening says of an allergy to a filler stands beside the supply, for the pharmacist too (H26)', async () => {
  const world = await supplyWorld();
  assert.equal((await read(world, world.pharmacist)).fillerAllergy, 'no');
  const on = dayOf(world);
  const answers = answersOn(on, { 'hypersensitive-to-excipient': 'yes' });
  got(await answerScreening(world.ports, world.patient, world.case, { answers, day: on }));
  assert.equal((await read(world, world.pharmacist)).fillerAllergy, 'yes');
});

test('a patient of a clinic hands nothing out, a coordinator reads no supply, a pharmacist plans no interruption (H16)', async () => {
  const world = await supplyWorld();
  const coordinator = await tie(world, 'Kim Ode', ['coordinator'], 'coordinator');
  const days = { from: dayOf(world, 1), until: dayOf(world, 5), why: 'operation', day: dayOf(world) } as const;
  assert.equal(codeOf(await handOut(world, world.patient, capsules(30))), 'not-allowed');
  assert.equal(codeOf(await readSupply(world.ports, coordinator, world.case, dayOf(world))), 'not-allowed');
  assert.equal(codeOf(await planInterruption(world.ports, world.pharmacist, world.case, days)), 'not-allowed');
});

test('planned days without a dose: the plan shows none, a dose is kept as outside the plan, and it ends when it is said to', async () => {
  const world = await supplyWorld();
  const days = { from: dayOf(world), until: dayOf(world, 5), why: 'supply-gap', day: dayOf(world) } as const;
  const { interruption } = got(await planInterruption(world.ports, world.prescriber, world.case, days));
  const today = () => permittedToday(world.ports, world.patient, world.case, dayOf(world));
  const closed = got(await today());
  assert.deepEqual([closed.dose, closed.reasons.map(({ code }) => code)], [0, ['interruption-planned']]);
  const sent = { sentAt: world.now, events: [doseTaken(world.now)] };
  const { answers } = got(await syncDiary(world.ports, world.patient, world.case, sent));
  assert.equal(answers[0]?.outcome, 'refused');
  world.now += DAY;
  const end = { interruption, on: dayOf(world), day: dayOf(world) };
  got(await endInterruption(world.ports, world.prescriber, world.case, end));
  assert.equal(got(await today()).dose, 1500);
  assert.equal(codeOf(await endInterruption(world.ports, world.prescriber, world.case, end)), 'interruption-unknown');
});

test('days without a dose are planned ahead, not back, for half a year at most, and only where a plan lives', async () => {
  const world = await supplyWorld();
  const plan = (from: number, until: number) =>
    planInterruption(world.ports, world.prescriber, world.case, {
      ...{ from: dayOf(world, from), until: dayOf(world, until), why: 'other', day: dayOf(world) },
    });
  for (const [from, until] of [
    [-1, 5],
    [5, 4],
    [0, 182],
  ] as const)
    assert.equal(codeOf(await plan(from, until)), 'interruption-out-of-range');
  const empty = Object.assign(await newCaseWorld(), { pharmacist: world.pharmacist });
  const asked = { from: dayOf(empty), until: dayOf(empty, 2), why: 'other', day: dayOf(empty) } as const;
  assert.equal(
    codeOf(await planInterruption(empty.ports, empty.prescriber, empty.case, asked)),
    'nothing-to-interrupt',
  );
});

const noReader = spawnSync('pdftotext', ['-v']).error ? 'pdftotext is not here' : false;

function textOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  try {
    writeFileSync(join(folder, 'labels.pdf'), bytes);
    const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'labels.pdf'), '-'], { encoding: 'utf8' });
    return stdout.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a label says drug, strength, every dose in what to take, lot, filler and last day, and names nobody', {
  skip: noReader,
}, async () => {
  const world = await supplyWorld();
  const labels = (words: typeof english, day: LocalDate = dayOf(world)) =>
    makeLabels(world.ports, world.pharmacist, world.case, { day, words });
  assert.equal(codeOf(await labels(english)), 'nothing-handed-out');
  got(await handOut(world, world.pharmacist, bottle));
  const file = got(await labels(english));
  assert.match(file.name, /^labels-2026-11-01\.pdf$/);
  const text = textOf(file.bytes);
  for (const said of [
    ...['Naltrexone 1 mg/mL', 'A-17', '100 mL = 100 mg', '1.5 mg = 1.5 mL', '3 mg = 3 mL', '4.5 mg = 4.5 mL'],
    ...['Lot A-0931', 'microcrystalline cellulose', '30 Apr 2027', 'Never together with opioids'],
  ])
    assert.ok(text.includes(said), `${said} in ${text}`);
  assert.ok(!text.includes('Robin') && !text.includes('Sato'));
  assert.ok(textOf(got(await labels(german)).bytes).includes('Naltrexon 1 mg/mL'));
});
