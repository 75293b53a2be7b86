/**
 * How does the clinic of the demonstration come to be? Case after case by the real use cases, the teaching ones first, with
 * a pause after each for whoever else asks this process something. Two buildings of one day hold the same (H35).
 */
import type { CaseId } from '../../base/ids.ts';
import type { Actor } from '../authority.ts';
import { computeFinding } from '../find.ts';
import { nonResponder, opioids, responder, sideEffects, slowResponder, type Teaching } from './journeys.ts';
import { smallDose, surgery, traveller, withdrawn } from './journeys-more.ts';
import { gatherCast } from './people.ts';
import { SMALL_CASES, smallCase } from './small-cases.ts';
import { type Cast, DAY, type Stage } from './stage.ts';
import type { JourneyCode } from './texts.ts';

const TEACHING: Readonly<Record<JourneyCode, Teaching>> = {
  D1: responder,
  D2: nonResponder,
  D3: sideEffects,
  D4: opioids,
  D5: slowResponder,
  D6: smallDose,
  D7: surgery,
  D8: traveller,
  D9: withdrawn,
};
export const CASES = Object.keys(TEACHING).length + SMALL_CASES;

/** Days before today on which the clinic was set up: before the first day of any case. */
const BEFORE = 380;

/** Those a visitor may be, as they come to be known. */
export type Known = {
  cast?: Cast;
  patient?: Actor;
  liquidPatient?: Actor;
  trialPatient?: Actor;
  carer?: Actor;
  readonly cases: Map<string, CaseId>;
};

/** Builds it all; `told` after every case. */
export async function buildClinic(stage: Stage, known: Known, told: () => void): Promise<void> {
  stage.clock.set(stage.now - BEFORE * DAY);
  const cast = await gatherCast(stage);
  known.cast = cast;
  for (const [code, teach] of Object.entries(TEACHING) as [JourneyCode, Teaching][]) {
    const play = await teach(stage, cast);
    await play.send();
    stage.clock.set(stage.now);
    if (code === 'D1') {
      await computeFinding(stage.ports, cast.admin.clinic, play.id);
      known.patient = play.patient;
    }
    if (code === 'D5') known.trialPatient = play.patient;
    if (code === 'D6') {
      known.liquidPatient = play.patient;
      known.carer = play.keeper;
    }
    known.cases.set(code, play.id);
    told();
    await stage.pause();
  }
  for (let number = 1; number <= SMALL_CASES; number++) {
    await smallCase(stage, cast, number);
    told();
    await stage.pause();
  }
}
