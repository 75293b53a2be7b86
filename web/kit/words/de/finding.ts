/**
 * The sentences of a finding, in plain German. Nothing here advises a dose, claims that a drug "works", or shows an
 * open-label change without what placebo did in a trial (H18); "nicht eindeutig" is said when it is so (H19). A dose is
 * never named after "unter", which also means "below".
 */
import type { Continuation, Finding, Grade, Verdict } from '../../../../src/analysis/finding.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { doubtedDose, harmedDoses, mostLikelyFirst, onsetDays, spokenDose } from '../../../../src/report/reading.ts';
import type { FindingWords } from '../../../../src/report/words.ts';
import { assumptionSentence } from './assumption.ts';
import { definition } from './definition.ts';
import * as n from './number.ts';
import { refusalSentence } from './refusal.ts';

const BETTER: Readonly<Record<Finding['outcome']['better'], string>> = { lower: 'niedriger', higher: 'höher' };

/** "der Wert für Schmerz": the same in every gender, whatever the column is called. */
const score = ({ outcome }: Finding): string => `der Wert für ${n.outcomeName(outcome.label)}`;

/** "während der Einnahme von 3 mg", "während Stufe 1". */
const whileTaking = (dose: string, { unit }: Finding): string =>
  unit === 'none' ? `während ${dose}` : `während der Einnahme von ${dose}`;

/** The whole answer: verdict, size with its 90 % interval, natural frequency. */
export function sentence(finding: Finding): string {
  const { outcome, unit, grade, verdict } = finding;
  const { dose: amount, mean, quantiles, pBenefit } = spokenDose(finding);
  const dose = n.doseInWords(amount, unit);
  const range = `90\u2011%\u2011Intervall: ${n.rangeInWords(quantiles['0.05'], quantiles['0.95'], outcome.scale)}`;
  const chance = `Wahrscheinlichkeit, dass ${score(finding)} mit ${dose} ${BETTER[outcome.better]} ist: ${n.outOf100(pBenefit)}.`;
  if (verdict === 'inconclusive') {
    const size = n.lowerOrHigher(mean, outcome.scale);
    return `Nicht eindeutig: Diese Tage zeigen noch nicht, ob sich ${score(finding)} mit ${dose} ändert. Beste Schätzung: ${size} (${range}). ${chance}`;
  }
  const when = grade === 'randomised-blinded' ? `mit ${dose}` : whileTaking(dose, finding);
  const way = verdict === 'better' ? 'besser' : 'schlechter';
  const size = n.pointsInWords(mean, outcome.scale);
  return `${n.capital(score(finding))} war ${when} ${way}: um etwa ${size} (${range}). ${chance}`;
}

/** "Eine lohnende Änderung (1 Punkt oder mehr niedriger): etwa 12 von 100." */
export function worthwhile(finding: Finding): string {
  const { outcome } = finding;
  const { pWorthwhile } = spokenDose(finding);
  return `Eine lohnende Änderung (${n.pointsInWords(outcome.worthwhile, outcome.scale)} oder mehr ${BETTER[outcome.better]}): ${n.outOf100(pWorthwhile)}.`;
}

const gradeName: Readonly<Record<Grade, string>> = {
  'open-label': 'offen',
  'open-label-with-hold': 'offen, mit Pause',
  'randomised-open': 'randomisiert, nicht verblindet',
  'randomised-blinded': 'randomisiert und verblindet',
};

const gradeMeaning: Readonly<Record<Grade, string>> = {
  'open-label':
    'Die Person wusste, was sie einnahm, und die Dosis änderte sich mit der Zeit. Medikament, Hoffnung und natürlicher Verlauf lassen sich nicht trennen. Das ist ein schwacher Beleg.',
  'open-label-with-hold':
    'Die Person wusste, was sie einnahm. Sie machte aber 14 Tage oder länger Pause. Das hilft, den natürlichen Verlauf vom Medikament zu trennen. Die Hoffnung zählt weiter mit. Das ist ein eher schwacher Beleg.',
  'randomised-open':
    'Nach den Angaben entschied der Zufall, wann das Medikament genommen wurde. Die Person wusste es aber. Die Hoffnung zählt weiter mit. Das ist ein mittlerer Beleg.',
  'randomised-blinded':
    'Nach den Angaben entschied der Zufall, wann das Medikament genommen wurde, und die Person wusste es nicht. Das ist der stärkste Beleg, den ein einzelnes Tagebuch geben kann.',
};

/** Grade of evidence with what it can and cannot tell. */
export function gradeLine({ grade }: Finding): string {
  return `Stärke des Belegs: ${gradeName[grade]}. ${gradeMeaning[grade]}`;
}

