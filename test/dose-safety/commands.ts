/**
 * What people and phones ask for, sensible and hostile: wrong days, old plans, stale places, two devices, somebody
 * else's signature, a new medicine in between. Each goes through the rules of the world; what they accept is written.
 */
import type { LocalDate } from '../../src/base/calendar.ts';
import type { PlanId } from '../../src/base/ids.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import { QUESTIONS, type ScreeningAnswers } from '../../src/medicine/screening/screening.ts';
import type { PlanRecord } from '../../src/records/case-state.ts';
import { planOn } from '../../src/records/course.ts';
import type { PlanPlace } from '../../src/records/event.ts';
import { checkDay } from '../../src/service/civil-day.ts';
import { reviewOf } from '../../src/service/screen-case.ts';
import { decisionHash, signedTerms } from '../../src/service/titration-plans.ts';
import { keepEvening } from './diary.ts';
import { PLANS, TOO_HIGH } from './plans.ts';
import { PEOPLE, type Who, type World } from './world.ts';

/** Tries something; true when it was accepted and written. */
export type Command = (world: World) => boolean;

const POLICY = { maximumCeiling: micrograms(7_000) };
const plus = (day: number, days: number): LocalDate => (day + days) as LocalDate;

/** Mostly the one who may, sometimes anybody. */
const somebody = (world: World, may: Who): Who =>
  world.chance(80) ? may : world.pick(Object.keys(PEOPLE) as readonly Who[]);

/** Mostly today where the person is; sometimes a day that is none. */
function someDay(world: World, today: LocalDate): LocalDate {
  return world.chance(85) ? today : plus(today, world.pick([-30, -2, -1, 1, 2, 9]));
}

const isPlausible = (world: World, day: LocalDate): boolean => checkDay(day, world.now).ok;

function draft(world: World): boolean {
  const content = world.chance(92) ? world.pick(PLANS) : world.pick(TOO_HIGH);
  world.take({ kind: 'plan-drafted', version: 1, plan: world.fresh<'plan'>(4), content });
  return true;
}

/** Mostly the newest plan of that status; sometimes any plan, or one nobody has heard of. */
function somePlan(world: World, status: PlanRecord['status']): PlanId {
  const { plans } = world.state;
  const fitting =
    world.chance(85) || plans.length === 0 ? plans.findLast((record) => record.status === status) : world.pick(plans);
  return fitting?.plan ?? world.fresh<'plan'>(4);
}

/** The terms somebody asks for: as they should be when `calm`, else wrong in some way now and then. */
function someTerms(world: World, day: LocalDate, calm: boolean): Omit<Terms, 'screening'> {
  const plan = somePlan(world, 'drafted');
  if (calm) {
    const startAt = world.chance(40) ? ('baseline' as const) : 0;
    return { plan, validFrom: day, validTo: plus(day, world.pick([12, 60, 120])), startAt };
  }
  const top = world.state.plans.find((each) => each.plan === plan)?.content.steps.length ?? 3;
  const startAt: PlanPlace = world.chance(35) ? 'baseline' : world.rng.below(top + 1);
  const validFrom = plus(day, world.pick([0, 0, 0, 0, 0, -1, 1, 1, -3, 10, 400]));
  const validTo = plus(validFrom, world.pick([4, 12, 20, 60, 120, 360, 366, 367, 2_000]));
  return { plan, validFrom, validTo, startAt };
}

function sign(world: World, calm = world.chance(30)): boolean {
  const day = calm ? world.clinicDay() : someDay(world, world.clinicDay());
  if (!isPlausible(world, day)) return false;
  const usual: Who = world.solo ? 'patient' : 'first';
  const who = calm ? usual : somebody(world, usual);
  const terms = someTerms(world, day, calm);
  const hash = hashFor(world, terms, who);
  const slip = !calm && world.chance(5);
  const readBackHash = slip ? hashFor(world, { ...terms, validTo: plus(terms.validTo, 1) }, who) : hash;
  const signature = { method: 'password', hash: slip && world.chance(50) ? 'f'.repeat(64) : hash } as const;
  const command = { ...terms, signer: PEOPLE[who], readBackHash, signature, prescribedBy: 'Dr Somebody' };
  const grounds = { day, screening: world.screening(day), policy: POLICY };
  const rule = world.solo && who === 'patient' ? world.rules.transcribe : world.rules.sign;
  const decided = rule(world.state, command, grounds);
  if (decided.ok) world.take(decided.value, who, day);
  return decided.ok;
}

