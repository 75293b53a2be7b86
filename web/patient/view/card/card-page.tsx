/**
 * The emergency card, for whoever treats the patient: works without a network and without signing in, in both languages, and
 * says "treat as on naltrexone" whatever is taken (H14, H25). It names what is known, and leaves out what is not.
 */
import { useState } from 'preact/hooks';
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import type { CaseState, NoPlan } from '../../../../src/records/case-state.ts';
import { lastStopOn, planOn } from '../../../../src/records/course.ts';
import { trialOf } from '../../../../src/records/course-trial.ts';
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
  const inForce = planOn(state, today.value);
  const stopped = lastStopOn(state);
  if (inForce.ok && inForce.value.place !== 'baseline')
    return <p class="mass">{words.takes(formatDose(plannedDose(inForce.value)))}</p>;
  if (!inForce.ok && (inForce.error.code === 'in-blinded-trial' || inForce.error.code === 'trial-over'))
    return <p class="mass">{trialText(inForce.error, state, words)}</p>;
  return <p class="mass">{stopped === undefined ? words.takesUnknown : words.stopped(stopped)}</p>;
}

type TrialWhy = Extract<NoPlan, { code: 'in-blinded-trial' | 'trial-over' }>;

/** The trial and the most a capsule of it may hold; never what one holds (H13). */
function trialText(why: TrialWhy, state: CaseState, words: CardWords): string {
  if (why.code === 'trial-over') return words.trialOver(why.on);
  const doses = trialOf(state, why.trial)?.protocol.design.doses ?? [];
  return words.inTrial(formatDose(doses.at(-1) ?? NO_DOSE));
}

function Known({ words }: { words: CardWords }) {
  const state = course.value;
  const last = lastDose(state, words);
  const prescribers = state.ties.filter(({ relation }) => relation === 'prescriber').map(({ person }) => person);
  const names = prescribers.flatMap((person) => people.value[person] ?? []);
  const patient = people.value[state.patient] ?? state.label;
  return (
    <ul class="plain">
      <li>{`${words.name}: ${patient}`}</li>
      <li>{last ? last.text : words.lastNone}</li>
      {last?.isKit && <li>{words.code}</li>}
      {names.length > 0 && <li>{words.prescriber(names.join(', '))}</li>}
    </ul>
  );
}

/** The last day with some of the drug, or with a capsule that may have held it, planned or not. */
function lastDose({ slots, kitDoses }: CaseState, words: CardWords) {
  const ofPlan = Object.keys(slots).filter((date) => (slots[date]?.dose ?? 0) > 0);
  const ofTrial = Object.keys(kitDoses).filter((date) => kitDoses[date]?.status !== 'not-taken');
  const key = [...ofPlan, ...ofTrial].sort().at(-1) ?? '';
  const date = parseLocalDate(key);
  const kit = ofTrial.includes(key) ? kitDoses[key]?.kit : undefined;
  if (!date.ok) return undefined;
  if (kit !== undefined) return { text: words.lastKit(date.value, kit), isKit: true };
  return { text: words.last(date.value, formatDose(slots[key]?.dose ?? NO_DOSE)), isKit: false };
}