/** Source: Due Bruun 2024, FINAL, Lancet Rheumatol 6:e31: placebo arm −0.9 NRS points in 12 weeks. */
export function placebo({ grade, unit }: Finding): string | undefined {
  if (grade === 'randomised-blinded' || unit === 'none') return undefined;
  return 'Zum Vergleich: In einer Studie mit niedrig dosiertem Naltrexon (FINAL 2024) besserte sich der Schmerz mit Placebo in 12 Wochen im Mittel um 0,9 von 10 Punkten (Lancet Rheumatol 2024;6:e31).';
}

function continuation(way: Continuation, { decision, unit }: Finding): string {
  const dose = n.doseInWords(decision.dose, unit);
  switch (way) {
    case 'same-dose':
      return `bei ${dose} bleiben`;
    case 'hold-28':
      return unit === 'none'
        ? `28 Tage Pause mit Stufe 0, dann wieder ${dose}`
        : `28 Tage Pause ohne das Medikament, dann wieder ${dose}`;
    case 'alternate-28':
      return `im Wechsel 28 Tage Pause und 28 Tage ${dose}`;
    default:
      return unreachable(way);
  }
}

/** Why days that look clear are not called so: nothing decided when the drug was taken but the calendar. */
export function doubt(finding: Finding): string | undefined {
  const seen = doubtedDose(finding);
  if (!seen) return undefined;
  const { effect, p, doubt: less } = seen;
  const way = effect.pBenefit > 0.5 ? 'besser' : 'schlechter';
  return `${n.capital(score(finding))} sieht mit ${n.doseInWords(effect.dose, finding.unit)} ${way} aus (${n.outOf100(p)}). Aber auch der natürliche Verlauf kann so aussehen. Wer mehr natürliche Änderung und kleinere Wirkungen erwartet, kommt auf ${n.outOf100(less)}. Beides muss über 97,5 von 100 liegen, damit hier „${way}“ steht.`;
}

/** Doses, other than the one spoken of, on which it looks worse: benefit at one dose must not hide harm at another. */
export function harm(finding: Finding): string | undefined {
  const { outcome, unit } = finding;
  const worse = harmedDoses(finding);
  if (worse.length === 0) return undefined;
  const each = worse.map(
    ({ dose, mean, pBenefit }) =>
      `${n.doseInWords(dose, unit)}: ${n.lowerOrHigher(mean, outcome.scale)}, schlechter in ${n.outOf100(1 - pBenefit)} Fällen`,
  );
  return `Sehen Sie auch dorthin, wo ${score(finding)} schlechter sein kann. ${each.join('; ')}.`;
}

const WHO_DECIDES = 'Darüber entscheiden Patientin oder Patient und die verordnende Person.';

/** What would settle it, as a rough guide; or that none of the ways tried gets there. */
export function settle(finding: Finding): string {
  const { decision, verdict, grade } = finding;
  if (decision.decidedNow && verdict !== 'inconclusive') {
    const stays = 'Weitere Tage wie diese ändern daran wohl nichts';
    return grade === 'randomised-blinded'
      ? `${stays}.`
      : `${stays}. Ein verblindeter Vergleich wäre ein stärkerer Beleg.`;
  }
  if (doubtedDose(finding))
    return `Was es klären würde: Weitere Tage wie diese trennen das Medikament nicht vom natürlichen Verlauf. Eine Pause oder ein verblindeter Vergleich kann das. ${WHO_DECIDES}`;
  if (decision.decidedNow)
    return 'Was es klären würde: Die Tage neigen mit mehr als 90 von 100 zu einer Seite. Nötig sind 97,5 von 100. Weitere Tage würden es festigen oder aufheben.';
  const { settles } = decision;
  if (!settles)
    return 'Was es klären würde: Nichts von dem, was hier versucht wurde (bleiben, Pause, Wechsel), klärt es innerhalb von 168 Tagen mit einer Wahrscheinlichkeit von 80 von 100.';
  const more = settles.days === 1 ? '1 weiterer Tag' : `${settles.days} weitere Tage`;
  return `Was es klären würde, grob geschätzt: ${more} (${continuation(settles.continuation, finding)}). Das gelingt in ${n.outOf100(settles.probability)} Fällen. ${WHO_DECIDES}`;
}

/** "kein Medikament" is short where doses stand in a row. */
const nameOf = (dose: number, unit: Finding['unit']): string =>
  dose === 0 && unit === 'mg' ? 'keine' : n.doseInWords(dose, unit);

