/**
 * What do people do in a case besides keeping its diary? Each act by the use case a page would call, in the morning of the
 * play's day, by whoever may. A step up is taken when the plan permits it, and waited for until then (H4, H11, H12).
 */
import type { PlanId, RequestId } from '../../base/ids.ts';
import { planToJson } from '../../medicine/plan-json.ts';
import type { ProductAtHand } from '../../medicine/product.ts';
import { QUESTIONS, type ScreeningAnswers } from '../../medicine/screening/screening.ts';
import type { PackContent } from '../../medicine/stock/pack.ts';
import type { TitrationPlan } from '../../medicine/titration.ts';
import type { EventOf, PlanPlace } from '../../records/event.ts';
import type { Actor } from '../authority.ts';
import { planInterruption } from '../interruptions.ts';
import { saveDraft } from '../plan-drafts.ts';
import { readBack } from '../plan-read-back.ts';
import { recordProducts } from '../products.ts';
import { answerRequest, makeRequest } from '../requests.ts';
import { answerScreening, reviewScreening } from '../screen-case.ts';
import { finishSigning } from '../sign-plan.ts';
import { dispense } from '../supply.ts';
import { permittedToday, takeMove } from '../titration-moves.ts';
import { DEMONSTRATION_PASSWORD } from './people.ts';
import { type Play, shownDay } from './play.ts';
import { done } from './stage.ts';

/** Longest wait for a step up, and days that are left for what comes this morning. */
const MOST_WAITING = 14;
const LEAST_LEFT = 7;

type Given = Partial<ScreeningAnswers['answers']>;

/** Answers that leave nothing open, but for what is given. */
export function answersOn(play: Play, given: Given = {}, more: Partial<ScreeningAnswers> = {}): ScreeningAnswers {
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  return { on: play.day, answers: { ...answers, ...given } as ScreeningAnswers['answers'], ...more };
}

/** The patient answers the questions. */
export function answer(play: Play, answers = answersOn(play)): Promise<unknown> {
  const { stage, patient, id, day } = play;
  play.answeredOn = day;
  return play.act(async () => done(await answerScreening(stage.ports, patient, id, { answers, day })));
}

/** The prescriber looks at the screening as a whole. */
export function review(play: Play): Promise<unknown> {
  const { stage, cast, id, day } = play;
  return play.act(async () => done(await reviewScreening(stage.ports, cast.prescriber, id, day)));
}

/** Both, with nothing found; and again every month from now on. */
export async function screenClear(play: Play): Promise<void> {
  play.monthly = () => screenClear(play);
  await answer(play);
  await review(play);
}

export type SigningGiven = {
  readonly startAt?: PlanPlace;
  /** Whole days from the first to the last. */
  readonly lasts?: number;
};

/** Drafts, reads back and signs a plan from today on; the diary goes on at its first dose. */
export async function sign(play: Play, content: TitrationPlan, given: SigningGiven = {}): Promise<PlanId> {
  const { stage, cast, id, day } = play;
  const { ports } = stage;
  const { startAt = 'baseline', lasts = 365 } = given;
  const { plan } = await draft(play, content);
  const terms = { plan, validFrom: day, validTo: (day + lasts) as typeof day, startAt, day };
  await play.act(async () => {
    const read = done(await readBack(ports, cast.prescriber, id, terms));
    if (read.hash === undefined)
      throw new RangeError(`not signable on ${shownDay(play)}: ${JSON.stringify(read.faults)}`);
    const proof = { kind: 'password', password: DEMONSTRATION_PASSWORD } as const;
    done(await finishSigning(ports, cast.prescriber, id, { ...terms, readBackHash: read.hash, proof }));
  });
  if (startAt !== 'baseline') play.takes(content.steps[startAt]?.dose ?? 0);
  return plan;
}

/** A draft nobody has signed yet. */
export function draft(play: Play, content: TitrationPlan): Promise<{ readonly plan: PlanId }> {
  const { stage, cast, id } = play;
  return play.act(async () =>
    done(await saveDraft(stage.ports, cast.prescriber, id, { content: planToJson(content) })),
  );
}

/** The patient goes up on the first day the plan permits it; false: not within two weeks, or before there is no day left. */
export async function stepUp(play: Play): Promise<boolean> {
  for (let waited = 0; waited <= MOST_WAITING; waited++) {
    if (await tryMove(play, 'step-up', play.patient)) return true;
    if (play.day + LEAST_LEFT >= play.today) return false;
    await play.keep(1);
  }
  return false;
}

/** A hold or a step down, which are open while the drug may be taken at all. */
export async function move(play: Play, wanted: 'hold' | 'step-down', by: Actor = play.patient): Promise<void> {
  if (!(await tryMove(play, wanted, by))) throw new RangeError(`no ${wanted} on ${shownDay(play)}`);
}

function tryMove(play: Play, wanted: 'hold' | 'step-up' | 'step-down', by: Actor): Promise<boolean> {
  const { stage, id, day } = play;
  return play.act(async () => {
    const { plan, moves } = done(await permittedToday(stage.ports, by, id, day));
    if (!plan || !moves.some((open) => open.move === wanted)) return false;
    const taken = { plan: plan.plan, move: wanted, from: plan.place, day };
    play.takes(done(await takeMove(stage.ports, by, id, taken)).dose);
    return true;
  });
}

/** Asks the prescriber for something. */
export async function ask(
  play: Play,
  wish: EventOf<'request-made'>['wish'],
  note: string,
  by: Actor = play.patient,
): Promise<RequestId> {
  const { stage, id, day } = play;
  return play.act(async () => done(await makeRequest(stage.ports, by, id, { wish, note, day })).request);
}

export async function reply(
  play: Play,
  request: RequestId,
  answer: 'agreed' | 'declined',
  note: string,
): Promise<void> {
  const { stage, cast, id } = play;
  await play.act(async () => done(await answerRequest(stage.ports, cast.prescriber, id, { request, answer, note })));
}

/** What the pharmacist hands out, to be used within so many days (H27). */
export function handOut(play: Play, content: PackContent, lot: string, lastsDays: number): Promise<unknown> {
  const { stage, cast, id, day } = play;
  const storage = content.form === 'liquid' ? 'refrigerator' : 'room';
  const said = {
    lot,
    filler: 'microcrystalline cellulose',
    storage,
    beyondUse: (day + lastsDays) as typeof day,
  } as const;
  return play.act(async () => done(await dispense(stage.ports, cast.pharmacist, id, { content, ...said, day })));
}

/** From today on so many days without a dose, planned by the prescriber. */
export function interrupt(play: Play, days: number): Promise<unknown> {
  const { stage, cast, id, day } = play;
  const asked = { from: day, until: (day + days - 1) as typeof day, why: 'other', day } as const;
  return play.act(async () => done(await planInterruption(stage.ports, cast.prescriber, id, asked)));
}

/** What the patient has at hand, recorded by the prescriber. */
export function supply(play: Play, products: readonly ProductAtHand[]): Promise<unknown> {
  const { stage, cast, id, day } = play;
  return play.act(async () => done(await recordProducts(stage.ports, cast.prescriber, id, { products, day })));
}
