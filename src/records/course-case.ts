/**
 * What does each event of the clinic change in a case? One step of the fold for every kind a device does not send; these
 * count in the order of the ledger. Decides nothing: what may be written was decided before it was.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import type { CaseState, RequestRecord } from './case-state.ts';
import { refreshReports } from './course-diary.ts';
import { addMove, cosignPlan, draftPlan, endPlan, signPlan, stopPlans, transcribePlan } from './course-plans.ts';
import type { CaseEvent, DiaryEvent, EventOf, Recorded } from './event.ts';
import { SUPPLY_STEPS } from './supply-steps.ts';
import { TRIAL_STEPS } from './trial-steps.ts';

/** Events whose order in the ledger counts, after the one that opens the case. */
export type ClinicEvent = Exclude<CaseEvent, DiaryEvent | EventOf<'case-opened'>>;
type Kind = ClinicEvent['kind'];
type Steps = { readonly [K in Kind]: (state: CaseState, recorded: Recorded<EventOf<K>>) => CaseState };

/** The state of a case that has just been opened. */
export function openedCase({ clinic, case: id, event }: Recorded<EventOf<'case-opened'>>): CaseState {
  const { patient, label, indications, solo, washout } = event;
  return {
    ...{ clinic, case: id, patient, label, indications, solo, washout },
    status: 'open',
    ...{ ties: [], medicines: [], overrides: [], screenedOn: [], plans: [], moves: [] },
    ...{ slots: {}, days: {}, sideEffects: [], redFlags: [], changes: [], requests: [], laboratory: [] },
    ...{ trials: [], kitDoses: {}, guesses: {} },
    ...{ supply: [], interruptions: [] },
    ...{ entries: {}, corrections: {}, flagsCleared: {}, reportsSeen: {} },
  };
}

/** The state after one event of the clinic. */
export function takeEvent(state: CaseState, recorded: Recorded<ClinicEvent>): CaseState {
  const step = STEPS[recorded.event.kind] as (state: CaseState, recorded: Recorded) => CaseState;
  return step(state, recorded);
}

const STEPS: Steps = {
  ...TRIAL_STEPS,
  'tie-made': (state, { event: { person, relation } }) => ({
    ...state,
    ties: [...withoutTie(state, person, relation), { person, relation }],
  }),
  'tie-ended': (state, { event: { person, relation } }) => ({ ...state, ties: withoutTie(state, person, relation) }),
  'case-closed': (state) => ({ ...state, status: 'closed' }),
  'case-reopened': (state) => ({ ...state, status: 'open' }),
  'case-exported': (state) => state,
  'case-erased': (state) => ({ ...state, status: 'erased' }),
  'medicine-recorded': (state, { event: { medicine } }) => ({
    ...lookAgain(state),
    medicines: [...state.medicines.filter(({ id }) => id !== medicine.id), medicine],
  }),
  'medicine-use-changed': (state, { event: { medicine, use } }) => ({
    ...(use.kind === 'stopped' ? state : lookAgain(state)),
    medicines: state.medicines.map((entered) => (entered.id === medicine ? { ...entered, use } : entered)),
  }),
  'medicine-resolved': (state, { event: { medicine, resolution } }) => ({
    ...state,
    medicines: state.medicines.map((entered) => (entered.id === medicine ? { ...entered, resolution } : entered)),
  }),
  'screening-answered': (state, { event: { answers } }) => ({ ...state, answers }),
  'finding-overridden': (state, { event: { key, reason, on, decidedBy } }) => ({
    ...state,
    overrides: [...state.overrides.filter((other) => other.key !== key), { key, person: decidedBy, reason, on }],
  }),
  'case-screened': (state, { event }) => screened(state, event),
  'plan-drafted': (state, { event }) => ({ ...state, plans: draftPlan(state.plans, event) }),
  'plan-signed': (state, recorded) => ({ ...state, plans: signPlan(state.plans, recorded) }),
  'plan-cosigned': (state, recorded) => ({ ...state, plans: cosignPlan(state.plans, recorded) }),
  'plan-transcribed': (state, { event }) => ({ ...state, plans: transcribePlan(state.plans, event) }),
  'plan-ended': (state, { event: { plan, on } }) => ({ ...state, plans: endPlan(state.plans, plan, on) }),
  'move-taken': (state, { event }) => ({
    ...state,
    moves: addMove(state.moves, event),
    plans: event.to === 'stopped' ? stopPlans(state.plans, event.on) : state.plans,
  }),
  'request-made': (state, { by, event: { request, wish, note, on } }) => ({
    ...state,
    requests: [...state.requests.filter((other) => other.request !== request), { request, by, wish, note, on }],
  }),
  'request-answered': (state, { event }) => ({
    ...state,
    requests: state.requests.map((request) => answered(request, event)),
  }),
  'red-flag-cleared': (state, { event: { flags, on } }) =>
    refreshReports({ ...state, flagsCleared: { ...marked(flags, on), ...state.flagsCleared } }),
  'laboratory-asked': (state, { event: { test, on } }) => ({
    ...state,
    laboratory: [...state.laboratory, { test, askedOn: on }],
  }),
  'laboratory-answered': (state, { event }) => ({ ...state, laboratory: resultCame(state.laboratory, event) }),
  ...SUPPLY_STEPS,
};

function withoutTie({ ties }: CaseState, person: string, relation: string): CaseState['ties'] {
  return ties.filter((tie) => !(tie.person === person && tie.relation === relation));
}

/** What was screened is not any more what is taken. */
function lookAgain(state: CaseState): CaseState {
  return state.screened ? { ...state, screened: { ...state.screened, stale: true } } : state;
}

function screened(state: CaseState, event: EventOf<'case-screened'>): CaseState {
  const { on, listVersion, openHard, openSoft, reports } = event;
  const days = new Set<LocalDate>([...state.screenedOn, on]);
  return refreshReports({
    ...state,
    screened: { on, listVersion, openHard, openSoft, stale: false },
    screenedOn: [...days].sort((a, b) => a - b),
    reportsSeen: { ...state.reportsSeen, ...marked(reports, true as const) },
  });
}

function answered(request: RequestRecord, event: EventOf<'request-answered'>): RequestRecord {
  if (request.request !== event.request || request.answer) return request;
  return { ...request, answer: event.answer, answeredBy: event.decidedBy };
}

/** The result belongs to the test that has waited longest. */
function resultCame(
  laboratory: CaseState['laboratory'],
  event: EventOf<'laboratory-answered'>,
): CaseState['laboratory'] {
  const asked = laboratory.findIndex(({ test, answeredOn }) => test === event.test && answeredOn === undefined);
  return laboratory.map((each, i) => (i === asked ? { ...each, answeredOn: event.on } : each));
}

function marked<T>(ids: readonly EventId[], as: T): Readonly<Record<string, T>> {
  return Object.fromEntries(ids.map((id) => [id, as]));
}