/** The doses by their chance of being the best, most likely first. */
export function best({ bestDose, unit }: Finding): string {
  const parts = mostLikelyFirst(bestDose.probabilities).map(
    ({ dose, probability }) => `${nameOf(dose, unit)} ${n.outOf100(probability)}`,
  );
  return `Welche Dosis ist die beste? ${n.capital(parts.join('; '))}.`;
}

/** Lowest dose about as good as the best. */
export function lowest({ bestDose, unit, outcome }: Finding): string {
  const top = mostLikelyFirst(bestDose.lowestNearBest)[0];
  if (!top) return '';
  const near = n.withComma(outcome.worthwhile / 2);
  return `Niedrigste Dosis, die höchstens ${near} Punkte hinter der besten liegt: am ehesten ${nameOf(top.dose, unit)} (${n.outOf100(top.probability)}).`;
}

/** How long a change takes to build up and to fade. */
export function onset(finding: Finding): string {
  const [low, middle, high] = onsetDays(finding);
  return `Wirkungseintritt: Zwei Drittel einer Änderung entstehen oder verschwinden in etwa ${n.dayCountDative(middle)} (90\u2011%\u2011Intervall: ${low} bis ${high}).`;
}

/** Blinded diaries only: what taking any capsule did. */
export function expectancy({ expectancy: change, outcome }: Finding): string | undefined {
  if (!change) return undefined;
  const { quantiles, mean } = change;
  return `Irgendeine Kapsel nehmen, auch eine ohne Wirkstoff: ${n.lowerOrHigher(mean, outcome.scale)} (90\u2011%\u2011Intervall: ${n.rangeInWords(quantiles['0.05'], quantiles['0.95'], outcome.scale)}).`;
}

/** What if the days nobody logged were bad days? */
export function missing({ diagnostics, outcome, decision, unit }: Finding): string | undefined {
  const { missingDaysWorse: worse } = diagnostics;
  if (!worse) return undefined;
  const two = n.pointsInWords(((outcome.scale.maximum - outcome.scale.minimum) / 10) * 2, outcome.scale);
  return `Angenommen, jeder Tag ohne Eintrag war um ${two} schlechter. Dann wäre die Änderung mit ${n.doseInWords(decision.dose, unit)}: ${n.lowerOrHigher(worse.mean, outcome.scale)}. Eine Änderung zum Besseren gäbe es in ${n.outOf100(worse.pBenefit)} Fällen.`;
}

const likelihoodReason: Readonly<Record<Finding['diagnostics']['likelihoodReason'], string>> = {
  asked: 'wie gewünscht',
  'mid-scale': 'weil die Werte in der Mitte der Skala liegen',
  'at-the-ends': 'weil viele Werte an einem Ende der Skala liegen',
  'little-spread': 'weil die Werte sich wenig unterscheiden',
  'not-whole-points': 'weil die Werte keine ganzen Punkte sind',
};

/** Which likelihood was used, why, and the revision of the model. */
export function model({ diagnostics }: Finding): string {
  const { likelihood, likelihoodReason: reason, revision } = diagnostics;
  const name = likelihood === 'rounded' ? 'Likelihood für gerundete Werte' : 'Gauß-Likelihood';
  return `Eine Person, ${name}, ${likelihoodReason[reason]}; Revision ${revision}.`;
}

/** "84 von 98 Tagen eingetragen, 3 Tage zu krank für einen Eintrag". */
export function data({ diagnostics: { days, daysLogged, daysTooIll } }: Finding): string {
  const ill = daysTooIll > 0 ? `, ${n.dayCount(daysTooIll)} zu krank für einen Eintrag` : '';
  return `${daysLogged} von ${n.dayCountDative(days)} eingetragen${ill}`;
}

const verdictName: Readonly<Record<Verdict, string>> = {
  better: 'besser während der Einnahme',
  worse: 'schlechter während der Einnahme',
  inconclusive: 'nicht eindeutig',
};

export const notAdvice =
  'Das ist die Auswertung eines Tagebuchs und kein ärztlicher Rat. Über jede Änderung der Dosis entscheiden Patientin oder Patient und die verordnende Person.';

/** Everything German says about a finding. */
export const findingWords: FindingWords = {
  sentence,
  worthwhile,
  grade: gradeLine,
  placebo,
  doubt,
  harm,
  settle,
  best,
  lowest,
  onset,
  expectancy,
  missing,
  model,
  data,
  assumption: assumptionSentence,
  likelihoodReason,
  gradeName,
  verdictName,
  continuation,
  definition,
  refusal: refusalSentence,
  notAdvice,
};
