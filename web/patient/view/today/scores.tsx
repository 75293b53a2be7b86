/**
 * How was the day? Pain, fatigue and sleep, each one tap; all three as yesterday in one; "too ill to log" in two, and it
 * counts (H29). Saves by itself and says when it has.
 */
import { useId, useRef } from 'preact/hooks';
import { formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import type { Score } from '../../../../src/trial/diary.ts';
import { sync } from '../../phone/phone.ts';
import { Trouble } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { say } from '../said.ts';
import { type DayDraft, type Scores, useDayDraft } from './day-draft.ts';
import { type ItemName, ScoreRow } from './score-row.tsx';

const ITEMS: readonly ItemName[] = ['pain', 'fatigue', 'sleep'];
const ALL_TOO_ILL: Scores = Object.fromEntries(ITEMS.map((item) => [item, { kind: 'too-ill' }]));

type DayScoresProps = {
  readonly state: CaseState;
  readonly date: LocalDate;
  /** Nothing is asked about the dose any more: filled, or there is none. */
  readonly doseSettled: boolean;
};

export function DayScores({ state, date, doseSettled }: DayScoresProps) {
  const words = say().today.scores;
  const kept = keptScores(state, date);
  const draft = useDayDraft(date);
  const shown: Scores = { ...kept, ...draft.open };
  const isIll = ITEMS.every((item) => shown[item]?.kind === 'too-ill');
  const heading = useId();
  const place = useRef<HTMLElement>(null);
  const keepAll = (scores: Scores, same: boolean): void => {
    draft.keep(scores, same);
    place.current?.focus(); // the button that was pressed is gone
  };
  return (
    <section ref={place} class="scores" aria-labelledby={heading} tabIndex={-1}>
      <h2 id={heading} class="spoken">
        {words.heading}
      </h2>
      {isIll ? <p class="card">{words.illSaid}</p> : <Shortcuts {...{ state, date, shown }} keepAll={keepAll} />}
      {ITEMS.map((item) => (
        <ScoreRow key={item} {...{ item, score: shown[item] }} choose={(score) => draft.keep({ [item]: score })} />
      ))}
      <KeptLine {...{ state, date, draft, shown, doseSettled }} />
      <Trouble text={draft.trouble} />
    </section>
  );
}

type ShortcutsProps = {
  readonly state: CaseState;
  readonly date: LocalDate;
  readonly shown: Scores;
  readonly keepAll: (scores: Scores, same: boolean) => void;
};

/** Offered while nothing has been said about the day. */
function Shortcuts({ state, date, shown, keepAll }: ShortcutsProps) {
  const words = say().today.scores;
  const before = keptScores(state, (date - 1) as LocalDate);
  const values = Object.fromEntries(ITEMS.flatMap((item) => (isValue(before[item]) ? [[item, before[item]]] : [])));
  if (ITEMS.some((item) => shown[item])) return null;
  return (
    <div class="act">
      {Object.keys(values).length === ITEMS.length && (
        <button type="button" class="button" onClick={() => keepAll(values as Scores, true)}>
          {words.same}
        </button>
      )}
      <Confirm button={words.ill} question={words.illAsk} yes={words.illYes} act={() => keepAll(ALL_TOO_ILL, false)} />
    </div>
  );
}

const isValue = (score: Score | undefined): boolean => score?.kind === 'value';

type KeptLineProps = DayScoresProps & { readonly draft: DayDraft; readonly shown: Scores };

/** Quiet, and told to a screen reader when it changes. */
function KeptLine({ state, date, draft, shown, doseSettled }: KeptLineProps) {
  const words = say().today.scores;
  const day = state.days[formatLocalDate(date)];
  const answered = ITEMS.every((item) => shown[item]);
  const open = Object.keys(draft.open).length > 0;
  const marks = (day?.how ?? []).map((how) => words.how[how]);
  const told = sync.value.waiting === 0 ? words.toldKept : words.kept;
  return (
    <div role="status" class="kept-line">
      {open && <p class="quiet">{words.keeping}</p>}
      {!open && day && <p class="quiet">{[told, ...marks].join('. ')}.</p>}
      {!open && answered && <p class="done">{doseSettled ? words.done : words.doneBut}</p>}
    </div>
  );
}

/** Of the three items, what the day holds. */
export function keptScores(state: CaseState, date: LocalDate): Scores {
  const scores = state.days[formatLocalDate(date)]?.scores ?? {};
  return Object.fromEntries(
    ITEMS.flatMap((item) => {
      const score = scores[item];
      return score && score.kind !== 'not-asked' ? [[item, score]] : [];
    }),
  );
}
