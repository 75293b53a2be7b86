/**
 * Today's dose first: how much, what to take, and one tap to say what became of it. Where there is no dose it says why and
 * what to do. One dose a civil day: a filled day shows what it holds (H1, H8, H9, H10). No number is ever typed.
 */
import { formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { CaseState, PlanInForce, PlanRecord } from '../../../../src/records/case-state.ts';
import { nextInterruption } from '../../../../src/records/interruption.ts';
import { permitted, reportChange, sync, today } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Fetched } from '../fetched.tsx';
import { dayOf, momentText, timeText } from '../moment.ts';
import { say } from '../said.ts';
import { TRIAL_PARTS } from '../trial/load.ts';
import { DoseChoice } from './dose-choice.tsx';
import type { DoseOfDay } from './dose-of-day.ts';
import { KeptDose } from './kept-dose.tsx';
import { noPlanText } from './no-plan-text.ts';
import { TakeLine } from './take-line.tsx';

type DoseCardProps = { readonly of: DoseOfDay; readonly state: CaseState; readonly date: LocalDate };

export function DoseCard({ of, state, date }: DoseCardProps) {
  const words = say().today.dose;
  return (
    <section class="card dose" aria-label={words.name}>
      <Inside {...{ of, state, date }} />
    </section>
  );
}

function Inside({ of, state, date }: DoseCardProps) {
  const words = say().today.dose;
  switch (of.kind) {
    case 'kept':
      return <KeptDose slot={of.slot} inForce={of.inForce} state={state} date={date} />;
    case 'flag':
      return <Stopped rules={of.rules} />;
    case 'no-plan':
      return <NoDose text={noPlanText(of.why)} />;
    case 'baseline':
      return <Baseline day={of.day} of={of.of} />;
    case 'closed':
      return <Closed of={of} date={date} />;
    case 'too-soon':
      return (
        <>
          <p class="mass">{words.tooSoon(timeText(of.from))}</p>
          <p>{words.tooSoonHelp}</p>
        </>
      );
    case 'kit':
      return <Fetched load={TRIAL_PARTS.kit} with={{ ...of, state, date }} />;
    default:
      return <Due of={of} state={state} date={date} />;
  }
}

type DueProps = {
  readonly of: Extract<DoseOfDay, { kind: 'due' }>;
  readonly state: CaseState;
  readonly date: LocalDate;
};

function Due({ of: { dose, inForce }, state, date }: DueProps) {
  const words = say().today.dose;
  return (
    <>
      <p class="mass">
        {formatDose(dose)} <span class="when">{words.when[inForce.content.timeOfDay]}</span>
      </p>
      <TakeLine dose={dose} products={state.products ?? []} date={date} />
      <DoseChoice dose={dose} inForce={inForce} date={date} />
      <Version inForce={inForce} state={state} />
      <Ahead state={state} date={date} />
    </>
  );
}

/** Days without a dose are told before they come. */
const TOLD_AHEAD_DAYS = 14;

function Ahead({ state, date }: { state: CaseState; date: LocalDate }) {
  const next = nextInterruption(state, date);
  if (!next || next.from > date + TOLD_AHEAD_DAYS) return null;
  return <p>{say().today.dose.ahead(next.from, next.until)}</p>;
}

/** Which plan this is and how fresh the phone's knowledge of it (H8). */
export function Version({ inForce, state }: { inForce: PlanInForce; state: CaseState }) {
  const words = say().today.dose;
  const record = state.plans.find(({ plan }) => plan === inForce.plan);
  const { lastOk } = sync.value;
  return (
    <p class="quiet">
      {words.version(signedOn(record, inForce), inForce.validTo)}. {record?.transcribed && `${words.transcribed}. `}
      {lastOk === undefined ? words.checkedNever : words.checked(momentText(lastOk))}.
    </p>
  );
}

function signedOn(record: PlanRecord | undefined, { since }: PlanInForce): LocalDate {
  const at = record?.signatures[0]?.at;
  return at === undefined ? (record?.validFrom ?? since) : dayOf(at);
}

function NoDose({ text }: { text: string }) {
  const words = say().today.dose;
  return (
    <>
      <p class="mass">{words.noDose}</p>
      <p>{text}</p>
    </>
  );
}

function Baseline({ day, of }: { day: number; of: number }) {
  const words = say().today.dose;
  const mayStart = permitted.value?.answer.moves.some(({ move }) => move === 'step-up') ?? false;
  return (
    <>
      <p class="mass">{words.noDose}</p>
      <p>{day > of ? words.baselineDone(of) : words.baseline(day, of)}</p>
      <p class="quiet">{words.baselineWhy}</p>
      {(day > of || mayStart) && (
        <p>
          <a class="button" href={addressOf('plan')}>
            {words.toPlan}
          </a>
        </p>
      )}
    </>
  );
}

function Stopped({ rules }: { rules: Extract<DoseOfDay, { kind: 'flag' }>['rules'] }) {
  const words = say();
  return (
    <>
      <p class="mass">{words.today.dose.flag}</p>
      {rules.map((rule) => (
        <p key={rule}>{words.fresh.serious.now[rule]}</p>
      ))}
      <p>{words.today.dose.flagHelp}</p>
      <p>
        <a class="button" href={addressOf('card')}>
          {words.frame.card}
        </a>
      </p>
    </>
  );
}

type ClosedProps = { readonly of: Extract<DoseOfDay, { kind: 'closed' }>; readonly date: LocalDate };

/** Missed days may be answered here, as the weekly question: the rules of the plan then leave the dose open again. */
function Closed({ of: { reasons }, date }: ClosedProps) {
  const words = say().today.dose;
  const { run, busy, trouble } = useActing();
  const codes = reasons.map(({ code }) => code);
  const isPlanned = codes.every((code) => code === 'interruption-planned');
  const mayResume = date === today.value && codes.every((code) => code === 'rescreen-before-resuming');
  return (
    <>
      <p class="mass">{isPlanned ? words.noDose : words.closed}</p>
      {reasons.map((reason) => (
        <p key={reason.code}>{closedText(reason)}</p>
      ))}
      {mayResume ? (
        <>
          <p>{words.resumeHelp}</p>
          <p class="act">
            <button
              {...{ type: 'button', class: 'button', 'aria-disabled': busy }}
              onClick={() => void run(() => reportChange('nothing-new', '', date))}
            >
              {words.resume}
            </button>
          </p>
          <Trouble text={trouble} />
        </>
      ) : (
        !isPlanned && <p>{words.closedHelp}</p>
      )}
    </>
  );
}

function closedText(reason: { readonly code: string }): string {
  const told = say().today.dose.closedWhy;
  const sentence = (told as unknown as Readonly<Record<string, ((why: object) => string) | undefined>>)[reason.code];
  return sentence?.(reason) ?? '';
}

/** "2026-11-27" of the day, for addresses. */
export const dayKey = (date: LocalDate): string => formatLocalDate(date);
