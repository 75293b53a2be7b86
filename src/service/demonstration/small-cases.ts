/**
 * D10: forty people with short courses around a mean effect that is close to nothing, so that lists look like those of a
 * clinic. Some of them are why a prescriber would open the inbox this morning (H20, H37).
 */
import { drawClinicPerson } from '../../analysis/journey-course.ts';
import { seededRng } from '../../base/rng.ts';
import { answer, answersOn, ask, review, screenClear, sign, supply } from './acts.ts';
import { climb } from './journeys.ts';
import { capsules, seedWeekly } from './plans.ts';
import { Play } from './play.ts';
import type { Cast, Stage } from './stage.ts';

export const SMALL_CASES = 40;
const SEED = 10;

/** What is special about the case with this number, from 1; all others just go on. */
const MORNING: Readonly<Record<number, (play: Play) => Promise<void>>> = {
  3: async (play) => {
    await play.keepUntil(2);
    play.tell({ kind: 'side-effect-reported', version: 1, name: 'headache', grade: 2 });
    await play.keepUntil(0);
  },
  7: async (play) => {
    await play.keepUntil(1);
    const { newOne } = play.stage.texts.medicine;
    play.tell({ kind: 'change-reported', version: 1, what: 'new-medicine', text: newOne });
    await play.keepUntil(0);
  },
  15: (play) => play.keepUntil(6),
  22: async (play) => {
    await play.keepUntil(0);
    await ask(play, 'step-up', play.stage.texts.note.goOn);
  },
};
/** Case whose plan ends in a few days, and case whose screening was left half filled. */
const EXPIRING = 11;
const HALF_SCREENED = 19;

/** One of the forty, from the first day to today. */
export async function smallCase(stage: Stage, cast: Cast, number: number): Promise<void> {
  const code = `C${String(number).padStart(2, '0')}`;
  const rng = seededRng(SEED).split(code);
  const days = 38 + (number % 5) * 4;
  const person = { code, label: stage.texts.smallLabel(code), indications: ['M79.7'], rng };
  const play = await Play.begin(stage, cast, { ...person, truth: drawClinicPerson(rng.split('person')), days });
  if (number === HALF_SCREENED) return halfScreened(play);
  await screenClear(play);
  await supply(play, capsules(1500, 3000, 4500));
  await sign(play, seedWeekly(), number === EXPIRING ? { lasts: days + 4 } : {});
  await play.keep(14);
  await climb(play, number % 8 === 5 ? 2 : 3);
  await (MORNING[number] ?? ((each: Play) => each.keepUntil(0)))(play);
  await play.send();
}

/** Half the questions answered with "not known": nothing can be signed, and the prescriber has seen it. */
async function halfScreened(play: Play): Promise<void> {
  await play.keepUntil(3);
  const unknown = { 'pregnant-or-trying': 'unknown', 'cirrhosis-child-pugh-b-or-c': 'unknown' } as const;
  const open = { 'immunosuppressant-or-biologic': 'unknown', 'positive-opioid-urine-test': 'unknown' } as const;
  await answer(play, answersOn(play, { ...unknown, ...open }));
  await review(play);
  await play.keepUntil(0);
  await play.send();
}
