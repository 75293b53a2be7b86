/**
 * The emergency card, for whoever treats the patient: works without a network and without signing in, in both languages, and
 * says "treat as on naltrexone" whatever is taken (H14, H25). It names what is known, and leaves out what is not.
 */
import { useState } from 'preact/hooks';
import { type LocalDate, parseLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { lastStopOn, planOn } from '../../../../src/records/course.ts';
import { type Language, language } from '../../../kit/language.ts';
import { cardWords as german } from '../../../kit/words/de/patient-card.ts';
import { cardWords as english } from '../../../kit/words/en/patient-card.ts';
import { course, people, phase, today } from '../../phone/phone.ts';
import { Heading } from '../heading.tsx';
import { plannedDose } from '../today/dose-of-day.ts';

const CARD: Readonly<Record<Language, typeof english>> = { en: english, de: german };

export function CardPage() {
  const [shown, setShown] = useState<Language>(language.value);
  const words = CARD[shown];
  const other = shown === 'en' ? 'de' : 'en';
  return (
    <article class="emergency" lang={shown}>
      <div class="day-head apart">
        <Heading>{words.heading}</Heading>
        <button type="button" class="button small screen-only" lang={other} onClick={() => setShown(other)}>
          {words.other}
        </button>
      </div>
      {phase.value === 'ready' ? <Taking words={words} /> : <p class="mass">{words.takesUnknown}</p>}
      <p class="treat">{words.treat}</p>
      <p>{words.blocks}</p>
      <ul class="points">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {phase.value === 'ready' && <Known words={words} />}
      <p>{words.notMonitored}</p>
      <p class="quiet">{words.source}</p>
      <p class="act screen-only">
        <button type="button" class="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </p>
    </article>
  );
}

type CardWords = typeof english;

function Taking({ words }: { words: CardWords }) {
  const state = course.value;
  const dose = doseNow(state, today.value);
  const stopped = lastStopOn(state);
  if (dose !== undefined) return <p class="mass">{words.takes(formatDose(dose))}</p>;
  return <p class="mass">{stopped === undefined ? words.takesUnknown : words.stopped(stopped)}</p>;
}

/** The dose of the plan, whether or not it is taken today. */
function doseNow(state: CaseState, day: LocalDate) {
  const inForce = planOn(state, day);
  return inForce.ok && inForce.value.place !== 'baseline' ? plannedDose(inForce.value) : undefined;
}

function Known({ words }: { words: CardWords }) {
  const state = course.value;
  const last = lastDose(state);
  const prescribers = state.ties.filter(({ relation }) => relation === 'prescriber').map(({ person }) => person);
  const names = prescribers.flatMap((person) => people.value[person] ?? []);
  const patient = people.value[state.patient] ?? state.label;
  return (
    <ul class="plain">
      <li>{`${words.name}: ${patient}`}</li>
      <li>{last ? words.last(last.date, formatDose(last.dose)) : words.lastNone}</li>
      {names.length > 0 && <li>{words.prescriber(names.join(', '))}</li>}
    </ul>
  );
}

/** The last day with some of the drug, planned or not. */
function lastDose({ slots }: CaseState) {
  const key = Object.keys(slots)
    .filter((date) => (slots[date]?.dose ?? 0) > 0)
    .sort()
    .at(-1);
  const date = key === undefined ? undefined : parseLocalDate(key);
  const slot = key === undefined ? undefined : slots[key];
  return date?.ok && slot ? { date: date.value, dose: slot.dose } : undefined;
}
