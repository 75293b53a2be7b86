/**
 * D6 to D9: a liquid kept by a carer, an operation in ten days, a traveller over eight zones, and somebody who withdrew. The
 * rarer courses, each for one thing that goes wrong elsewhere (H4, H9, H15, H33).
 */
import { addTie } from '../case-ties.ts';
import { closeCase } from '../open-case.ts';
import { stopTherapy } from '../titration-moves.ts';
import { answer, answersOn, ask, handOut, move, reply, screenClear, sign, stepUp, supply } from './acts.ts';
import { beginLadder, climb, personOf, type Teaching, tieTeam } from './journeys.ts';
import { bringCarer } from './people.ts';
import { bottle, oneMilligramPerMillilitre, quarterSteps } from './plans.ts';
import { Play } from './play.ts';
import { done } from './stage.ts';

/** Quarter and half milligrams of a liquid; best at 0.75 mg, worse at 1.5 mg; a carer keeps what can be kept. */
export const smallDose: Teaching = async (stage, cast) => {
  const given = { days: 196, indications: ['G93.32'] };
  const play = await Play.begin(stage, cast, personOf(stage, 'D6', 'small-dose', given));
  const { note, plan } = stage.texts;
  await tieTeam(play);
  const carer = await play.act(async () => bringCarer(stage, cast, 'carer'));
  const tie = { person: carer.person, relation: 'carer' } as const;
  await play.act(async () => done(await addTie(stage.ports, play.patient, play.id, tie)));
  await screenClear(play);
  await sign(play, quarterSteps(plan.quarterSteps));
  play.keeper = carer;
  await play.keep(28);
  await supply(play, oneMilligramPerMillilitre((play.today + 21) as typeof play.today));
  for (const days of [21, 21, 28, 21]) {
    await stepUp(play);
    await play.keep(days);
  }
  await stepUp(play);
  await play.keep(6);
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'more-pain', grade: 2 });
  play.tell({ kind: 'change-reported', version: 1, what: 'crash', text: note.crash });
  await play.keep(5);
  const request = await ask(play, 'step-down', note.lowerFirst, carer);
  await play.keep(1);
  await reply(play, request, 'agreed', note.lowerFirstAgreed);
  await move(play, 'step-down', cast.prescriber);
  await play.keep(1);
  await move(play, 'step-down', cast.prescriber);
  await play.keep(5);
  await handOut(play, bottle(50), 'L-2217', play.today + 21 - play.day);
  play.tell({ kind: 'side-effect-reported', version: 1, name: 'more-pain', grade: 0 });
  play.tellsYesterdayToday = true;
  await play.keepUntil(0);
  return play;
};

/** An operation in ten days: told this morning, and asked what to do; the day to hold from follows from its date. */
export const surgery: Teaching = async (stage, cast) => {
  const given = { days: 77, indications: ['M79.7'] };
  const play = await Play.begin(stage, cast, personOf(stage, 'D7', 'surgery', given));
  await beginLadder(play);
  await play.keep(28);
  await climb(play);
  await play.keepUntil(0);
  const operationOn = (play.today + 10) as typeof play.today;
  await answer(play, answersOn(play, { 'operation-planned-within-14-days': 'yes' }, { operationOn }));
  await ask(play, 'hold', stage.texts.note.operation);
  return play;
};

const HOME = 'Europe/London';
const AWAY = 'America/Los_Angeles';

/** Home, three weeks on the other side of eight zones, and home again, where the evening comes eight hours sooner. */
export const traveller: Teaching = async (stage, cast) => {
  const given = { days: 217, indications: ['M79.7'] };
  const play = await Play.begin(stage, cast, personOf(stage, 'D8', 'traveller', given));
  play.zoneOn = () => HOME;
  await beginLadder(play);
  await play.keep(28);
  await climb(play);
  await play.keepUntil(70);
  play.zoneOn = () => AWAY;
  await play.keep(21);
  play.zoneOn = () => HOME;
  // 21:00 there is 05:00 at home: eighteen hours later it is 23:00.
  play.doseHour = 23.5;
  await play.keep(1);
  play.doseHour = 21;
  await play.keep(1, { missed: [0] });
  await play.keepUntil(0);
  return play;
};

/** Stopped in the second week and withdrew; the case is closed, and nothing more is kept. */
export const withdrawn: Teaching = async (stage, cast) => {
  const given = { days: 62, indications: ['G93.32'] };
  const play = await Play.begin(stage, cast, personOf(stage, 'D9', 'withdrawn', given));
  const { ports, texts } = stage;
  await beginLadder(play);
  await play.keep(21);
  await stepUp(play);
  await play.keep(7);
  await stepUp(play);
  await play.keep(5);
  await play.act(async () => done(await stopTherapy(ports, play.patient, play.id, { day: play.day })));
  await play.act(async () => done(await closeCase(ports, cast.prescriber, play.id, { reason: texts.closing })));
  return play;
};
