/**
 * What is open on the day of the letter, so that nobody who reads it takes silence for all clear: what screening found
 * against the drug, what the patient told of and nobody has answered for, wishes without an answer, tests without a result
 * (H4, H20, H24).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseState } from '../../records/case-state.ts';
import type { LetterFacts } from './letter.ts';
import type { LetterWords, Reported } from './letter-words.ts';
import { brief, type Line } from './part.ts';
import { briefAbout } from './request-page.ts';

/** Days for which a planned operation that was told of is still news. */
const NEWS = 90;

/** The gravest first. */
export function openPoints({ state, screening, day }: LetterFacts, words: LetterWords): readonly Line[] {
  const against = screening.findings.filter(({ severity, overriddenBy }) => severity === 'hard' && !overriddenBy);
  const wishes = state.requests.filter(({ answer, on }) => answer === undefined && on <= day);
  const tests = state.laboratory.filter(({ answeredOn }) => answeredOn === undefined);
  return [
    ...against.map((finding): Line => {
      const sentence = words.screening.finding({ ...finding, about: briefAbout(finding.about) });
      return [{ strong: words.against(sentence) }];
    }),
    ...reports(state, day).map(({ what, text, date }): Line => [{ strong: words.reported(what, brief(text), date) }]),
    ...wishes.map(({ wish, on }): Line => [words.wished(wish, on)]),
    ...tests.map(({ test, askedOn }): Line => [words.waiting(brief(test), askedOn)]),
  ];
}

type Report = { readonly what: Reported; readonly text: string; readonly date: LocalDate };

function reports({ changes }: CaseState, day: LocalDate): readonly Report[] {
  return changes.flatMap(({ what, text, date, seen }): readonly Report[] => {
    if (date > day) return [];
    if (what === 'new-medicine' && !seen) return [{ what, text, date }];
    return what === 'operation-planned' && day - date <= NEWS ? [{ what, text, date }] : [];
  });
}