type Terms = Parameters<typeof decisionHash>[1];

function hashFor({ state }: World, terms: Omit<Terms, 'screening'>, who: Who): string {
  const record = state.plans.find(({ plan }) => plan === terms.plan);
  if (!record || !state.screened) return '0'.repeat(64);
  const { on, listVersion } = state.screened;
  return decisionHash(state, { ...terms, screening: { on, listVersion } }, record.content, PEOPLE[who]);
}

function cosign(world: World): boolean {
  const plan = somePlan(world, 'half-signed');
  const day = someDay(world, world.clinicDay());
  if (!isPlausible(world, day)) return false;
  const who = world.chance(60) ? 'second' : world.chance(60) ? 'first' : somebody(world, 'second');
  const record = world.state.plans.find((each) => each.plan === plan);
  const terms = record && signedTerms(record);
  const hash = record && terms ? decisionHash(world.state, terms, record.content, PEOPLE[who]) : '0'.repeat(64);
  const readBackHash = world.chance(95) ? hash : 'e'.repeat(64);
  const command = { plan, signer: PEOPLE[who], readBackHash, signature: { method: 'password', hash } as const };
  const grounds = { day, screening: world.screening(day), policy: POLICY };
  const decided = world.rules.cosign(world.state, command, grounds);
  if (decided.ok) world.take(decided.value, who, day);
  return decided.ok;
}

function end(world: World): boolean {
  const day = someDay(world, world.clinicDay());
  if (!isPlausible(world, day)) return false;
  const who = somebody(world, world.solo ? 'patient' : 'first');
  const reason = world.chance(95) ? 'moves to another clinic' : 'x';
  const on = plus(day, world.pick([0, 0, 1, 5, -1, -20]));
  const command = { plan: somePlan(world, 'in-force'), on, reason, decidedBy: PEOPLE[who] };
  const decided = world.rules.end(world.state, command, day);
  if (decided.ok) world.take(decided.value, who, day);
  return decided.ok;
}

function move(world: World, calm = world.chance(30)): boolean {
  const day = calm ? world.day() : someDay(world, world.day());
  if (!isPlausible(world, day)) return false;
  const usual = world.chance(75) || world.solo ? 'patient' : 'first';
  const who = calm ? usual : somebody(world, usual);
  const inForce = planOn(world.state, day);
  const plan = inForce.ok && (calm || world.chance(92)) ? inForce.value.plan : somePlan(world, 'superseded');
  const place = inForce.ok ? inForce.value.place : 'baseline';
  const from: PlanPlace = calm || world.chance(92) ? place : world.pick(['baseline', 0, 1, 2] as const);
  const wish = calm ? 'step-up' : world.pick(['step-up', 'step-up', 'step-down', 'hold'] as const);
  const command = { plan, move: wish, from, decidedBy: PEOPLE[who] } as const;
  const decided = world.rules.move(world.state, command, day, world.screening(day));
  if (decided.ok) world.take(decided.value, who, day);
  return decided.ok;
}

/** Seven evenings, a look at the screening, a step up: what a good week is, as far as the rules let it be one. */
function goodWeek(world: World): boolean {
  if (!planOn(world.state, world.day()).ok) return false;
  for (let i = 0; i < 7; i++) keepEvening(world);
  world.pass(20);
  look(world, world.clinicDay());
  return move(world, true);
}

function stop(world: World): boolean {
  const day = someDay(world, world.day());
  if (!isPlausible(world, day)) return false;
  const who = somebody(world, 'patient');
  const decided = world.rules.stop(world.state, { decidedBy: PEOPLE[who] }, day);
  if (decided.ok) world.take(decided.value, who, day);
  return decided.ok;
}

const MEDICINES = ['paracetamol', 'paracetamol', 'tramadol', 'tramadol', 'what grandmother takes'] as const;

