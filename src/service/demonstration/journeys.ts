/**
 * D1 to D5: somebody it helps, somebody it does not, side effects, opioids, and a slow answer at 6 mg. The courses of the
 * teaching cases as people live them; truths stand in src/analysis/journey-course.ts.
 */
import { COURSES } from '../../analysis/journey-course.ts';
import { seededRng } from '../../base/rng.ts';
import { micrograms } from '../../medicine/dose.ts';
import { addTie } from '../case-ties.ts';
import { changeMedicineUse, recordMedicine } from '../medicines.ts';
import {
  answer,
  answersOn,
  ask,
  draft,
  handOut,
  interrupt,
  move,
  reply,
  review,
  screenClear,
  sign,
  stepUp,
  supply,
} from './acts.ts';
import { capsules, oneMilligram, seedWeekly, sixMilligrams } from './plans.ts';
import { type Person, Play } from './play.ts';
import { type Cast, done, type Stage } from './stage.ts';
import type { JourneyCode } from './texts.ts';
import { beginTrial, keepPeriod, playTrial } from './trial-acts.ts';
import { nonResponderTrial, responderTrial, slowTrial } from './trials.ts';

export type Teaching = (stage: Stage, cast: Cast) => Promise<Play>;

/** The person of a journey; the seed is its place in the list, and none was looked for. */
export function personOf(
  { texts }: Stage,
  code: JourneyCode,
  name: keyof typeof COURSES,
  given: Pick<Person, 'days' | 'indications'>,
): Person {
  const rng = seededRng(Number(code.slice(1))).split(name);
  return { code, label: texts.label[code], truth: COURSES[name], rng, ...given };
}

/** The pharmacist and the coordinator are tied to what they work with. */
export async function tieTeam(play: Play): Promise<void> {
  const { stage, cast, id } = play;
  for (const relation of ['pharmacist', 'coordinator'] as const) {
    const tie = { person: cast[relation].person, relation };
    await play.act(async () => done(await addTie(stage.ports, cast.prescriber, id, tie)));
  }
}

/** Screened, with capsules, and signed: four weeks of days without the drug come first. */
export async function beginLadder(play: Play, lasts = 365): Promise<void> {
  await tieTeam(play);
  await screenClear(play);
  await supply(play, capsules(1500, 3000, 4500));
  await sign(play, seedWeekly(), { lasts });
}

/** Two steps a week apart, then the third, as far as the plan permits them. */
export async function climb(play: Play, steps = 3): Promise<void> {
  for (let step = 0; step < steps; step++) {
    if (step > 0) await play.keep(7);
    if (!(await stepUp(play))) return;
  }
}

/**
 * Better at 3 mg, dreams at 4.5 mg: back to 3 mg; four weeks without, so that there is something to compare with; then the
 * same question under a blind, opened, and a plan that goes up to 3 mg again.
 */
export const responder: Teaching = async (stage, cast) => {
  const play = await Play.begin(
    stage,
    cast,
    personOf(stage, 'D1', 'responder', { days: 360, indications: ['M79.7', 'K58.9'] }),
  );
  const { note } = stage.texts;
  await beginLadder(play);
  await play.keep(28);
  await climb(play);
  await play.keep(6);
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'vivid-dreams', grade: 2 });
  await play.keep(4);
  const request = await ask(play, 'step-down', note.stepDown);
  await play.keep(1);
  await reply(play, request, 'agreed', note.stepDownAgreed);
  await move(play, 'step-down');
  await play.keep(5);
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'vivid-dreams', grade: 0 });
  await play.keep(42);
  const pause = await ask(play, 'other', note.pause);
  await play.keep(1);
  await reply(play, pause, 'agreed', note.pauseAgreed);
  await interrupt(play, 28);
  await play.pause(28, () => screenClear(play));
  await play.keepUntil(195);
  await playTrial(play, responderTrial(stage.texts.purpose));
  await screenClear(play);
  await sign(play, seedWeekly(), { startAt: 0 });
  await play.keep(7);
  await climb(play, 1);
  await handOut(play, { form: 'capsule', strength: micrograms(3000), units: 60 }, 'A-0931', 180);
  play.tellsYesterdayToday = true;
  await play.keepUntil(0);
  return play;
};

/**
 * Takes it for some weeks at 4.5 mg, then blinded and opened. The drug does nothing; taking a capsule does what it did in
 * FINAL's placebo arm. Afterwards nothing is taken until a prescriber has decided.
 */
