/** What the example journeys are called, what each teaches, and why a request for one is refused. All are synthetic. */
import type { JourneyFault, JourneyName } from '../../../../src/analysis/journey.ts';

/** One line a journey; a new journey does not compile until it has its line. */
export const JOURNEY_TITLE: Record<JourneyName, string> = {
  responder: 'Pain falls at 3 mg and no further at 4.5 mg; dreams at 4.5 mg; then blinded periods',
  'non-responder': 'Better while openly taking it, no different from placebo when blinded',
  'side-effects': 'Sleep worsens as the dose rises; back to 1 mg, a little less fatigue',
  'opioid-exclusion': 'Takes an opioid, so never starts: a baseline diary without an answer',
  'slow-responder': 'Nothing for weeks at 4.5 mg, better at 6 mg: onset takes a month',
  'small-dose': 'Best at 0.75 mg and worse at 1.5 mg, with many days too ill to log',
  surgery: 'Held for an operation and started again from the first step',
  traveller: 'Clock changes, time zones and a date that never was',
  withdrawn: 'Consent withdrawn after 33 days: too short to say much',
  'clinic-of-40': 'Forty people, on average hardly any effect, each one different',
};

/** Where a synthetic diary is shown. */
export const SYNTHETIC_MARK = 'Synthetic: nobody kept this diary.';

const FAULT: { readonly [C in JourneyFault['code']]: (fault: Extract<JourneyFault, { code: C }>) => string } = {
  'journey-unknown': ({ name }) => `There is no journey "${name}"; titrial simulate --list shows them all.`,
  'journey-days-out-of-range': ({ days, least, most }) =>
    `This journey has ${least} to ${most} days; ${days} were asked for.`,
  'journey-seed-not-whole': ({ seed }) => `A seed is a whole number from 0 to 4294967295, not ${seed}.`,
};

/** Why a journey was refused, as a sentence. */
export function journeyFaultText(fault: JourneyFault): string {
  const say = FAULT[fault.code] as (fault: JourneyFault) => string;
  return say(fault);
}