function medicine(world: World): boolean {
  const used = world.chance(50)
    ? ({ kind: 'current' } as const)
    : ({ kind: 'stopped', lastTaken: plus(world.day(), -world.rng.below(25)) } as const);
  const form = world.pick(['immediate-release', 'extended-release'] as const);
  const entered = { id: world.fresh<'medicine'>(5), text: world.pick(MEDICINES), form, use: used };
  world.take({ kind: 'medicine-recorded', version: 1, medicine: entered }, 'patient');
  return true;
}

function medicineStopped(world: World): boolean {
  const taken = world.state.medicines.filter(({ use }) => use.kind === 'current');
  if (taken.length === 0) return false;
  const lastTaken = plus(world.day(), -world.rng.below(20));
  const { id } = world.pick(taken);
  world.take(
    { kind: 'medicine-use-changed', version: 1, medicine: id, use: { kind: 'stopped', lastTaken } },
    'patient',
  );
  return true;
}

/** A reason is given for anything: on what may not be set aside it must not count. */
function override(world: World): boolean {
  const found = world.screening(world.clinicDay()).findings.filter(({ severity }) => severity === 'hard');
  if (found.length === 0) return false;
  const { key } = world.pick(found);
  const decided = { key, reason: 'it will be all right', on: world.clinicDay(), decidedBy: PEOPLE.first };
  world.take({ kind: 'finding-overridden', version: 1, ...decided });
  return true;
}

export function answersOn(on: LocalDate, pregnant: 'yes' | 'no' = 'no'): ScreeningAnswers {
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  return { on, answers: { ...answers, 'pregnant-or-trying': pregnant } as ScreeningAnswers['answers'] };
}

function answer(world: World): boolean {
  world.take({ kind: 'screening-answered', version: 1, answers: answersOn(world.day()) }, 'patient');
  return true;
}

function look(world: World, day: LocalDate): boolean {
  const last = world.state.screened?.on ?? day;
  if (!isPlausible(world, day) || last > day || world.state.status !== 'open') return false;
  world.take(reviewOf(world.state, world.screening(day)));
  return true;
}

function review(world: World): boolean {
  return look(world, someDay(world, world.clinicDay()));
}

/** Rarely closed, soon opened again. */
function reopenOrClose(world: World): boolean {
  const { status } = world.state;
  if (status === 'open' && world.chance(80)) return false;
  world.take({ kind: status === 'open' ? 'case-closed' : 'case-reopened', version: 1, reason: 'as agreed' });
  return true;
}

function clearFlag(world: World): boolean {
  const open = world.state.redFlags.filter(({ clearedOn }) => clearedOn === undefined);
  const [flag] = open;
  if (!flag) return false;
  const { rule } = flag;
  const flags = open.filter((each) => each.rule === rule).map(({ entry }) => entry);
  const decided = { rule, flags, on: world.clinicDay(), reason: 'looked into it', decidedBy: PEOPLE.first };
  world.take({ kind: 'red-flag-cleared', version: 1, ...decided });
  return true;
}

/** Hours pass; the traveller's clock jumps, with the season or across the date line. */
function wait(world: World): boolean {
  world.pass(world.chance(70) ? world.rng.below(30) : world.rng.below(24 * 9));
  if (world.chance(30))
    world.zone = Math.max(-720, Math.min(840, world.zone + world.pick([60, -60, 480, -480, 1380, -1380])));
  return true;
}

/** What a clinic does on a good day: answers, a look, a draft and a signature. */
function beginTherapy(world: World): boolean {
  if (!world.state.answers) answer(world);
  if (world.chance(90)) look(world, world.clinicDay());
  draft(world);
  return sign(world, world.chance(70));
}

/** By name, with how often each is tried; the diary's own stand in diary.ts. */
export const CLINIC_COMMANDS: readonly (readonly [name: string, weight: number, command: Command])[] = [
  ['begin', 6, beginTherapy],
  ['good week', 14, goodWeek],
  ['draft', 1, draft],
  ['sign', 3, (world) => sign(world)],
  ['cosign', 3, cosign],
  ['end', 1, end],
  ['move', 8, (world) => move(world)],
  ['stop', 1, stop],
  ['medicine', 1, medicine],
  ['medicine stopped', 2, medicineStopped],
  ['override', 1, override],
  ['answer', 1, answer],
  ['review', 3, review],
  ['close', 1, reopenOrClose],
  ['clear flag', 3, clearFlag],
  ['wait', 4, wait],
];