export const nonResponder: Teaching = async (stage, cast) => {
  const play = await Play.begin(
    stage,
    cast,
    personOf(stage, 'D2', 'non-responder', { days: 287, indications: ['M79.7'] }),
  );
  await beginLadder(play);
  await play.keep(28);
  await climb(play);
  await play.keep(20);
  play.tell({ kind: 'change-reported', version: 1, what: 'infection', text: stage.texts.note.infection });
  await play.keepUntil(168);
  await playTrial(play, nonResponderTrial(stage.texts.purpose));
  await play.keepUntil(0);
  return play;
};

/** Holds at 1.5 mg, sleeps worse higher up, goes down, and is signed a plan of 1 mg in the morning. */
export const sideEffects: Teaching = async (stage, cast) => {
  const play = await Play.begin(
    stage,
    cast,
    personOf(stage, 'D3', 'side-effects', { days: 147, indications: ['G93.32'] }),
  );
  const { note, plan } = stage.texts;
  await beginLadder(play);
  await play.keep(28);
  await stepUp(play);
  await play.keep(5);
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'trouble-sleeping', grade: 2 });
  await play.keep(2);
  await move(play, 'hold');
  await play.keep(12);
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'trouble-sleeping', grade: 0 });
  await play.keep(2);
  await stepUp(play);
  await play.keep(10);
  await stepUp(play);
  await play.keep(3);
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'trouble-sleeping', grade: 2 });
  await play.keep(4);
  await move(play, 'step-down');
  await play.keep(2);
  await move(play, 'step-down');
  await play.keep(12);
  const request = await ask(play, 'other', note.morning);
  await play.keep(1);
  await reply(play, request, 'agreed', note.morningAgreed);
  await screenClear(play);
  await supply(play, capsules(500, 1000));
  await sign(play, oneMilligram(plan.oneMilligram), { startAt: 1 });
  // From the evening to the next morning is too soon: the day of the change goes without.
  await play.keep(1, { missed: [0] });
  play.doseHour = 8;
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'trouble-sleeping', grade: 0 });
  await play.keepUntil(0);
  return play;
};

/** Tramadol as a code and co-codamol as text: nothing can be signed, and the clocks of both have begun to run. */
export const opioids: Teaching = async (stage, cast) => {
  const play = await Play.begin(
    stage,
    cast,
    personOf(stage, 'D4', 'opioid-exclusion', { days: 28, indications: ['M54.50'] }),
  );
  const { ports, texts } = stage;
  const { patient, id } = play;
  await tieTeam(play);
  const record = (medicine: Parameters<typeof recordMedicine>[3]['medicine']) =>
    play.act(async () => done(await recordMedicine(ports, patient, id, { medicine, day: play.day })).medicine);
  const tramadol = await record({
    ...{ text: texts.medicine.tramadol, code: { system: 'atc', code: 'N02AX02' }, form: 'extended-release' },
    ...{ use: { kind: 'current' }, chronic: true },
  });
  const current = { kind: 'current' } as const;
  const coCodamol = await record({
    text: texts.medicine.coCodamol,
    form: 'immediate-release',
    use: current,
    chronic: false,
  });
  await record({ text: texts.medicine.paracetamol, form: 'immediate-release', use: current });
  await answer(play, answersOn(play, { 'opioid-in-the-last-90-days': 'yes', 'ever-used-opioids-regularly': 'yes' }));
  await review(play);
  await draft(play, seedWeekly());
  await play.keepUntil(9);
  const stop = (medicine: typeof tramadol, daysAgo: number) => {
    const use = { kind: 'stopped', lastTaken: (play.day - daysAgo) as typeof play.day } as const;
    return play.act(async () => done(await changeMedicineUse(ports, patient, id, { medicine, use, day: play.day })));
  };
  await stop(coCodamol, 1);
  await play.keepUntil(4);
  await stop(tramadol, 1);
  await review(play);
  await play.keepUntil(0);
  return play;
};

/** Little in six weeks at 4.5 mg; a new plan to 6 mg is signed, and the answer comes slowly; now in the midst of a blinded trial. */
export const slowResponder: Teaching = async (stage, cast) => {
  const play = await Play.begin(
    stage,
    cast,
    personOf(stage, 'D5', 'slow-responder', { days: 237, indications: ['G93.32', 'M79.7'] }),
  );
  const { note, plan } = stage.texts;
  await beginLadder(play);
  await play.keep(28);
  await climb(play);
  await play.keep(42);
  const request = await ask(play, 'step-up', note.goOn);
  await play.keep(2);
  await reply(play, request, 'agreed', note.goOnAgreed);
  await screenClear(play);
  await supply(play, capsules(1500, 3000, 4500));
  await sign(play, sixMilligrams(plan.sixMilligrams), { startAt: 3 });
  await play.keepUntil(76);
  const played = await beginTrial(play, slowTrial(stage.texts.purpose));
  await keepPeriod(play, played, 0);
  await keepPeriod(play, played, 1, 20);
  return play;
};
