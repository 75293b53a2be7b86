/**
 * How much of a case may this person see? One table again: each part of the state, and the capacities it is shown to. What
 * a person is shown is the sum of their capacities; a part that is not theirs is absent, not empty (H13, H16).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, PlanId } from '../base/ids.ts';
import type { Dose } from '../medicine/dose.ts';
import type { CaseState, PlanStatus } from '../records/case-state.ts';
import { type CaseEvent, DIARY_KINDS, type EventKind } from '../records/event.ts';
import { shownTrial, tellsGuess } from '../records/trial-shown.ts';
import { type Capacity, capacitiesOf, type Standing } from './authority.ts';

const CLINICAL: readonly Capacity[] = ['patient', 'patient-alone', 'prescriber', 'coordinator'];

/** Parts of the state, and who is shown them. Everybody who may read the case is shown what it is called. */
const PARTS = {
  patient: [...CLINICAL, 'carer'],
  indications: CLINICAL,
  washout: CLINICAL,
  ties: CLINICAL,
  medicines: ['patient', 'patient-alone', 'prescriber'],
  answers: ['patient', 'patient-alone', 'prescriber'],
  overrides: ['patient', 'patient-alone', 'prescriber'],
  screened: CLINICAL,
  plans: [...CLINICAL, 'carer'],
  moves: [...CLINICAL, 'carer'],
  products: [...CLINICAL, 'carer', 'pharmacist'],
  interruptions: [...CLINICAL, 'carer', 'pharmacist'],
  slots: [...CLINICAL, 'carer'],
  days: [...CLINICAL, 'carer'],
  sideEffects: [...CLINICAL, 'carer'],
  redFlags: [...CLINICAL, 'carer'],
  changes: CLINICAL,
  requests: [...CLINICAL, 'carer'],
  laboratory: CLINICAL,
  trials: [...CLINICAL, 'carer', 'pharmacist'],
  kitDoses: [...CLINICAL, 'carer'],
  guesses: ['patient', 'patient-alone'],
} as const satisfies Partial<Record<keyof CaseState, readonly Capacity[]>>;
type Part = keyof typeof PARTS;

/** What a pharmacist has to make: the doses of a plan that has force or waits for it, and for how long. */
export type PlanStrengths = {
  readonly plan: PlanId;
  readonly status: PlanStatus;
  readonly doses: readonly Dose[];
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
};

export type CaseView = {
  readonly case: CaseId;
  readonly label: string;
  readonly status: CaseState['status'];
  readonly solo: boolean;
  /** In which capacities it is shown. */
  readonly as: readonly Capacity[];
  /** Pharmacists: instead of the plans. */
  readonly strengths?: readonly PlanStrengths[];
} & { readonly [P in Part]?: CaseState[P] };

/** The case as somebody who stands so to it may see it. */
export function viewFor(standing: Standing, state: CaseState): CaseView {
  const as = capacitiesOf(standing);
  const shown = (Object.keys(PARTS) as Part[]).filter((part) => isShown(PARTS[part], as));
  const seen = { ...state, trials: state.trials.map(shownTrial) };
  const parts = Object.fromEntries(shown.filter((part) => seen[part] !== undefined).map((p) => [p, seen[p]]));
  const { case: id, label, status, solo } = state;
  const strengths = as.includes('pharmacist') ? { strengths: strengthsOf(state) } : {};
  return { case: id, label, status, solo, as, ...strengths, ...parts };
}

/** Whether the days of the diary are among what is shown. */
export const showsDiary = (as: readonly Capacity[]): boolean => isShown(PARTS.kitDoses, as);

const isShown = (to: readonly Capacity[], as: readonly Capacity[]): boolean =>
  as.some((capacity) => to.includes(capacity));

function strengthsOf({ plans }: CaseState): readonly PlanStrengths[] {
  return plans.flatMap(({ plan, status, content, validFrom, validTo }) =>
    validFrom === undefined || validTo === undefined
      ? []
      : [{ plan, status, doses: content.steps.map(({ dose }) => dose), validFrom, validTo }],
  );
}

/** What a trial is and where it stands; a carer's phone says which kit is of the day. */
const TRIAL_KINDS = [
  ...(['trial-designed', 'trial-signed', 'trial-dropped', 'consent-given', 'consent-withdrawn'] as const),
  ...(['allocation-sealed', 'kits-dispensed', 'trial-started', 'trial-stopped', 'allocation-opened'] as const),
];

const PLAN_KINDS = [
  'plan-signed',
  'plan-cosigned',
  'plan-transcribed',
  'plan-ended',
  'move-taken',
  'products-recorded',
  'supply-dispensed',
  'supply-withdrawn',
  'interruption-planned',
  'interruption-ended',
] as const;
/** A carer keeps the diary, so they see the diary, the plan it follows and the requests. */
const CARER_KINDS: readonly EventKind[] = [
  ...[...DIARY_KINDS, ...PLAN_KINDS, ...TRIAL_KINDS],
  ...(['request-made', 'request-answered'] as const),
];

/**
 * Whether an event may be shown; who sees medicines and answers in the case sees them here. A guess is told to nobody else
 * than the patient, nor what puts one right: whoever treats them could be led by it.
 */
export function showsEvent(standing: Standing, event: CaseEvent): boolean {
  const { kind } = event;
  const as = capacitiesOf(standing);
  if (kind.startsWith('medicine-') || kind === 'screening-answered' || kind === 'finding-overridden')
    return isShown(PARTS.medicines, as);
  if (tellsGuess(event)) return isShown(PARTS.guesses, as);
  return isShown(CLINICAL, as) || (as.includes('carer') && CARER_KINDS.includes(kind));
}
